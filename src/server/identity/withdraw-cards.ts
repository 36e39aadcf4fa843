import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** Withdraws every card of a person that still works, and ends the sessions opened with them. @returns how many cards */
export async function withdrawCardsOf(
  trx: SchoolTransaction,
  { userId, at, keepSessionId }: { userId: string; at: Date; keepSessionId?: string },
): Promise<number> {
  const valid = await trx
    .selectFrom('sign_in_card')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('user_id', '=', userId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const ids = valid.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await trx
    .updateTable('sign_in_card')
    .set({ withdrawn_at: at })
    .where('school_id', '=', trx.schoolId)
    .where('id', 'in', ids)
    .execute();
  const open = await trx.selectFrom('session').select('id').where('cardId', 'in', ids).execute();
  const sessions = open.map(({ id }) => id).filter((id) => id !== keepSessionId);
  if (sessions.length > 0) await trx.deleteFrom('session').where('id', 'in', sessions).execute();
  return ids.length;
}
