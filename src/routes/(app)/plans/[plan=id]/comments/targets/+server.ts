import { json } from '@sveltejs/kit';
import { listMentionTargets } from '#server/plan/life/mention-targets.ts';
import type { RequestHandler } from './$types';

/** Whom a comment can name, for the list behind "@". */
export const GET: RequestHandler = async ({ locals, params }) => {
  const targets = await listMentionTargets(locals.context(), { planId: params.plan });
  return json({ targets: targets.map(({ ref, label, hint }) => ({ ref, label, hint })) });
};
