import { AppError } from '#core/kernel/app-error.ts';
import { CELL_LIMIT, cellTextOf, type EditableField, editItem } from '#core/plan/edit-item.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { StoredItem } from './plan-item-row.ts';
import { findItem, findPlanYear, updateItem } from './plan-store.ts';

/** `conflict`: somebody else changed the row since it was read; both versions are known and nothing was written. */
export type ItemSaved = { saved: true; stored: StoredItem } | { saved: false; reason: 'conflict'; current: StoredItem };

/**
 * Saves one cell of a row, if the row is still in the version that the person saw.
 * @throws AppError `plan-item.not-found`, `plan-item.text-too-long`
 */
export async function editPlanItem(
  context: Context,
  options: { planId: string; itemId: string; version: number; field: EditableField; text: string },
): Promise<ItemSaved> {
  requirePermission(context, 'plan.edit');
  const { planId, itemId, version, field, text } = options;
  if (text.length > CELL_LIMIT) throw new AppError('plan-item.text-too-long', { limit: CELL_LIMIT });
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const current = await findItem(trx, planId, itemId, { forUpdate: true });
    if (!current) throw new AppError('plan-item.not-found');
    if (current.version !== version) return { saved: false, reason: 'conflict', current };
    const item = editItem(current.item, field, text, { schoolYear: await findPlanYear(trx, planId) });
    await updateItem(trx, planId, { item, version }, context.user.id, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan-item.edited',
      subjectType: 'plan-item',
      subjectId: itemId,
      details: { planId, field, before: cellTextOf(current.item, field), after: cellTextOf(item, field) },
    });
    return {
      saved: true,
      stored: { ...current, item, version: version + 1, updatedBy: context.user.id, updatedAt: at },
    };
  });
}
