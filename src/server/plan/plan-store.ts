import type { Selectable } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';
import type { PlanTable } from '#server/platform/schema-plan.ts';
import { jsonColumn } from '#server/platform/json-column.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { columnsOf, fromRow, type StoredItem } from './plan-item-row.ts';

/** The SQL of plans and their rows. Every query names its school, so that it reaches one shard. */

export type PlanParts = Omit<PlanDocument, 'items'>;

export interface NewPlan {
  id: string;
  title: string;
  layout: string;
  parts: PlanParts;
  uploadId: string | null;
  state: PlanState;
  followsPlanId: string | null;
  scope: PlanScope;
  groupId: string | null;
  partOfPlanId: string | null;
  by: string;
  at: Date;
}

export async function insertPlan(trx: SchoolTransaction, plan: NewPlan): Promise<void> {
  await trx
    .insertInto('plan')
    .values({
      school_id: trx.schoolId,
      id: plan.id,
      school_year_start: plan.parts.schoolYear?.start ?? null,
      title: plan.title,
      layout: plan.layout,
      standard_set: plan.parts.standardSet,
      school_type: plan.parts.schoolType,
      document: jsonColumn(plan.parts),
      upload_id: plan.uploadId,
      state: plan.state,
      follows_plan_id: plan.followsPlanId,
      scope: plan.scope,
      group_id: plan.groupId,
      part_of_plan_id: plan.partOfPlanId,
      last_year_start: plan.parts.lastSchoolYear?.start ?? null,
      created_by: plan.by,
      created_at: plan.at,
      updated_at: plan.at,
    })
    .execute();
}

/** Rows in one statement; each has its own place in the order. */
export async function insertItems(
  trx: SchoolTransaction,
  planId: string,
  items: readonly { item: PlanItem; position: string }[],
  by: string,
  at: Date,
): Promise<void> {
  if (items.length === 0) return;
  await trx
    .insertInto('plan_item')
    .values(
      items.map(({ item, position }) => ({
        ...columnsOf(item),
        school_id: trx.schoolId,
        plan_id: planId,
        id: item.id,
        position,
        updated_by: by,
        updated_at: at,
        deleted_at: null,
      })),
    )
    .execute();
}

export async function findPlan(trx: SchoolTransaction, planId: string): Promise<Selectable<PlanTable> | null> {
  const row = await trx
    .selectFrom('plan')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a revision of a plan was ever opened for comments. */
export async function wasConsulted(
  trx: SchoolTransaction,
  { id, revision }: Pick<Selectable<PlanTable>, 'id' | 'revision'>,
): Promise<boolean> {
  const step = await trx
    .selectFrom('plan_step')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', id)
    .where('revision', '=', revision)
    .where('move', '=', 'open-consultation')
    .executeTakeFirst();
  return step !== undefined;
}

/** How many plans of groups carry out a yearly plan. */
export async function countGroupPlans(trx: SchoolTransaction, planId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('plan')
    .select((plan) => plan.fn.countAll<number>().as('count'))
    .where('school_id', '=', trx.schoolId)
    .where('part_of_plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findItems(trx: SchoolTransaction, planId: string): Promise<StoredItem[]> {
  const rows = await trx
    .selectFrom('plan_item')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/**
 * Positions on both sides of the place after `after` (a row's id; "first" for the top; null for the end), and how many rows there
 * are. Removed rows count as neighbours, so that they can come back to their place. `except` is the row that is being moved.
 * @throws AppError `plan-item.not-found` when there is no such row
 */
export async function findNeighbours(
  trx: SchoolTransaction,
  planId: string,
  after: string | null,
  except?: string,
): Promise<{ before: string | null; after: string | null; count: number }> {
  const rows = await trx
    .selectFrom('plan_item')
    .select(['id', 'position', 'deleted_at'])
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const others = rows.filter((row) => row.id !== except);
  const index =
    after === null ? others.length - 1 : after === 'first' ? -1 : others.findIndex((row) => row.id === after);
  if (after !== null && after !== 'first' && index < 0) throw new AppError('plan-item.not-found');
  return {
    before: others[index]?.position ?? null,
    after: others[index + 1]?.position ?? null,
    count: rows.filter((row) => row.deleted_at === null).length,
  };
}

/** The parts around the rows. @throws AppError `database.no-row-written` when stale */
export async function updatePlan(
  trx: SchoolTransaction,
  plan: { id: string; version: number; title: string; layout: string; state: PlanState; parts: PlanParts },
  at: Date,
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({
      title: plan.title,
      layout: plan.layout,
      state: plan.state,
      school_year_start: plan.parts.schoolYear?.start ?? null,
      last_year_start: plan.parts.lastSchoolYear?.start ?? null,
      standard_set: plan.parts.standardSet,
      school_type: plan.parts.schoolType,
      document: jsonColumn(plan.parts),
      version: plan.version + 1,
      updated_at: at,
    })
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', plan.id)
    .where('version', '=', plan.version)
    .execute();
}

/** Of what kind a plan is, in the transaction of `updatePlan`. */
export async function updateKind(
  trx: SchoolTransaction,
  planId: string,
  kind: Pick<NewPlan, 'scope' | 'groupId' | 'partOfPlanId'>,
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ scope: kind.scope, group_id: kind.groupId, part_of_plan_id: kind.partOfPlanId })
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    .execute();
}

/** Removes a plan that was read from a file and never accepted, with its rows. */
export async function deletePlan(trx: SchoolTransaction, planId: string): Promise<void> {
  // What hangs on the rows goes before them.
  for (const table of ['plan_item_link', 'plan_item'] as const)
    await trx
      .deleteFrom(table)
      .where('school_id', '=', trx.schoolId)
      .where('plan_id', '=', planId)
      .execute()
      .catch(ignoreNoRows);
  await trx.deleteFrom('plan').where('school_id', '=', trx.schoolId).where('id', '=', planId).execute();
}

function ignoreNoRows(error: unknown): void {
  if (!isNoRowWritten(error)) throw error;
}
