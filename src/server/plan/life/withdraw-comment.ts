import { AppError } from '#core/kernel/app-error.ts';
import { whyNotPutBack, whyNotTakenBack } from '#core/plan/life/take-back.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isId } from '#server/platform/ids.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { type CommentRow, findComment, findReplies, lockComment } from './comment-store.ts';
import { findDecidingStep, holdPlan } from './life-store.ts';
import { recordAnswer } from './record-answer.ts';
import { isWithdrawn, saidThread } from './said-thread.ts';

export interface WithdrawOptions {
  planId: string;
  commentId: string;
  version: number;
  /** False: it stands again. */
  withdrawn: boolean;
}

/**
 * Takes back what one has said, or lets it stand again, as long as nobody has answered it and nobody has decided about the plan with it
 * (`core/plan/life/take-back.ts`). The words stay in their row.
 * @throws AppError `comment.not-found`, `comment.not-author`, `comment.stale`, `comment.already-answered`, `comment.already-decided`
 */
export async function withdrawComment(context: Context, options: WithdrawOptions): Promise<void> {
  requirePermission(context, 'plan.comment');
  const { id } = context.user;
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, (trx) =>
    withdrawWords(trx, options, { isMine: ({ author_id }) => author_id === id, actorId: id, at }),
  );
}

/** The same for whoever speaks, in a transaction of theirs. Nobody can reply to the thread or move the plan until it ends. */
export async function withdrawWords(
  trx: SchoolTransaction,
  { planId, commentId, version, withdrawn }: WithdrawOptions,
  author: { isMine: (comment: CommentRow) => boolean; actorId: string | null; at: Date },
): Promise<void> {
  const plan = await holdPlan(trx, planId);
  const named = isId(commentId) ? await findComment(trx, planId, commentId) : null;
  if (!plan || !named) throw new AppError('comment.not-found');
  if (named.version !== version) throw new AppError('comment.stale');
  if (!author.isMine(named)) throw new AppError('comment.not-author');
  const root = await lockComment(trx, planId, named.parent_id ?? named.id);
  const thread = saidThread(root, await findReplies(trx, planId, [root.id]));
  const turn = thread.turns.find(({ id }) => id === commentId);
  if (turn?.row.version !== version || isWithdrawn(turn.row) === withdrawn) throw new AppError('comment.stale');
  const whyNot = withdrawn ? whyNotTakenBack : whyNotPutBack;
  const reason = whyNot(thread, turn, { ...plan, decidedBy: await findDecidingStep(trx, planId) });
  if (reason !== null) throw new AppError(`comment.already-${reason}`);
  const { actorId, at } = author;
  const action = withdrawn ? 'plan.comment-withdrawn' : 'plan.comment-put-back';
  await recordAnswer(trx, { ...turn.row, decision: withdrawn ? 'withdrawn' : null }, { actorId, at, action });
}
