import { AppError } from '#core/kernel/app-error.ts';
import { isBlank, storable } from '#core/kernel/text.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { CommentDecision } from '#server/platform/schema-plan.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { findPlan } from '../plan-store.ts';
import { findComment, hasItem, insertComment, updateAnswer } from './comment-store.ts';

/** Longest comment and longest answer, in characters. */
export const COMMENT_LIMIT = 5_000;

export const COMMENT_DECISIONS = ['taken', 'partly', 'not-taken', 'noted'] as const satisfies CommentDecision[];

/** Who speaks: a member of the school, or somebody who was invited. */
export type Speaker = { authorId: string; name: string } | { invitationId: string; name: string };

/**
 * Says something about a plan or one of its rows, at any time of its life but before it was taken in.
 * @throws AppError `plan.not-found`, `plan-item.not-found`, `comment.empty`, `comment.too-long`
 */
export async function commentOnPlan(
  context: Context,
  options: { planId: string; itemId: string | null; words: string },
): Promise<string> {
  requirePermission(context, 'plan.comment');
  const { id, displayName } = context.user;
  return inSchool(context.db, context.schoolId, (trx) =>
    addComment(trx, { ...options, speaker: { authorId: id, name: displayName }, at: context.clock.now() }),
  );
}

/** @returns the id of the comment */
export async function addComment(
  trx: SchoolTransaction,
  comment: { planId: string; itemId: string | null; words: string; speaker: Speaker; at: Date },
): Promise<string> {
  const { planId, itemId, speaker, at } = comment;
  const words = readWords(comment.words);
  const plan = await findPlan(trx, planId);
  if (!plan || plan.state === 'review') throw new AppError('plan.not-found');
  if (itemId !== null && !(await hasItem(trx, planId, itemId))) throw new AppError('plan-item.not-found');
  const id = newId();
  const authorId = 'authorId' in speaker ? speaker.authorId : null;
  await insertComment(trx, {
    plan_id: planId,
    id,
    revision: plan.revision,
    item_id: itemId,
    author_id: authorId,
    invitation_id: 'invitationId' in speaker ? speaker.invitationId : null,
    author_name: speaker.name,
    words,
    created_at: at,
  });
  await recordAudit(trx, {
    actorId: authorId,
    at,
    action: 'plan.commented',
    subjectType: 'plan',
    subjectId: planId,
    details: { commentId: id, itemId, by: speaker.name },
  });
  return id;
}

/**
 * Answers a comment: what is done about it, in words if need be. An answer can be changed; a stale one is refused.
 * @throws AppError `comment.not-found`, `comment.stale`, `comment.too-long`, `comment.decision-missing`
 */
export async function answerComment(
  context: Context,
  options: { planId: string; commentId: string; version: number; decision: string; answer: string },
): Promise<void> {
  requirePermission(context, 'plan.edit');
  const decision = COMMENT_DECISIONS.find((name) => name === options.decision);
  if (decision === undefined) throw new AppError('comment.decision-missing');
  const answer = isBlank(options.answer) ? null : readWords(options.answer);
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const comment = await findComment(trx, options.planId, options.commentId);
    if (!comment) throw new AppError('comment.not-found');
    const answered = { ...comment, version: options.version, decision, answer };
    await updateAnswer(trx, answered, context.user.id, at).catch((error: unknown) => {
      throw isNoRowWritten(error) ? new AppError('comment.stale', {}, { cause: error }) : error;
    });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.comment-answered',
      subjectType: 'plan',
      subjectId: options.planId,
      details: { commentId: comment.id, decision, answer },
    });
  });
}

function readWords(typed: string): string {
  const words = storable(typed).trim();
  if (isBlank(words)) throw new AppError('comment.empty');
  if (words.length > COMMENT_LIMIT) throw new AppError('comment.too-long', { limit: COMMENT_LIMIT });
  return words;
}
