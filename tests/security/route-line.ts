import type { Permission } from '#core/identity/permissions.ts';
import type { Asking } from './person.ts';

/** What a request can be about, all of one school. */
export interface Ids {
  plan: string;
  /** A row that nobody has touched: version 1. */
  item: string;
  /** A row that was taken out of the plan: version 2. */
  removed: string;
  /** A plan that waits for review, and the file it was read from. */
  review: string;
  upload: string;
  /** A colleague in version 1. */
  member: string;
  /** A group of people in version 1. */
  group: string;
  /** What is discussed about `plan`, in version 1. */
  talk: string;
  /** A plan that is open for comments, and what belongs to it. */
  open: string;
  comment: string;
  invitation: string;
  token: string;
  /** A plan that was issued once. */
  issued: string;
  /** Of `plan`. */
  version: string;
  reviewVersion: string;
}

export interface RouteLine {
  /** All that are needed; null: everybody who has signed in; `public`: everybody. */
  permission: Permission[] | null | 'public';
  /** Address with the ids in it. */
  path: (ids: Ids) => string;
  /** A request that is as it should be. */
  asking?: (ids: Ids) => Asking;
  /** Status of the answer to it; 200 when left out. */
  status?: number;
  /** What those get who may not: 403 when left out, 404 where a thing is not even known to be there. */
  refused?: 404;
  /** Changes what it names, so that each try that succeeds needs a fresh one. */
  consumes?: 'review' | 'item' | 'removed' | 'member' | 'group';
}

export const view: Permission[] = ['plan.view'];
export const edit: Permission[] = ['plan.edit'];
export const plan = (rest: string) => (ids: Ids) => `/plans/${ids.plan}${rest}`;
export const member = (rest: string) => (ids: Ids) => `/people/${ids.member}${rest}`;
export const group = (rest: string) => (ids: Ids) => `/people/groups/${ids.group}${rest}`;
export const item = (rest: string) => (ids: Ids) => `/plans/${ids.plan}/items/${ids.item}${rest}`;
export const review = (rest: string) => (ids: Ids) => `/plans/${ids.review}/review${rest}`;
export const json = (body: (ids: Ids) => unknown) => (ids: Ids) => ({ json: body(ids) });
export const form = (body: (ids: Ids) => Record<string, string>) => (ids: Ids) => ({ form: body(ids) });
