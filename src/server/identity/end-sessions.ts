import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** Ends the sessions of a person at once, but the one that is kept. @returns how many there were */
export async function endSessions(
  trx: SchoolTransaction,
  options: { userId: string; keepSessionId?: string },
): Promise<number> {
  const open = await trx.selectFrom('session').select('id').where('userId', '=', options.userId).execute();
  const ended = open.map(({ id }) => id).filter((id) => id !== options.keepSessionId);
  if (ended.length > 0) await trx.deleteFrom('session').where('id', 'in', ended).execute();
  return ended.length;
}
