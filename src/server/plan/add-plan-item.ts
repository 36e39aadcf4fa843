import { generateKeyBetween } from 'fractional-indexing';
import { emptyItem } from '#core/plan/edit-item.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { MOST_ITEMS } from './create-plan.ts';
import { holdEditablePlan } from './hold-editable-plan.ts';
import { signalPlan } from './live/plan-signal.ts';
import type { StoredItem } from './plan-item-row.ts';
import { findNeighbours, insertItems } from './plan-store.ts';
import { requireAnyPlanEditing } from './require-plan-editing.ts';

/**
 * Adds a row after another one (or at the end), for a criterion or for none: empty, or with the words of another row.
 * @throws AppError `plan.not-found`, `plan.not-editable`, `plan.full`
 */
export async function addPlanItem(
  context: Context,
  options: {
    planId: string;
    afterItemId: string | null;
    standard: string | null;
    criterion: string | null;
    criterionText: string | null;
    levels: number[];
    /** Begins with the words of this row instead of none. */
    words?: PlanItem;
  },
): Promise<StoredItem> {
  requireAnyPlanEditing(context);
  const { planId, afterItemId, words, ...about } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    await holdEditablePlan(trx, context, planId);
    const { before, after, count } = await findNeighbours(trx, planId, afterItemId);
    if (count >= MOST_ITEMS) throw new AppError('plan.full', { limit: MOST_ITEMS });
    const empty = emptyItem(newId(), about);
    // It was typed by nobody in the source.
    const item = words ? { ...words, ...about, id: empty.id, source: null, paragraphs: [] } : empty;
    const position = generateKeyBetween(before, after);
    await insertItems(trx, planId, [{ item, position }], context.user.id, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan-item.added',
      subjectType: 'plan-item',
      subjectId: item.id,
      details: { planId, criterion: about.criterion },
    });
    trx.afterCommit((db) => signalPlan(db, planId));
    return { item, version: 1, position, updatedBy: context.user.id, updatedAt: at };
  });
}
