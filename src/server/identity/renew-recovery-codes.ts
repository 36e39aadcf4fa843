import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { RecoveryCodesTold } from './confirm-second-factor.ts';
import type { Context } from './context.ts';
import { type Proof, proveOneself } from './prove-oneself.ts';
import { recordOfPerson } from './record-of-person.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { findSecondFactor } from './second-factor-store.ts';

/**
 * New recovery codes, told once; the old ones open nothing any more.
 * @throws AppError `identity.second-factor.off`, `identity.too-many-attempts`
 */
export async function renewRecoveryCodes(context: Context, proof: Proof): Promise<RecoveryCodesTold> {
  const { db, user, clock, schoolId } = context;
  const factor = await findSecondFactor({ db, seal: proof.seal }, user.id);
  if (!factor?.verified) throw new AppError('identity.second-factor.off');
  const problem = await proveOneself(factor, context, proof);
  if (problem) return { ok: false, problem };
  const codes = newRecoveryCodes();
  const backupCodes = await proof.seal.close(JSON.stringify(codes));
  const entry = { actorId: user.id, action: 'identity.recovery-codes-renewed' };
  await inSchool(db, schoolId, async (trx) => {
    await trx.updateTable('twoFactor').set({ backupCodes }).where('userId', '=', user.id).execute();
    const about = { at: clock.now(), subjectType: 'user', subjectId: user.id };
    await recordAudit(trx, { ...entry, ...about, details: {} });
  });
  await recordOfPerson(context, { ...entry, userId: user.id, but: schoolId });
  return { ok: true, codes };
}
