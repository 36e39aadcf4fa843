import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { signalPlan } from '../live/plan-signal.ts';
import { type CommentAnswer, updateAnswer } from './comment-store.ts';

/**
 * Writes what became of something that was said, with its audit entry, and tells those who have the plan open. Without a decision it
 * waits again. `actorId` is null for whoever came by a link.
 * @throws AppError `comment.stale`
 */
export async function recordAnswer(
  trx: SchoolTransaction,
  comment: Omit<CommentAnswer, 'answered_by' | 'answered_at'>,
  by: { actorId: string | null; at: Date; action: string },
): Promise<void> {
  const { id, plan_id, decision, answer } = comment;
  const { actorId, at, action } = by;
  const isOpen = decision === null;
  const row = { ...comment, answered_by: isOpen ? null : actorId, answered_at: isOpen ? null : at };
  await updateAnswer(trx, row).catch((error: unknown) => {
    throw isNoRowWritten(error) ? new AppError('comment.stale', {}, { cause: error }) : error;
  });
  const details = { commentId: id, decision, answer };
  await recordAudit(trx, { actorId, at, action, subjectType: 'plan', subjectId: plan_id, details });
  trx.afterCommit((db) => signalPlan(db, plan_id));
}
