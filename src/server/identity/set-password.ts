import { hashPassword } from 'better-auth/crypto';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * Gives a person a new password and ends all their sessions. The caller has made sure that the person belongs to the school of
 * the transaction and that the password is a good one.
 * @throws AppError `database.no-row-written` when the person has no password to replace
 */
export async function setPassword(
  trx: SchoolTransaction,
  options: { userId: string; password: string; by: string | null; at: Date },
): Promise<void> {
  const { userId, password, by, at } = options;
  await trx
    .updateTable('account')
    .set({ password: await hashPassword(password), updatedAt: at })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  const open = await trx.selectFrom('session').select('id').where('userId', '=', userId).execute();
  if (open.length > 0) await trx.deleteFrom('session').where('userId', '=', userId).execute();
  await recordAudit(trx, {
    at,
    actorId: by,
    action: 'account.password-set',
    subjectType: 'user',
    subjectId: userId,
    details: { sessionsEnded: open.length },
  });
}
