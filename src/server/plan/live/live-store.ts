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
    .select(['state', 'version'])
    .select([
      sql<string[]>`ARRAY(SELECT user_id FROM staff_group_member AS member
        WHERE member.school_id = plan.school_id AND member.group_id = plan.group_id)`.as('memberIds'),
      // The same law as that of rows: what was said stays, and its version only grows.
      sql<number>`(SELECT coalesce(sum(comment.version), 0)::bigint FROM plan_comment AS comment
        WHERE comment.school_id = plan.school_id AND comment.plan_id = plan.id)`.as('talk'),
    ])
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
  /** The row that the person is at, or the part around the table (`core/plan/part-id.ts`). */
  itemId: string | null;
}

export interface Pulse {
  /** Null when the plan is gone. */
  state: PlanState | null;
  /** Grows with every change of what stands around the rows, and with every step. */
  version: number;
  /** Grows with everything that is said, answered and settled. */
  talk: number;
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
  const { state = null, version = 0, talk = 0, memberIds = [] } = plans[0] ?? {};
  return { state, version, talk, memberIds, pulse: pulses[0]?.pulse ?? 0, visitors };
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

/** What people of the school are called, by id. */
export async function findNames(trx: SchoolTransaction, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('membership')
    .select(['user_id', 'display_name'])
    .where('school_id', '=', trx.schoolId)
    .where('user_id', 'in', [...new Set(userIds)])
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.display_name]));
}

/** As much of everything that was said about a plan as tells what is new in it: never its words. */
export interface CommentMark {
  id: string;
  version: number;
  /** The comment that began the thread; its own id when it did. */
  threadId: string;
  itemId: string | null;
  /** Nobody has answered or settled it. Replies are never open. */
  isOpen: boolean;
  /** Who said, answered or settled it last, as far as that is written down. */
  byId: string | null;
}

export async function findCommentMarks(trx: SchoolTransaction, planId: string): Promise<CommentMark[]> {
  const rows = await trx
    .selectFrom('plan_comment')
    .select(['id', 'version', 'parent_id', 'item_id', 'author_id', 'answered_by', 'answered_at'])
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    threadId: row.parent_id ?? row.id,
    itemId: row.item_id,
    isOpen: row.parent_id === null && row.answered_at === null,
    byId: row.version === 1 ? row.author_id : row.answered_by,
  }));
}

/** Who changed what stands around the rows after a version of the plan; of many changes the newest twenty. */
export async function findPartAuthors(trx: SchoolTransaction, planId: string, since: number): Promise<string[]> {
  const rows = await trx
    .selectFrom('audit_entry')
    .select(['actor_id', sql<number | null>`(details->>'version')::integer`.as('version')])
    .where('school_id', '=', trx.schoolId)
    .where('subject_type', '=', 'plan')
    .where('subject_id', '=', planId)
    .where('action', '=', 'plan.parts-edited')
    .orderBy('at', 'desc')
    .limit(20)
    .execute();
  const ids = rows.flatMap(({ actor_id, version }) => (actor_id !== null && (version ?? 0) > since ? actor_id : []));
  return [...new Set(ids)];
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
