import type { Role } from '#core/identity/role.ts';

/** What `serve-two-schools.ts` made. */
export interface SeededSchool {
  id: string;
  name: string;
  users: Record<Role, string>;
  planId: string;
  /** A discussion of the plan. */
  talk: string;
  /** A plan that is open for comments, and the link of somebody who is invited. */
  open: { plan: string; comment: string; invitation: string; token: string };
  /** A plan that was issued once. */
  issued: string;
  itemIds: string[];
}

export interface Seed {
  first: SeededSchool;
  second: SeededSchool;
}

/** Words of the first school: in its name, its people's names, its plan, its files. The second school never reads them. */
export const SECRET = 'Điều Bí Mật Riêng';

/** Of every account of the seed. */
export const PASSWORD = 'mua thu la bay';

export function usernameOf(school: keyof Seed, role: Role): string {
  return `${school}.${role}`;
}

/** Reads the line that `serve-two-schools.ts` wrote. */
export function seedOf(output: string): Seed {
  const line = output.split('\n').find((each) => each.startsWith('seed '));
  if (line === undefined) throw new Error(`no seed in: ${output}`);
  return JSON.parse(line.slice('seed '.length)) as Seed;
}
