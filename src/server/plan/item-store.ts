import type { SchoolYear } from '#core/kernel/school-year.ts';
import { isEditable, PLAN_STATES, type PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { sql } from 'kysely';
import { fixedQuery } from '#server/platform/fixed-query.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { changedColumns, fromRow, type StoredItem } from './plan-item-row.ts';

/** The SQL of one row that is being changed: what runs with every cell that somebody types. */

interface ItemKey {
  schoolId: string;
  planId: string;
  itemId: string;
}

/** A row with the school year that its words are read against, and the state of its plan. */
export type ItemOfPlan = StoredItem & { schoolYear: SchoolYear | null; planState: PlanState };

// Whether it was removed is asked of the row, not of the query: that would lead it past the primary key.
const selectItem = fixedQuery((db, key: ItemKey) =>
  db
    .selectFrom('plan_item as item')
    .innerJoin('plan', (join) =>
      join.onRef('plan.school_id', '=', 'item.school_id').onRef('plan.id', '=', 'item.plan_id'),
    )
    .selectAll('item')
    .select(['plan.school_year_start', 'plan.state as plan_state'])
    .where('item.school_id', '=', key.schoolId)
    .where('item.plan_id', '=', key.planId)
    .where('item.id', '=', key.itemId)
    .forNoKeyUpdate('item'),
);

/** A row that stands in the plan, or one that was removed from it; nobody else changes it until the transaction ends. */
export async function lockItem(
  trx: SchoolTransaction,
  planId: string,
  itemId: string,
  options: { removed?: boolean } = {},
): Promise<ItemOfPlan | null> {
  const [row] = await selectItem(trx, { schoolId: trx.schoolId, planId, itemId });
  if (!row || (row.deleted_at !== null) !== (options.removed ?? false)) return null;
  const year = row.school_year_start;
  return { ...fromRow(row), schoolYear: year === null ? null : { start: year }, planState: row.plan_state };
}

type ItemUpdate = ReturnType<typeof updateOf>;

/** One statement for each set of columns that is written: there are few, since a save changes one cell. */
const updates = new Map<string, ItemUpdate>();

/**
 * Writes a row while its plan can be written in. Whoever takes a step waits for rows that are being written (`holdItems`); a row that had
 * to wait for a step finds here what became of the plan, since the statement sees what was committed until it began.
 * @throws AppError `database.no-row-written` when the row is gone or no longer in this version, or its plan has moved on
 */
export async function updateItem(
  trx: SchoolTransaction,
  planId: string,
  stored: { before: PlanItem; item: PlanItem; version: number; position?: string; deletedAt?: Date | null },
  by: string,
  at: Date,
): Promise<void> {
  const columns = {
    ...changedColumns(stored.before, stored.item),
    ...(stored.position === undefined ? {} : { position: stored.position }),
    ...(stored.deletedAt === undefined ? {} : { deleted_at: stored.deletedAt }),
    version: stored.version + 1,
    updated_by: by,
    updated_at: at,
  };
  const names = Object.keys(columns);
  const shape = names.join();
  const update = updates.get(shape) ?? updateOf(names);
  updates.set(shape, update);
  await update(trx, { ...columns, schoolId: trx.schoolId, planId, itemId: stored.item.id, seen: stored.version });
}

function updateOf(columns: readonly string[]) {
  return fixedQuery((db, values: ItemKey & { seen: number } & Record<string, unknown>) =>
    db
      .updateTable('plan_item')
      .set(Object.fromEntries(columns.map((name) => [name, values[name]])))
      .where('school_id', '=', values.schoolId)
      .where('plan_id', '=', values.planId)
      .where('id', '=', values.itemId)
      .where('version', '=', values.seen)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('plan')
            .select(sql.lit(1).as('one'))
            .where('plan.school_id', '=', values.schoolId)
            .where('plan.id', '=', values.planId)
            .where('plan.state', 'in', EDITABLE),
        ),
      ),
  );
}

/** Words of the statement, not values: they never change. */
const EDITABLE = PLAN_STATES.filter(isEditable).map((state) => sql.lit(state));

/** Waits for every row of a plan that is being written, and keeps the rows from being written until the transaction ends. */
export async function holdItems(trx: SchoolTransaction, planId: string): Promise<void> {
  await trx
    .selectFrom('plan_item')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .orderBy('id')
    .forShare()
    .execute();
}

/** A row that is in its plan no more; `by`: null for somebody who is not of the school any more. */
export interface RemovedRow {
  id: string;
  version: number;
  byId: string;
  by: string | null;
}

/** The last one first. */
export async function findRemoved(trx: SchoolTransaction, planId: string, limit: number): Promise<RemovedRow[]> {
  return trx
    .selectFrom('plan_item as item')
    .leftJoin('membership', (join) =>
      join.onRef('membership.school_id', '=', 'item.school_id').onRef('membership.user_id', '=', 'item.updated_by'),
    )
    .select(['item.id', 'item.version', 'item.updated_by as byId', 'membership.display_name as by'])
    .where('item.school_id', '=', trx.schoolId)
    .where('item.plan_id', '=', planId)
    .where('item.deleted_at', 'is not', null)
    .orderBy('item.deleted_at', 'desc')
    .orderBy('item.id')
    .limit(limit)
    .execute();
}
