import { AppError } from '#core/kernel/app-error.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { dropSecondFactor } from './drop-second-factor.ts';
import { endSessions } from './end-sessions.ts';
import { findMember } from './member-store.ts';
import { requireOneSchool } from './require-one-school.ts';

/**
 * For somebody who has lost phone and recovery codes: their password opens the door alone again. They are told when they sign in
 * next, so that nobody loses the second step without knowing. All their sessions end.
 * @throws AppError `identity.not-allowed`, `identity.member.not-found`, `identity.second-factor.off`, `identity.second-factor.own`
 *   (one's own is switched off with a code, else an unlocked computer would be enough), `identity.account-of-several-schools`
 */
export async function removeSecondFactor(context: Context, options: { userId: string }): Promise<void> {
  requirePermission(context, 'member.edit');
  const { userId } = options;
  if (userId === context.user.id) throw new AppError('identity.second-factor.own');
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const member = await findMember(trx, userId);
    if (!member) throw new AppError('identity.member.not-found');
    if (!member.secondFactor) throw new AppError('identity.second-factor.off');
    await requireOneSchool(trx, userId);
    const sessionsEnded = await endSessions(trx, { userId });
    const action = 'identity.second-factor-removed';
    await dropSecondFactor(trx, { userId, by: context.user.id, at, action, details: { sessionsEnded } });
  });
}
