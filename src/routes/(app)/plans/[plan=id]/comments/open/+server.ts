import { json } from '@sveltejs/kit';
import { countRowComments } from '#server/plan/life/get-comments.ts';
import type { RequestHandler } from './$types';

/** How many threads wait at each row of the plan, for the margin of its table. */
export const GET: RequestHandler = async ({ locals, params }) =>
  json({ items: await countRowComments(locals.context(), { planId: params.plan }) });
