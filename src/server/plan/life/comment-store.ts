import { type Insertable, type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from '#server/platform/schema.ts';
import type { PlanCommentTable } from '#server/platform/schema-plan.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of what people say about a plan. A comment that replies to none is the first of a thread. */

export type CommentRow = Selectable<PlanCommentTable>;

/** Which threads of a plan. */
export interface CommentFilter {
  /** Of one row. */
  itemId?: string | null;
  /** Only what nobody has answered or settled. */
  openOnly?: boolean;
}

/** A place in the list of threads. */
export interface CommentKey {
  createdAt: Date;
  id: string;
}

export async function insertComment(
  trx: SchoolTransaction,
  comment: Omit<Insertable<PlanCommentTable>, 'school_id'>,
): Promise<void> {
  await trx
    .insertInto('plan_comment')
    .values({ ...comment, school_id: trx.schoolId })
    .execute();
}

/** Threads, newest first. `from`: this one and those before it; `before`: those before it. */
export async function findThreads(
  trx: SchoolTransaction,
  planId: string,
  filter: CommentFilter & { from?: CommentKey | null; before?: CommentKey | null; limit: number },
): Promise<CommentRow[]> {
  let query = threadsOf(trx, planId, filter).selectAll();
  const { from, before } = filter;
  if (from) query = query.where((at) => at(at.refTuple('created_at', 'id'), '<=', at.tuple(from.createdAt, from.id)));
  if (before)
    query = query.where((at) => at(at.refTuple('created_at', 'id'), '<', at.tuple(before.createdAt, before.id)));
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(filter.limit).execute();
}

export async function countThreads(trx: SchoolTransaction, planId: string, filter: CommentFilter): Promise<number> {
  const { count } = await threadsOf(trx, planId, filter)
    .select((comment) => comment.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface TalkCounts {
  /** Threads, and how many of them nobody has answered or settled. */
  total: number;
  waiting: number;
  /** The sum of all versions: what was said stays and its version only grows, so that it changes with everything that happens. */
  pulse: number;
}

/** Counts the threads of one row or of the plan, in one go over what was said about it. */
export async function countTalk(trx: SchoolTransaction, planId: string, itemId: string | null): Promise<TalkCounts> {
  const isThread = sql<boolean>`parent_id IS NULL AND (${itemId}::uuid IS NULL OR item_id = ${itemId}::uuid)`;
  return trx
    .selectFrom('plan_comment')
    .select([
      sql<number>`count(*) FILTER (WHERE ${isThread})`.as('total'),
      sql<number>`count(*) FILTER (WHERE ${isThread} AND answered_at IS NULL)`.as('waiting'),
      sql<number>`coalesce(sum(version), 0)::bigint`.as('pulse'),
    ])
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
}

function threadsOf(
  trx: SchoolTransaction,
  planId: string,
  { itemId = null, openOnly = false }: CommentFilter,
): SelectQueryBuilder<Database, 'plan_comment', object> {
  let query = trx
    .selectFrom('plan_comment')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('parent_id', 'is', null);
  if (itemId !== null) query = query.where('item_id', '=', itemId);
  return openOnly ? query.where('answered_at', 'is', null) : query;
}

/** Oldest first. */
export async function findReplies(
  trx: SchoolTransaction,
  planId: string,
  parentIds: readonly string[],
): Promise<CommentRow[]> {
  if (parentIds.length === 0) return [];
  return trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('parent_id', 'in', [...parentIds])
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function findComment(
  trx: SchoolTransaction,
  planId: string,
  commentId: string,
): Promise<CommentRow | null> {
  const row = await trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('id', '=', commentId)
    .executeTakeFirst();
  return row ?? null;
}

/** The first of a thread, kept from being replied to, answered or taken back by anybody else until the transaction ends. */
export async function lockComment(trx: SchoolTransaction, planId: string, commentId: string): Promise<CommentRow> {
  return trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('id', '=', commentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What came by a link, oldest first. */
export async function findCommentsOfInvitation(trx: SchoolTransaction, invitationId: string): Promise<CommentRow[]> {
  return trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('invitation_id', '=', invitationId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export type CommentAnswer = Pick<
  CommentRow,
  'plan_id' | 'id' | 'version' | 'answer' | 'decision' | 'answered_by' | 'answered_at'
>;

/** @throws AppError `database.no-row-written` when stale */
export async function updateAnswer(trx: SchoolTransaction, comment: CommentAnswer): Promise<void> {
  const { answer, decision, answered_by, answered_at, version } = comment;
  await trx
    .updateTable('plan_comment')
    .set({ answer, decision, answered_by, answered_at, version: version + 1 })
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', comment.plan_id)
    .where('id', '=', comment.id)
    .where('version', '=', version)
    .execute();
}

/** Threads that wait: what a consultation of this revision owes an answer, and what is still discussed. */
export interface OpenThreads {
  consultation: number;
  discussion: number;
}

export async function countOpenThreads(trx: SchoolTransaction, planId: string, revision: number): Promise<OpenThreads> {
  const rows = await threadsOf(trx, planId, { openOnly: true })
    .select((comment) => ['kind' as const, comment.fn.countAll<number>().as('count')])
    .where((at) => at.or([at('revision', '=', revision), at('kind', '=', 'discussion')]))
    .groupBy('kind')
    .execute();
  const of = (kind: string) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return { consultation: of('consultation'), discussion: of('discussion') };
}

/** Threads that nobody has answered or settled, by row; rows without one are not in it. */
export async function countOpenByItem(trx: SchoolTransaction, planId: string): Promise<Record<string, number>> {
  const rows = await threadsOf(trx, planId, { openOnly: true })
    .select((comment) => ['item_id' as const, comment.fn.countAll<number>().as('count')])
    .where('item_id', 'is not', null)
    .groupBy('item_id')
    .execute();
  return Object.fromEntries(rows.map(({ item_id, count }) => [item_id ?? '', count]));
}

/** Whether anything was said about this revision of a plan. */
export async function hasComments(trx: SchoolTransaction, planId: string, revision: number): Promise<boolean> {
  const row = await trx
    .selectFrom('plan_comment')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('revision', '=', revision)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether the plan has this row, and it was not taken out. */
export async function hasItem(trx: SchoolTransaction, planId: string, itemId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('plan_item')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('id', '=', itemId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
