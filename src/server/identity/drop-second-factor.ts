import { recordAudit } from '#server/audit/record-audit.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { forgetDevices } from './trusted-devices.ts';

/**
 * From now on the password opens the door alone. The caller has made sure that the person has a second step and that whoever asks
 * may take it away.
 */
export async function dropSecondFactor(
  trx: SchoolTransaction,
  options: { userId: string; by: string | null; at: Date; action: string; details: Record<string, string | number> },
): Promise<void> {
  const { userId, by, at, action, details } = options;
  await trx.deleteFrom('twoFactor').where('userId', '=', userId).execute();
  await trx
    .updateTable('user')
    // Who has done it themselves need not be told.
    .set({ twoFactorEnabled: false, secondFactorRemovedAt: by === userId ? null : at })
    .where('id', '=', userId)
    .execute();
  await forgetDevices(trx, userId);
  await recordAudit(trx, { at, actorId: by, action, subjectType: 'user', subjectId: userId, details });
}
