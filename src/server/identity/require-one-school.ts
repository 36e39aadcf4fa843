import { CompiledQuery } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { isId } from '#server/platform/ids.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * Who works in another school too signs in there with the same account: one principal must not get into the other's school by
 * giving a new password or a card. Asked on the connection of the transaction: a second one could be waited for by everybody at once.
 * @throws AppError `identity.account-of-several-schools`
 */
export async function requireOneSchool(trx: SchoolTransaction, userId: string): Promise<void> {
  if (!isId(userId)) throw new AppError('database.user-id-invalid');
  // For this one question the transaction may also read where the person works.
  await trx.executeQuery(CompiledQuery.raw(`SET LOCAL app.user_id = '${userId}'`));
  const schools = await trx.selectFrom('membership').select('school_id').where('user_id', '=', userId).execute();
  await trx.executeQuery(CompiledQuery.raw(`SET LOCAL app.user_id = ''`));
  if (schools.some(({ school_id }) => school_id !== trx.schoolId))
    throw new AppError('identity.account-of-several-schools');
}
