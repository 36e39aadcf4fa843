import { AppError } from '#core/kernel/app-error.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { findMember } from './member-store.ts';
import { oneTimePassword, oneTimeUntil } from './one-time-password.ts';
import { requireOneSchool } from './require-one-school.ts';
import { setPassword } from './set-password.ts';

/**
 * For somebody who has forgotten their password: a one-time password, told once and kept nowhere, to be changed at the next
 * sign-in. All their sessions end.
 * @throws AppError `identity.not-allowed`, `identity.member.not-found`, `identity.not-active`, `identity.account-of-several-schools`
 */
export async function resetPassword(context: Context, options: { userId: string }): Promise<{ password: string }> {
  requirePermission(context, 'member.edit');
  const { userId } = options;
  const password = oneTimePassword();
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const member = await findMember(trx, userId);
    if (!member) throw new AppError('identity.member.not-found');
    if (!member.active) throw new AppError('identity.not-active');
    await requireOneSchool(trx, userId);
    await setPassword(trx, { userId, password, by: context.user.id, at, temporaryUntil: oneTimeUntil(at) });
  });
  return { password };
}
