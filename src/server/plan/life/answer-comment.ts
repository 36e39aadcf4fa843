import { isAllowed } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { isAnswerOpen } from '#core/plan/life/plan-life.ts';
import { isBlank } from '#core/kernel/text.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isId } from '#server/platform/ids.ts';
import type { CommentDecision, CommentKind } from '#server/platform/schema-plan.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { type CommentRow, findComment } from './comment-store.ts';
import { readWords } from './comment-words.ts';
import { holdPlan } from './life-store.ts';
import { recordAnswer } from './record-answer.ts';
import { isWithdrawn } from './said-thread.ts';

/** What can become of a comment in a consultation. */
export const COMMENT_DECISIONS = ['taken', 'partly', 'not-taken', 'noted'] as const satisfies CommentDecision[];

interface ThreadVersion {
  planId: string;
  commentId: string;
  version: number;
}

/**
 * Answers a comment of a consultation: what is done about it, in words if need be. An answer can be changed until the plan is issued; a
 * stale one is refused.
 * @throws AppError `comment.not-found`, `comment.stale`, `comment.already-withdrawn`, `comment.issued`, `comment.too-long`, `comment.decision-missing`
 */
export async function answerComment(
  context: Context,
  options: ThreadVersion & { decision: string; answer: string },
): Promise<void> {
  requirePermission(context, 'plan.edit');
  const decision = COMMENT_DECISIONS.find((name) => name === options.decision);
  if (decision === undefined) throw new AppError('comment.decision-missing');
  const answer = isBlank(options.answer) ? null : readWords(options.answer);
  await inSchool(context.db, context.schoolId, async (trx) => {
    const plan = await holdPlan(trx, options.planId);
    const comment = await threadOf(trx, options, 'consultation');
    if (!plan || !isAnswerOpen(plan, comment)) throw new AppError('comment.issued');
    await recordAnswer(trx, { ...comment, decision, answer }, { ...by(context), action: 'plan.comment-answered' });
  });
}

/**
 * Says that a discussion is settled, or that it is open again. Whoever began it may, and whoever writes the plan.
 * @throws AppError `comment.not-found`, `comment.stale`, `comment.already-withdrawn`, `comment.not-yours`
 */
export async function settleComment(context: Context, options: ThreadVersion & { settled: boolean }): Promise<void> {
  requirePermission(context, 'plan.comment');
  const { settled } = options;
  await inSchool(context.db, context.schoolId, async (trx) => {
    const comment = await threadOf(trx, options, 'discussion');
    if (!maySettle(context, comment)) throw new AppError('comment.not-yours');
    const action = settled ? 'plan.comment-settled' : 'plan.comment-reopened';
    await recordAnswer(trx, { ...comment, decision: settled ? 'settled' : null }, { ...by(context), action });
  });
}

export function maySettle(context: Pick<Context, 'role' | 'user'>, comment: Pick<CommentRow, 'author_id'>): boolean {
  return isAllowed(context.role, 'plan.edit') || comment.author_id === context.user.id;
}

async function threadOf(trx: SchoolTransaction, options: ThreadVersion, kind: CommentKind): Promise<CommentRow> {
  const { planId, commentId, version } = options;
  const comment = isId(commentId) ? await findComment(trx, planId, commentId) : null;
  if (!comment || comment.parent_id !== null || comment.kind !== kind) throw new AppError('comment.not-found');
  if (isWithdrawn(comment)) throw new AppError('comment.already-withdrawn');
  if (comment.version !== version) throw new AppError('comment.stale');
  return comment;
}

function by({ user, clock }: Pick<Context, 'user' | 'clock'>): { actorId: string; at: Date } {
  return { actorId: user.id, at: clock.now() };
}
