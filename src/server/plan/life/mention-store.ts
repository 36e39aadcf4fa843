import type { Selectable } from 'kysely';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanMentionTable } from '#server/platform/schema-plan.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of whom comments name, and who has seen it. */

export type MentionRow = Selectable<PlanMentionTable>;

export async function insertMentions(
  trx: SchoolTransaction,
  mentions: readonly Omit<MentionRow, 'school_id'>[],
): Promise<void> {
  if (mentions.length === 0) return;
  await trx
    .insertInto('plan_mention')
    .values(mentions.map((mention) => ({ ...mention, school_id: trx.schoolId })))
    .execute();
}

export async function insertReaders(
  trx: SchoolTransaction,
  comment: { plan_id: string; comment_id: string; created_at: Date },
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  await trx
    .insertInto('plan_mention_reader')
    .values(userIds.map((user_id) => ({ ...comment, school_id: trx.schoolId, user_id, seen_at: null })))
    .execute();
}

/** In the order of the words. */
export async function findMentionsOf(
  trx: SchoolTransaction,
  planId: string,
  commentIds: readonly string[],
): Promise<MentionRow[]> {
  if (commentIds.length === 0) return [];
  return trx
    .selectFrom('plan_mention')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('comment_id', 'in', [...commentIds])
    .orderBy('ordinal')
    .execute();
}

/** Names of groups that are still there, by id. */
export async function groupNames(trx: SchoolTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('staff_group')
    .select(['id', 'name'])
    .where('school_id', '=', trx.schoolId)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Which of these comments name somebody who has not seen them yet. */
export async function findUnseen(
  trx: SchoolTransaction,
  reader: { userId: string; planId: string },
  commentIds: readonly string[],
): Promise<string[]> {
  if (commentIds.length === 0) return [];
  const rows = await trx
    .selectFrom('plan_mention_reader')
    .select('comment_id')
    .where('school_id', '=', trx.schoolId)
    .where('user_id', '=', reader.userId)
    .where('plan_id', '=', reader.planId)
    .where('comment_id', 'in', [...commentIds])
    .where('seen_at', 'is', null)
    .execute();
  return rows.map(({ comment_id }) => comment_id);
}

/** The first look counts. */
export async function markSeen(
  trx: SchoolTransaction,
  reader: { userId: string; planId: string },
  commentIds: readonly string[],
  at: Date,
): Promise<void> {
  await trx
    .updateTable('plan_mention_reader')
    .set({ seen_at: at })
    .where('school_id', '=', trx.schoolId)
    .where('user_id', '=', reader.userId)
    .where('plan_id', '=', reader.planId)
    .where('comment_id', 'in', [...commentIds])
    .execute();
}

/** Without what was taken back. */
export async function countUnseen(trx: SchoolTransaction, userId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('plan_mention_reader as reader')
    .innerJoin('plan_comment as comment', (on) =>
      on
        .onRef('comment.school_id', '=', 'reader.school_id')
        .onRef('comment.plan_id', '=', 'reader.plan_id')
        .onRef('comment.id', '=', 'reader.comment_id'),
    )
    .select((mention) => mention.fn.countAll<number>().as('count'))
    .where('reader.school_id', '=', trx.schoolId)
    .where('reader.user_id', '=', userId)
    .where('reader.seen_at', 'is', null)
    .where('comment.decision', 'is distinct from', 'withdrawn')
    .executeTakeFirstOrThrow();
  return count;
}

/** A comment that names somebody, as their list shows it. */
export interface MentionSummary {
  planId: string;
  commentId: string;
  planTitle: string;
  planState: PlanState;
  itemId: string | null;
  words: string;
  authorId: string | null;
  authorName: string;
  createdAt: Date;
  seenAt: Date | null;
}

/** What names somebody and was not taken back, newest first. */
export async function listMentionsOf(
  trx: SchoolTransaction,
  userId: string,
  page: { before: { createdAt: Date; id: string } | null; limit: number },
): Promise<MentionSummary[]> {
  let query = trx
    .selectFrom('plan_mention_reader as reader')
    .innerJoin('plan_comment as comment', (on) =>
      on
        .onRef('comment.school_id', '=', 'reader.school_id')
        .onRef('comment.plan_id', '=', 'reader.plan_id')
        .onRef('comment.id', '=', 'reader.comment_id'),
    )
    .innerJoin('plan', (on) =>
      on.onRef('plan.school_id', '=', 'reader.school_id').onRef('plan.id', '=', 'reader.plan_id'),
    )
    .select(['reader.plan_id as planId', 'reader.comment_id as commentId', 'plan.title as planTitle'])
    .select(['plan.state as planState', 'comment.item_id as itemId', 'comment.words as words'])
    .select(['comment.author_id as authorId', 'comment.author_name as authorName'])
    .select(['reader.created_at as createdAt', 'reader.seen_at as seenAt'])
    .where('reader.school_id', '=', trx.schoolId)
    .where('reader.user_id', '=', userId)
    .where('comment.decision', 'is distinct from', 'withdrawn');
  const { before } = page;
  if (before)
    query = query.where((at) =>
      at(at.refTuple('reader.created_at', 'reader.comment_id'), '<', at.tuple(before.createdAt, before.id)),
    );
  return query.orderBy('reader.created_at', 'desc').orderBy('reader.comment_id', 'desc').limit(page.limit).execute();
}
