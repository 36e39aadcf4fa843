import { hashPassword } from 'better-auth/crypto';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { endSessions } from './end-sessions.ts';
import { forgetDevices } from './trusted-devices.ts';

/**
 * Gives a person a new password and ends their sessions; no browser is trusted any more. The caller has made sure that the person belongs to the school of
 * the transaction and that the password is a good one.
 * @throws AppError `database.no-row-written` when the person has no password to replace
 */
export async function setPassword(
  trx: SchoolTransaction,
  options: {
    userId: string;
    password: string;
    by: string | null;
    at: Date;
    /** For a password that the person did not choose: until when it opens the door; it must be changed then. */
    temporaryUntil?: Date;
    /** The session that goes on: their own, when they changed it themselves. */
    keepSessionId?: string;
  },
): Promise<void> {
  const { userId, password, by, at, keepSessionId } = options;
  await trx
    .updateTable('account')
    .set({
      password: await hashPassword(password),
      temporaryUntil: options.temporaryUntil ?? null,
      updatedAt: at,
    })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  const sessionsEnded = await endSessions(trx, { userId, ...(keepSessionId === undefined ? {} : { keepSessionId }) });
  await forgetDevices(trx, userId);
  await recordAudit(trx, {
    at,
    actorId: by,
    action: 'account.password-set',
    subjectType: 'user',
    subjectId: userId,
    details: { sessionsEnded, temporary: options.temporaryUntil !== undefined },
  });
}
