import { generateNKeysBetween } from 'fractional-indexing';
import { AppError } from '#core/kernel/app-error.ts';
import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import { type EditableField, editItem, emptyItem } from '#core/plan/edit-item.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { MOST_ITEMS } from './create-plan.ts';
import { holdEditablePlan } from './hold-editable-plan.ts';
import { findMarks, findRows } from './live/live-store.ts';
import { signalPlan } from './live/plan-signal.ts';
import type { StoredItem } from './plan-item-row.ts';
import { findNeighbours, findPlan, insertItems } from './plan-store.ts';
import { requireAnyPlanEditing } from './require-plan-editing.ts';

export interface PastedRow {
  /** Made by the browser: a paste whose answer was lost on the way is sent again and must not be there twice. */
  id: string;
  /** Text of the cells that were pasted. */
  cells: Partial<Record<EditableField, string>>;
}

/**
 * Adds rows with their words after another one and about the same criterion: all of them or, whatever happens, none.
 * @returns those of the rows that stand in the plan; rows of an earlier try are left as they are by now
 * @throws AppError `plan.not-found`, `plan.not-editable`, `plan-item.not-found`, `plan-item.text-too-long`, `plan.full`
 */
export async function pasteRows(
  context: Context,
  options: { planId: string; afterItemId: string; rows: readonly PastedRow[] },
): Promise<StoredItem[]> {
  requireAnyPlanEditing(context);
  const { planId, afterItemId, rows } = options;
  const ids = rows.map(({ id }) => id);
  return inSchool(context.db, context.schoolId, async (trx) => {
    await holdEditablePlan(trx, context, planId);
    const known = new Set((await findMarks(trx, planId)).map(({ id }) => id));
    if (!ids.some((id) => known.has(id))) {
      const year = (await findPlan(trx, planId))?.school_year_start ?? null;
      const like = await rowLike(trx, planId, afterItemId);
      const items = rows.map((row) => itemOf(row, like, { schoolYear: year === null ? null : { start: year } }));
      await insertAfter(trx, context, { planId, afterItemId, items });
    }
    const there = await findRows(trx, planId, ids);
    return ids.flatMap((id) => there.get(id)?.stored ?? []);
  });
}

/** What the new rows are about: the same as the row above them. */
async function rowLike(trx: SchoolTransaction, planId: string, itemId: string): Promise<PlanItem> {
  const row = (await findRows(trx, planId, [itemId])).get(itemId);
  if (!row) throw new AppError('plan-item.not-found');
  return row.stored.item;
}

function itemOf({ id, cells }: PastedRow, like: PlanItem, year: Parameters<typeof editItem>[3]): PlanItem {
  const { standard, criterion, criterionText, levels } = like;
  let item = emptyItem(id, { standard, criterion, criterionText, levels });
  for (const [field, text] of Object.entries(cells) as [EditableField, string][]) {
    if (text.length > CELL_LIMIT) throw new AppError('plan-item.text-too-long', { limit: CELL_LIMIT });
    item = editItem(item, field, text, year);
  }
  return item;
}

async function insertAfter(
  trx: SchoolTransaction,
  context: Context,
  { planId, afterItemId, items }: { planId: string; afterItemId: string; items: readonly PlanItem[] },
): Promise<void> {
  const { before, after, count } = await findNeighbours(trx, planId, afterItemId);
  if (count + items.length > MOST_ITEMS) throw new AppError('plan.full', { limit: MOST_ITEMS });
  const by = context.user.id;
  const at = context.clock.now();
  const positions = generateNKeysBetween(before, after, items.length);
  await insertItems(
    trx,
    planId,
    items.map((item, index) => ({ item, position: positions[index]! })),
    by,
    at,
  );
  for (const { id, criterion } of items) {
    const entry = { actorId: by, at, action: 'plan-item.added', subjectType: 'plan-item', subjectId: id };
    await recordAudit(trx, { ...entry, details: { planId, criterion, pasted: true } });
  }
  trx.afterCommit((db) => signalPlan(db, planId));
}
