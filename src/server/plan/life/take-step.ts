import { AppError } from '#core/kernel/app-error.ts';
import { isPossible, MOVE_RULES, type PlanMove } from '#core/plan/life/plan-life.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { newId } from '#server/platform/ids.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { PlanParts } from '../plan-store.ts';
import { jsonColumn } from '#server/platform/json-column.ts';
import { holdItems } from '../item-store.ts';
import { insertStep, lockPlan, updateState } from './life-store.ts';

export interface Step {
  planId: string;
  /** Of the plan, as the person saw it. */
  version: number;
  move: PlanMove;
  remark: string | null;
  /** YYYY-MM-DD: until when the next step should be taken. */
  dueOn: string | null;
}

export interface Standing {
  revision: number;
  approvedSha256: string | null;
}

/**
 * One step of a plan with its record, in the transaction of the use case. `guard` may refuse it, and says what else changes.
 * Whoever comes second with the same step finds the plan elsewhere.
 * @throws AppError `plan.not-found`; `plan.stale` when somebody else has moved or edited it since
 */
export async function takeStep(
  trx: SchoolTransaction,
  context: Pick<Context, 'user'>,
  step: Step,
  at: Date,
  guard: (standing: Standing) => Promise<{ approvedSha256?: string | null; parts?: PlanParts; details?: object }>,
): Promise<void> {
  const { planId, version, move, remark, dueOn } = step;
  const plan = await lockPlan(trx, planId);
  if (!plan) throw new AppError('plan.not-found');
  if (plan.version !== version || !isPossible(move, plan.state, plan.revision)) throw new AppError('plan.stale');
  // What is handed in, approved or issued is what was saved: a cell that is being saved comes before the step, or not at all.
  await holdItems(trx, planId);
  const {
    approvedSha256 = null,
    parts,
    details = {},
  } = await guard({
    revision: plan.revision,
    approvedSha256: plan.approved_sha256,
  });
  const { to } = MOVE_RULES[move];
  const revision = plan.revision + revisionChange(move);
  const document = parts && jsonColumn(parts);
  await updateState(
    trx,
    planId,
    { state: to, revision, version, dueOn, approvedSha256, ...(document === undefined ? {} : { document }) },
    at,
  );
  await insertStep(trx, {
    plan_id: planId,
    id: newId(),
    revision,
    move,
    from_state: plan.state,
    to_state: to,
    remark,
    due_on: dueOn,
    by_user: context.user.id,
    at,
  });
  await recordAudit(trx, {
    actorId: context.user.id,
    at,
    action: `plan.${move}`,
    subjectType: 'plan',
    subjectId: planId,
    details: { from: plan.state, to, revision, remark, dueOn, ...details },
  });
}

function revisionChange(move: PlanMove): number {
  if (move === 'revise') return 1;
  return move === 'drop-revision' ? -1 : 0;
}
