import { generateKeyBetween } from 'fractional-indexing';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { ItemSaved } from './edit-plan-item.ts';
import { findItem, findNeighbours, updateItem } from './plan-store.ts';

/** Puts a row after another one, or first (null). @throws AppError `plan-item.not-found` */
export async function movePlanItem(
  context: Context,
  options: { planId: string; itemId: string; version: number; afterItemId: string | null },
): Promise<ItemSaved> {
  requirePermission(context, 'plan.edit');
  const { planId, itemId, version, afterItemId } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const current = await findItem(trx, planId, itemId, { forUpdate: true });
    if (!current) throw new AppError('plan-item.not-found');
    if (current.version !== version) return { saved: false, reason: 'conflict', current };
    const { before, after } = await findNeighbours(trx, planId, afterItemId ?? 'first', itemId);
    const position = generateKeyBetween(before, after);
    await updateItem(trx, planId, { item: current.item, version, position }, context.user.id, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan-item.moved',
      subjectType: 'plan-item',
      subjectId: itemId,
      details: { planId, afterItemId },
    });
    return {
      saved: true,
      stored: { ...current, position, version: version + 1, updatedBy: context.user.id, updatedAt: at },
    };
  });
}
