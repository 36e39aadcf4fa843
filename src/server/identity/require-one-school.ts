import type { Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { asUser } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

/**
 * Who works in another school too signs in there with the same account: one principal must not get into the other's school by
 * giving a new password or a card.
 * @throws AppError `identity.account-of-several-schools`
 */
export async function requireOneSchool(
  db: Kysely<Database>,
  { schoolId, userId }: { schoolId: string; userId: string },
): Promise<void> {
  const schools = await asUser(db, userId, (trx) =>
    trx.selectFrom('membership').select('school_id').where('user_id', '=', userId).execute(),
  );
  if (schools.some(({ school_id }) => school_id !== schoolId))
    throw new AppError('identity.account-of-several-schools');
}
