import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { ItemSaved } from './edit-plan-item.ts';
import { findItem, updateItem } from './plan-store.ts';

/** Takes a row out of the plan; it can be brought back (`restorePlanItem`). @throws AppError `plan-item.not-found` */
export async function removePlanItem(
  context: Context,
  options: { planId: string; itemId: string; version: number },
): Promise<ItemSaved> {
  return setRemoved(context, { ...options, removed: true });
}

/** Brings a removed row back to its place. @throws AppError `plan-item.not-found` */
export async function restorePlanItem(
  context: Context,
  options: { planId: string; itemId: string; version: number },
): Promise<ItemSaved> {
  return setRemoved(context, { ...options, removed: false });
}

async function setRemoved(
  context: Context,
  options: { planId: string; itemId: string; version: number; removed: boolean },
): Promise<ItemSaved> {
  requirePermission(context, 'plan.edit');
  const { planId, itemId, version, removed } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const current = await findItem(trx, planId, itemId, { removed: !removed, forUpdate: true });
    if (!current) throw new AppError('plan-item.not-found');
    if (current.version !== version) return { saved: false, reason: 'conflict', current };
    await updateItem(trx, planId, { item: current.item, version, deletedAt: removed ? at : null }, context.user.id, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: removed ? 'plan-item.removed' : 'plan-item.restored',
      subjectType: 'plan-item',
      subjectId: itemId,
      details: { planId },
    });
    return { saved: true, stored: { ...current, version: version + 1, updatedBy: context.user.id, updatedAt: at } };
  });
}
