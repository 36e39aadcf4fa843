import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { isAllowed } from '#core/identity/permissions.ts';
import { commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { isId } from '#server/platform/ids.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { rowComments } from '#server/web/row-comments.ts';
import type { RequestHandler } from './$types';

/** What was said about a row, for its panel. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const context = locals.context();
  const comments = await rowComments(context, { planId: params.plan, itemId: params.item });
  return json({ ...comments, mayComment: isAllowed(context.role, 'plan.comment') });
};

const SAID = z.object({
  words: z.string(),
  /** The thread that it replies to. */
  parent: z.string().refine(isId).optional(),
  mentions: z
    .array(z.string().regex(/^(?:person|group|owner):[\w-]{1,40}$/))
    .max(100)
    .default([]),
});

/** Says something, or replies; answers with all that was said. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const context = locals.context();
  const { words, parent: parentId = null, mentions } = await jsonBody(request, SAID);
  const row = { planId: params.plan, itemId: params.item };
  await commentOnPlan(context, { ...row, words, parentId, mentions });
  return json({ ...(await rowComments(context, row)), mayComment: true }, { status: 201 });
};
