import type { Insertable, Selectable } from 'kysely';
import type { PlanCommentTable } from '#server/platform/schema-plan.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of what people say about a plan. */

export async function insertComment(
  trx: SchoolTransaction,
  comment: Omit<Insertable<PlanCommentTable>, 'school_id'>,
): Promise<void> {
  await trx
    .insertInto('plan_comment')
    .values({ ...comment, school_id: trx.schoolId })
    .execute();
}

/** Oldest first; of one row, or of the plan and all its rows. */
export async function findComments(
  trx: SchoolTransaction,
  planId: string,
  itemId: string | null = null,
): Promise<Selectable<PlanCommentTable>[]> {
  const query = trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId);
  return (itemId === null ? query : query.where('item_id', '=', itemId)).orderBy('created_at').orderBy('id').execute();
}

export async function findComment(
  trx: SchoolTransaction,
  planId: string,
  commentId: string,
): Promise<Selectable<PlanCommentTable> | null> {
  const row = await trx
    .selectFrom('plan_comment')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('id', '=', commentId)
    .executeTakeFirst();
  return row ?? null;
}

/** @throws AppError `database.no-row-written` when stale */
export async function updateAnswer(
  trx: SchoolTransaction,
  comment: Pick<Selectable<PlanCommentTable>, 'plan_id' | 'id' | 'version' | 'answer' | 'decision'>,
  by: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('plan_comment')
    .set({
      answer: comment.answer,
      decision: comment.decision,
      answered_by: by,
      answered_at: at,
      version: comment.version + 1,
    })
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', comment.plan_id)
    .where('id', '=', comment.id)
    .where('version', '=', comment.version)
    .execute();
}

export async function countOpenComments(trx: SchoolTransaction, planId: string, revision: number): Promise<number> {
  const { count } = await trx
    .selectFrom('plan_comment')
    .select((comment) => comment.fn.countAll<number>().as('count'))
    .where('school_id', '=', trx.schoolId)
    .where('plan_id', '=', planId)
    .where('revision', '=', revision)
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
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
