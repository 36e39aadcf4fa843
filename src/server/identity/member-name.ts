import { inSchool } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';

/** What a person of this school is called, to say who changed something; null for nobody of the school. */
export async function memberName(context: Context, userId: string): Promise<string | null> {
  const row = await inSchool(context.db, context.schoolId, (trx) =>
    trx
      .selectFrom('membership')
      .select('display_name')
      .where('school_id', '=', context.schoolId)
      .where('user_id', '=', userId)
      .executeTakeFirst(),
  );
  return row?.display_name ?? null;
}
