import { sql } from 'kysely';
import type { RowMark } from '#core/plan/row-marks.ts';
import { fixedQuery } from '#server/platform/fixed-query.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import { fromRow, type StoredItem } from '../plan-item-row.ts';

/** The SQL of looking after a plan that is open: what runs again and again while somebody has it before them. */

interface PlanKey {
  schoolId: string;
  planId: string;
}

/** Seconds after which a window that was not heard of any more is gone. */
export const VISIT_SECONDS = 45;

const STILL_HERE = sql<boolean>`visitor.seen_at > now() - ${sql.lit(`${VISIT_SECONDS} seconds`)}::interval`;

const selectPlan = fixedQuery((db, { schoolId, planId }: PlanKey) =>
  db
    .selectFrom('plan')
    .select(['state'])
    .select(
      sql<string[]>`ARRAY(SELECT user_id FROM staff_group_member AS member
        WHERE member.school_id = plan.school_id AND member.group_id = plan.group_id)`.as('memberIds'),
    )
    .where('school_id', '=', schoolId)
    .where('id', '=', planId),
);

// Versions only ever grow and removed rows stay, so that each change of any row makes the sum larger.
const selectPulse = fixedQuery((db, { schoolId, planId }: PlanKey) =>
  db
    .selectFrom('plan_item')
    .select(sql<number>`coalesce(sum(version), 0)::bigint`.as('pulse'))
    .where('school_id', '=', schoolId)
    .where('plan_id', '=', planId),
);

const selectVisitors = fixedQuery((db, { schoolId, planId }: PlanKey) =>
  db
    .selectFrom('plan_visitor as visitor')
    .innerJoin('membership', (join) =>
      join.onRef('membership.school_id', '=', 'visitor.school_id').onRef('membership.user_id', '=', 'visitor.user_id'),
    )
    .select(['visitor.user_id as userId', 'membership.display_name as name', 'visitor.item_id as itemId'])
    .where('visitor.school_id', '=', schoolId)
    .where('visitor.plan_id', '=', planId)
    .where(STILL_HERE)
    .orderBy('visitor.id'),
);

const selectMarks = fixedQuery((db, { schoolId, planId }: PlanKey) =>
  db
    .selectFrom('plan_item')
    .select(['id', 'version', 'updated_by as byId', sql<boolean>`deleted_at IS NOT NULL`.as('removed')])
    .where('school_id', '=', schoolId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id'),
);

const selectRows = fixedQuery((db, { schoolId, planId, ids }: PlanKey & { ids: readonly string[] }) =>
  db
    .selectFrom('plan_item as item')
    .leftJoin('membership', (join) =>
      join.onRef('membership.school_id', '=', 'item.school_id').onRef('membership.user_id', '=', 'item.updated_by'),
    )
    .selectAll('item')
    .select('membership.display_name as by')
    .where('item.school_id', '=', schoolId)
    .where('item.plan_id', '=', planId)
    .where('item.deleted_at', 'is', null)
    .where(sql<boolean>`item.id = ANY (${ids}::uuid[])`),
);

/** A window in which the plan is open. */
export interface Visitor {
  userId: string;
  name: string;
  /** The row that the person is at. */
  itemId: string | null;
}

export interface Pulse {
  /** Null when the plan is gone. */
  state: PlanState | null;
  /** Who belongs to the group whose plan it is. */
  memberIds: string[];
  /** Grows with every change of any row. */
  pulse: number;
  visitors: Visitor[];
}

/** Three small answers in one round trip. */
export async function findPulse(trx: SchoolTransaction, planId: string): Promise<Pulse> {
  const key = { schoolId: trx.schoolId, planId };
  const [plans, pulses, visitors] = await Promise.all([
    selectPlan(trx, key),
    selectPulse(trx, key),
    selectVisitors(trx, key),
  ]);
  const { state = null, memberIds = [] } = plans[0] ?? {};
  return { state, memberIds, pulse: pulses[0]?.pulse ?? 0, visitors };
}

/** Every row that the plan has or had, in order. */
export function findMarks(
  trx: SchoolTransaction,
  planId: string,
): Promise<(RowMark & { removed: boolean; byId: string })[]> {
  return selectMarks(trx, { schoolId: trx.schoolId, planId });
}

/** Those of the rows that stand in the plan, by id, each with the name of whoever changed it last. */
export async function findRows(
  trx: SchoolTransaction,
  planId: string,
  ids: readonly string[],
): Promise<Map<string, { stored: StoredItem; by: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await selectRows(trx, { schoolId: trx.schoolId, planId, ids });
  return new Map(rows.map((row) => [row.id, { stored: fromRow(row), by: row.by }]));
}

/** The moment is the database's: clocks of several computers need not agree. */
export async function insertVisitor(
  trx: SchoolTransaction,
  planId: string,
  visitor: { id: string; userId: string },
): Promise<void> {
  const { id, userId } = visitor;
  await trx
    .insertInto('plan_visitor')
    .values({ school_id: trx.schoolId, plan_id: planId, id, user_id: userId, item_id: null, seen_at: sql`now()` })
    // A check of all windows may have told of it already.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @throws AppError `database.no-row-written` when this person has no such window open */
export async function moveVisitor(
  trx: SchoolTransaction,
  planId: string,
  visitor: { id: string; userId: string; itemId: string | null },
): Promise<void> {
  await trx
    .updateTable('plan_visitor')
    .set({ item_id: visitor.itemId })
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('id', '=', visitor.id)
    .where('user_id', '=', visitor.userId)
    .execute();
}

/** Windows that are still open here; the ones that nobody tells of any more are forgotten. */
export async function keepVisitors(
  trx: SchoolTransaction,
  planId: string,
  visitors: readonly { id: string; userId: string }[],
): Promise<void> {
  const of = { school_id: trx.schoolId, plan_id: planId };
  const rows = visitors.map(({ id, userId }) => ({
    ...of,
    id,
    user_id: userId,
    item_id: null,
    seen_at: sql<Date>`now()`,
  }));
  await trx
    .insertInto('plan_visitor')
    .values(rows)
    // A crash of the database empties the table: a window that is not there any more is put back.
    .onConflict((conflict) =>
      conflict.columns(['school_id', 'plan_id', 'id']).doUpdateSet({ seen_at: sql`excluded.seen_at` }),
    )
    .execute();
  await sql`DELETE FROM plan_visitor AS visitor
    WHERE school_id = ${trx.schoolId} AND plan_id = ${planId} AND NOT (${STILL_HERE})`.execute(trx.withoutPlugins());
}

/** Windows that were closed. */
export async function deleteVisitors(trx: SchoolTransaction, planId: string, ids: readonly string[]): Promise<void> {
  await sql`DELETE FROM plan_visitor
    WHERE school_id = ${trx.schoolId} AND plan_id = ${planId} AND id = ANY (${ids}::uuid[])`.execute(
    trx.withoutPlugins(),
  );
}
