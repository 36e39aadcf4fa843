import { AppError } from '#core/kernel/app-error.ts';
import { isEditable } from '#core/plan/life/plan-life.ts';
import type { Context } from '#server/identity/context.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { holdPlan } from './life/life-store.ts';
import { requirePlanEditing } from './require-plan-editing.ts';

/**
 * This person may write in the plan, and it can be written in until the transaction ends: no step is taken meanwhile, least of all one that
 * declares it unchanged. Others may write in it too.
 * @throws AppError `identity.not-allowed`, `plan.not-found`, `plan.not-editable`
 */
export async function holdEditablePlan(
  trx: SchoolTransaction,
  context: Pick<Context, 'role' | 'user'>,
  planId: string,
): Promise<void> {
  await requirePlanEditing(trx, context, planId);
  const plan = await holdPlan(trx, planId);
  if (!plan) throw new AppError('plan.not-found');
  if (!isEditable(plan.state)) throw new AppError('plan.not-editable');
}
