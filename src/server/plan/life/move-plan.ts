import { AppError } from '#core/kernel/app-error.ts';
import { typedWords } from '#core/kernel/text.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { MOVE_RULES, type PlanMove } from '#core/plan/life/plan-life.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { documentOf, loadPlan } from '../get-plan.ts';
import { countOpenThreads, hasComments } from './comment-store.ts';
import { findInvitations } from './invitation-store.ts';
import { findIssue } from './life-store.ts';
import { requireMove } from './require-move.ts';
import { type Standing, takeStep } from './take-step.ts';

/** Issuing needs a number and prints documents: `documents/issue-plan.ts`. */
export type PlainMove = Exclude<PlanMove, 'issue'>;

export interface MoveOptions {
  planId: string;
  version: number;
  move: PlainMove;
  remark: string | null;
  /** YYYY-MM-DD */
  dueOn: string | null;
  /** For `approve`: SHA-256 of the content that the person has before them. */
  contentSha256?: string;
}

export const REMARK_LIMIT = 5_000;

/**
 * Takes a plan one step on its way.
 * @throws AppError `plan.not-found`, `plan.stale`; `plan.remark-missing`, `plan.remark-too-long`; submit: `plan.empty`,
 *   `plan.comments-open`; approve: `plan.content-changed`; drop-revision: `plan.revision-edited`
 */
export async function movePlan(context: Context, options: MoveOptions): Promise<void> {
  const { planId, version, move, dueOn } = options;
  const rule = MOVE_RULES[move];
  await requireMove(context, planId, move);
  const typed = typedWords(options.remark ?? '');
  const remark = typed === '' ? null : typed;
  if (rule.needsRemark && remark === null) throw new AppError('plan.remark-missing');
  if (remark !== null && remark.length > REMARK_LIMIT)
    throw new AppError('plan.remark-too-long', { limit: REMARK_LIMIT });
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, (trx) =>
    takeStep(trx, context, { planId, version, move, remark, dueOn }, at, async (standing) => {
      if (move === 'submit') await requireReady(trx, planId, standing);
      if (move === 'drop-revision') await requireUnchanged(trx, planId, standing);
      return move === 'approve' ? { approvedSha256: await requireSeen(trx, planId, options.contentSha256) } : {};
    }),
  );
}

/** A plan is handed in with rows, and with an answer to everybody who was asked. */
async function requireReady(trx: SchoolTransaction, planId: string, { revision }: Standing): Promise<void> {
  const { items } = await loadPlan(trx, planId);
  if (items.length === 0) throw new AppError('plan.empty');
  const { consultation: count } = await countOpenThreads(trx, planId, revision);
  if (count > 0) throw new AppError('plan.comments-open', { count });
}

/** What is approved is what was read, to the letter. */
async function requireSeen(trx: SchoolTransaction, planId: string, seen: string | undefined): Promise<string> {
  const hash = sha256(contentOf(documentOf(await loadPlan(trx, planId))));
  if (hash !== seen) throw new AppError('plan.content-changed');
  return hash;
}

/** A revision is dropped only when it is nothing yet: its number will be given to the next one. */
async function requireUnchanged(trx: SchoolTransaction, planId: string, { revision }: Standing): Promise<void> {
  const issue = await findIssue(trx, planId, null);
  const plan = await loadPlan(trx, planId);
  const isSame = issue?.content === contentOf(documentOf(plan)) && issue.layout === plan.layout;
  const invited = (await findInvitations(trx, planId)).some((invitation) => invitation.revision === revision);
  if (!isSame || invited || (await hasComments(trx, planId, revision))) throw new AppError('plan.revision-edited');
}
