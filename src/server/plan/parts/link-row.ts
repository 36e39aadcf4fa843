import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { lockItem } from '../item-store.ts';
import { holdEditablePlan } from '../hold-editable-plan.ts';
import { findPlan } from '../plan-store.ts';
import { requireAnyPlanEditing } from '../require-plan-editing.ts';
import { deleteLinks, insertLinks } from './link-store.ts';

/**
 * Says which row of the yearly plan a row of a group's plan carries out; null: none.
 * @throws AppError `plan.not-found`, `plan.not-editable`, `plan-item.not-found`
 */
export async function linkRow(
  context: Context,
  options: { planId: string; itemId: string; toItemId: string | null },
): Promise<void> {
  requireAnyPlanEditing(context);
  const { planId, itemId, toItemId } = options;
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    await holdEditablePlan(trx, context, planId);
    const toPlanId = (await findPlan(trx, planId))?.part_of_plan_id ?? null;
    if (!(await lockItem(trx, planId, itemId))) throw new AppError('plan-item.not-found');
    await deleteLinks(trx, planId, itemId);
    if (toItemId !== null) {
      if (toPlanId === null || !(await lockItem(trx, toPlanId, toItemId))) throw new AppError('plan-item.not-found');
      await insertLinks(trx, [{ planId, itemId, toPlanId, toItemId }], context.user.id, at);
    }
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan-item.linked',
      subjectType: 'plan-item',
      subjectId: itemId,
      details: { planId, toPlanId, toItemId },
    });
  });
}
