import { AppError } from '#core/kernel/app-error.ts';
import { isEditable } from '#core/plan/life/plan-life.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { type ItemOfPlan, lockItem, updateItem } from './item-store.ts';
import { signalPlan } from './live/plan-signal.ts';
import type { StoredItem } from './plan-item-row.ts';
import { requireAnyPlanEditing, requirePlanEditing } from './require-plan-editing.ts';

/** `conflict`: somebody else changed the row since it was read; both versions are known and nothing was written. */
export type ItemSaved = { saved: true; stored: StoredItem } | { saved: false; reason: 'conflict'; current: StoredItem };

/** Which row, in the version that the person saw. */
export interface ItemVersion {
  planId: string;
  itemId: string;
  version: number;
}

export interface ItemChange {
  item: PlanItem;
  position?: string;
  deletedAt?: Date | null;
  /** For the audit log. */
  action: string;
  details: Record<string, unknown>;
}

/**
 * What every change of one row has in common: permission, the version that was seen, the write and its audit entry in one
 * transaction. `decide` says what becomes of the row, which is locked from the first look to the commit.
 * @throws AppError `plan-item.not-found`, `plan.not-editable`
 */
export async function changePlanItem(
  context: Context,
  seen: ItemVersion & { removed?: boolean },
  decide: (current: ItemOfPlan, trx: SchoolTransaction, at: Date) => ItemChange | Promise<ItemChange>,
): Promise<ItemSaved> {
  requireAnyPlanEditing(context);
  const { planId, itemId, version, removed = false } = seen;
  const at = context.clock.now();
  const by = context.user.id;
  return inSchool(context.db, context.schoolId, async (trx) => {
    await requirePlanEditing(trx, context, planId);
    const current = await lockItem(trx, planId, itemId, { removed });
    if (!current) throw new AppError('plan-item.not-found');
    if (!isEditable(current.planState)) throw new AppError('plan.not-editable');
    if (current.version !== version) return { saved: false, reason: 'conflict', current };
    const { action, details, ...change } = await decide(current, trx, at);
    // The row is ours, so only a step of the plan can come before the write: it travels with its audit entry and the COMMIT.
    trx.withCommit(() =>
      updateItem(trx, planId, { ...change, before: current.item, version }, by, at).catch((error: unknown) => {
        throw isNoRowWritten(error) ? new AppError('plan.not-editable', {}, { cause: error }) : error;
      }),
    );
    const entry = { actorId: by, at, action, subjectType: 'plan-item', subjectId: itemId };
    await recordAudit(trx, { ...entry, details: { planId, ...details } });
    trx.afterCommit((db) => signalPlan(db, planId));
    const position = change.position ?? current.position;
    return { saved: true, stored: { item: change.item, position, version: version + 1, updatedBy: by, updatedAt: at } };
  });
}
