import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';

/** What people of this school are called, by id, those who have left included; ids of nobody of the school are not in it. */
export async function memberNames(context: Context, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  return inSchool(context.db, context.schoolId, (trx) => memberNamesIn(trx, userIds));
}

/** The same, inside a transaction that is there already. */
export async function memberNamesIn(
  trx: SchoolTransaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('membership')
    .select(['user_id', 'display_name'])
    .where('school_id', '=', trx.schoolId)
    .where('user_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.display_name]));
}
