import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { answerComment, settleComment } from '#server/plan/life/answer-comment.ts';
import { withdrawComment } from '#server/plan/life/withdraw-comment.ts';
import { jsonBody } from '#server/web/json-body.ts';
import { rowComments } from '#server/web/row-comments.ts';
import type { RequestHandler } from './$types';

const version = z.int32().min(1);
const DONE = z.union([
  z.object({ version, state: z.enum(['settled', 'open', 'withdrawn', 'said']) }),
  z.object({ version, decision: z.string(), answer: z.string() }),
]);

/**
 * Settles a discussion or opens it again, answers what was said in a consultation, takes back what one said oneself or lets it stand
 * again; answers with all that was said of the row.
 */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const context = locals.context();
  const done = await jsonBody(request, DONE);
  const comment = { planId: params.plan, commentId: params.comment };
  if ('decision' in done) await answerComment(context, { ...comment, ...done });
  else if (done.state === 'settled' || done.state === 'open')
    await settleComment(context, { ...comment, version: done.version, settled: done.state === 'settled' });
  else await withdrawComment(context, { ...comment, version: done.version, withdrawn: done.state === 'withdrawn' });
  return json({ ...(await rowComments(context, { planId: params.plan, itemId: params.item })), mayComment: true });
};
