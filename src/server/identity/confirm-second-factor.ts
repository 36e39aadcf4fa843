import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import type { Context } from './context.ts';
import { endSessions } from './end-sessions.ts';
import { type Proof, proveOneself } from './prove-oneself.ts';
import { recordOfPerson } from './record-of-person.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { withdrawCardsOf } from './withdraw-cards.ts';

export type RecoveryCodesTold = { ok: true; codes: string[] } | { ok: false; problem: FieldProblem };

/**
 * Switches the second step on, once the phone shows the right code. From now on a password alone opens nothing: other sessions end,
 * and sign-in cards are withdrawn.
 * @returns recovery codes, told once
 * @throws AppError `identity.second-factor.not-started`, `identity.second-factor.already-on`, `identity.too-many-attempts`
 */
export async function confirmSecondFactor(
  context: Context,
  options: Proof & { sessionId: string },
): Promise<RecoveryCodesTold> {
  const { db, user, clock, schoolId } = context;
  const factor = await findSecondFactor({ db, seal: options.seal }, user.id);
  if (!factor) throw new AppError('identity.second-factor.not-started');
  if (factor.verified) throw new AppError('identity.second-factor.already-on');
  const problem = await proveOneself(factor, context, options);
  if (problem) return { ok: false, problem };
  const codes = newRecoveryCodes();
  const backupCodes = await options.seal.close(JSON.stringify(codes));
  const at = clock.now();
  const details = await inSchool(db, schoolId, async (trx) => {
    await trx
      .updateTable('twoFactor')
      .set({ verified: true, backupCodes, failedVerificationCount: 0, lockedUntil: null })
      .where('userId', '=', user.id)
      .where('verified', '=', false)
      // The key that the code was of: another window may have shown another one meanwhile.
      .where('secret', '=', factor.sealedSecret)
      .execute()
      .catch((error: unknown) => {
        throw isNoRowWritten(error) ? new AppError('identity.second-factor.not-started', {}, { cause: error }) : error;
      });
    await trx
      .updateTable('user')
      .set({ twoFactorEnabled: true, secondFactorRemovedAt: null })
      .where('id', '=', user.id)
      .execute();
    const sessionsEnded = await endSessions(trx, { userId: user.id, keepSessionId: options.sessionId });
    const cardsWithdrawn = await withdrawCardsOf(trx, { userId: user.id, at, keepSessionId: options.sessionId });
    const told = { sessionsEnded, cardsWithdrawn };
    await recordAudit(trx, {
      ...{ at, actorId: user.id, action: 'identity.second-factor-on', subjectType: 'user', subjectId: user.id },
      details: told,
    });
    return told;
  });
  const entry = { userId: user.id, actorId: user.id, action: 'identity.second-factor-on', details, but: schoolId };
  await recordOfPerson(context, entry);
  return { ok: true, codes };
}
