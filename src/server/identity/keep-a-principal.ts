import { AppError } from '#core/kernel/app-error.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * A school that nobody can run any more cannot be mended from inside, so that the last active principal stays one. The caller holds
 * the locks of all principals (`readForChange`): two who step down at once do so one after the other.
 * @throws AppError `identity.last-principal`
 */
export async function keepAPrincipal(trx: SchoolTransaction, leaving: string): Promise<void> {
  const principals = await trx
    .selectFrom('membership')
    .select('user_id')
    .where('school_id', '=', trx.schoolId)
    .where('role', '=', 'principal')
    .where('active', '=', true)
    .execute();
  const others = principals.filter(({ user_id }) => user_id !== leaving);
  if (principals.length > 0 && others.length === 0) throw new AppError('identity.last-principal');
}
