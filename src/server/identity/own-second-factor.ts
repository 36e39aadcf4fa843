import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';
import type { Seal } from './seal.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { countTrustedDevices, forgetDevices } from './trusted-devices.ts';

export interface OwnSecondFactor {
  on: boolean;
  recoveryCodesLeft: number;
  /** Browsers that are not asked for a code. */
  trustedDevices: number;
  /** Kept under another secret of the installation: no code is right any more, and only others can switch it off. */
  unreadable: boolean;
}

const OFF: OwnSecondFactor = { on: false, recoveryCodesLeft: 0, trustedDevices: 0, unreadable: false };

/** How the person signs in. */
export async function getOwnSecondFactor(context: Context, { seal }: { seal: Seal }): Promise<OwnSecondFactor> {
  const { db, user, clock } = context;
  const row = await db.selectFrom('twoFactor').select('verified').where('userId', '=', user.id).executeTakeFirst();
  if (!row?.verified) return OFF;
  const factor = await findSecondFactor({ db, seal }, user.id).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  const trustedDevices = await countTrustedDevices(db, { userId: user.id, now: clock.now() });
  const recoveryCodesLeft = factor?.recoveryCodes.length ?? 0;
  return { on: true, recoveryCodesLeft, trustedDevices, unreadable: factor === null };
}

/** Every browser asks for a code again. */
export async function forgetOwnDevices(context: Context): Promise<void> {
  const { db, user, clock, schoolId } = context;
  await inSchool(db, schoolId, async (trx) => {
    const devices = await forgetDevices(trx, user.id);
    await recordAudit(trx, {
      ...{ at: clock.now(), actorId: user.id, action: 'identity.devices-forgotten' },
      ...{ subjectType: 'user', subjectId: user.id, details: { devices } },
    });
  });
}

/** The person has read that somebody else switched their second step off. */
export async function acknowledgeRemoval(context: Context): Promise<void> {
  await context.db.updateTable('user').set({ secondFactorRemovedAt: null }).where('id', '=', context.user.id).execute();
}
