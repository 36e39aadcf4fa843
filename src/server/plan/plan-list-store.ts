import { type ExpressionBuilder, sql } from 'kysely';
import { fold } from '#core/kernel/text.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';
import type { Database } from '#server/platform/schema.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of the list of plans: by school year, page by key, with what is asked for. */

export interface PlanSummary {
  id: string;
  title: string;
  state: PlanState;
  scope: PlanScope;
  /** Of a plan of a group. */
  groupName: string | null;
  schoolYearStart: number | null;
  /** Of a strategy: start of its last school year. */
  lastYearStart: number | null;
  standardSet: string | null;
  rows: number;
  createdAt: Date;
  /** When it or one of its rows was last written. */
  updatedAt: Date;
}

/** What is asked for; null or "" asks for nothing. */
export interface PlanFilter {
  scope: PlanScope | null;
  /** Start of a school year; a strategy counts for each year that it runs over. */
  year: number | null;
  /** Words of title, group, number, set or year, with or without tones, in any order. */
  words: string;
  /** Whether plans that wait for review are among them. */
  withReview: boolean;
}

/** The last plan of the page before. */
export interface PlanKey {
  year: number;
  createdAt: Date;
  id: string;
}

type Plans = ExpressionBuilder<Database, 'plan' | 'staff_group'>;

/** The year to order by: plans that name none come last. */
const year = sql<number>`coalesce(plan.school_year_start, 0)`;

/** To the millisecond, which is all that a key says of it: of plans made in the same one, none is left between two pages. */
const madeAt = sql<Date>`date_trunc('milliseconds', plan.created_at)`;

/** Small letters without tones, as `fold` makes them. */
const searched = sql<string>`replace(regexp_replace(normalize(lower(concat_ws(' ', plan.title, staff_group.name,
  plan.standard_set, plan.document->>'number', plan.school_year_start || '-' || (plan.school_year_start + 1))), NFD),
  '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;

function matches({ scope, year: wanted, words, withReview }: PlanFilter) {
  return ({ eb, and, or }: Plans) =>
    and([
      ...(scope === null ? [] : [eb('plan.scope', '=', scope)]),
      ...(withReview ? [] : [eb('plan.state', '<>', 'review')]),
      ...(wanted === null
        ? []
        : [
            or([
              eb('plan.school_year_start', '=', wanted),
              and([eb('plan.school_year_start', '<=', wanted), eb('plan.last_year_start', '>=', wanted)]),
            ]),
          ]),
      ...wordsOf(words).map((word) => eb(searched, 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)),
    ]);
}

function wordsOf(text: string): string[] {
  return fold(text).split(' ').filter(Boolean).slice(0, 10);
}

function plansOf(trx: SchoolTransaction) {
  return trx
    .selectFrom('plan')
    .leftJoin('staff_group', (join) =>
      join.onRef('staff_group.school_id', '=', 'plan.school_id').onRef('staff_group.id', '=', 'plan.group_id'),
    )
    .where('plan.school_id', '=', trx.schoolId);
}

/** Newest school year first, then the newest plan. */
export async function findPlanSummaries(
  trx: SchoolTransaction,
  options: PlanFilter & { before: PlanKey | null; limit: number },
): Promise<PlanSummary[]> {
  const { before, limit } = options;
  const plans = await plansOf(trx)
    .select(['plan.id', 'plan.title', 'plan.state', 'plan.scope', 'plan.standard_set'])
    .select(['plan.school_year_start', 'plan.last_year_start', 'plan.created_at', 'plan.updated_at'])
    .select('staff_group.name as group_name')
    .where(matches(options))
    .$if(before !== null, (query) =>
      query.where(
        sql<boolean>`(${year}, ${madeAt}, plan.id) < (${before?.year}, ${before?.createdAt}::timestamptz, ${before?.id}::uuid)`,
      ),
    )
    .orderBy(year, 'desc')
    .orderBy(madeAt, 'desc')
    .orderBy('plan.id', 'desc')
    .limit(limit)
    .execute();
  const items = await countItems(
    trx,
    plans.map(({ id }) => id),
  );
  return plans.map((plan) => ({
    id: plan.id,
    title: plan.title,
    state: plan.state,
    scope: plan.scope,
    groupName: plan.group_name,
    schoolYearStart: plan.school_year_start,
    lastYearStart: plan.last_year_start,
    standardSet: plan.standard_set,
    createdAt: plan.created_at,
    // A cell is saved without a word to its plan.
    updatedAt: later(plan.updated_at, items.get(plan.id)?.touchedAt),
    rows: items.get(plan.id)?.rows ?? 0,
  }));
}

export async function countPlans(trx: SchoolTransaction, filter: PlanFilter): Promise<number> {
  const { count } = await plansOf(trx)
    .select((plan) => plan.fn.countAll<number>().as('count'))
    .where(matches(filter))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** School years that plans are for, newest first. */
export async function findPlanYears(trx: SchoolTransaction): Promise<number[]> {
  const rows = await trx
    .selectFrom('plan')
    .select('school_year_start')
    .distinct()
    .where('school_id', '=', trx.schoolId)
    .where('school_year_start', 'is not', null)
    .orderBy('school_year_start', 'desc')
    .execute();
  return rows.flatMap((row) => row.school_year_start ?? []);
}

/** The plans that were made of these uploads. */
export async function findPlansOfUploads(
  trx: SchoolTransaction,
  uploadIds: readonly string[],
): Promise<{ uploadId: string; id: string; state: PlanState; rows: number }[]> {
  if (uploadIds.length === 0) return [];
  const plans = await trx
    .selectFrom('plan')
    .select(['id', 'state', 'upload_id'])
    .where('school_id', '=', trx.schoolId)
    .where('upload_id', 'in', [...uploadIds])
    .orderBy('created_at')
    .execute();
  const items = await countItems(
    trx,
    plans.map(({ id }) => id),
  );
  return plans.map(({ id, state, upload_id }) => ({ uploadId: upload_id!, id, state, rows: items.get(id)?.rows ?? 0 }));
}

function later(one: Date, other: Date | undefined): Date {
  return other !== undefined && other > one ? other : one;
}

/** How many rows a plan has, and when one of them was last written or removed. */
async function countItems(
  trx: SchoolTransaction,
  planIds: readonly string[],
): Promise<Map<string, { rows: number; touchedAt: Date }>> {
  if (planIds.length === 0) return new Map();
  const counts = await trx
    .selectFrom('plan_item')
    .select((item) => [
      'plan_id',
      item.fn.countAll<number>().filterWhere('deleted_at', 'is', null).as('rows'),
      item.fn.max('updated_at').as('touched_at'),
    ])
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', 'in', [...planIds])
    .groupBy('plan_id')
    .execute();
  return new Map(counts.map((count) => [count.plan_id, { rows: count.rows, touchedAt: count.touched_at }]));
}
