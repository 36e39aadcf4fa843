import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** Withdraws every card of a person that still works. @returns how many */
export async function withdrawCardsOf(
  trx: SchoolTransaction,
  { userId, at }: { userId: string; at: Date },
): Promise<number> {
  const valid = await trx
    .selectFrom('sign_in_card')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('user_id', '=', userId)
    .where('withdrawn_at', 'is', null)
    .execute();
  if (valid.length === 0) return 0;
  await trx
    .updateTable('sign_in_card')
    .set({ withdrawn_at: at })
    .where('school_id', '=', trx.schoolId)
    .where(
      'id',
      'in',
      valid.map(({ id }) => id),
    )
    .execute();
  return valid.length;
}
