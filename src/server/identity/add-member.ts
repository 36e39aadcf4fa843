import type { NewMember } from '#core/identity/member-facts.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type Context, requirePermission } from './context.ts';
import { createAccount } from './create-account.ts';
import { oneTimePassword, oneTimeUntil } from './one-time-password.ts';

/**
 * An account for one person, with a one-time password that is told once and kept nowhere.
 * @throws AppError `identity.not-allowed`, `identity.username-taken`
 */
export async function addMember(
  context: Context,
  options: { member: NewMember },
): Promise<{ userId: string; password: string }> {
  requirePermission(context, 'member.edit');
  const { displayName, username, role, jobTitle, phone } = options.member;
  const password = oneTimePassword();
  const now = context.clock.now();
  const userId = await inSchool(context.db, context.schoolId, async (trx) => {
    const account = { displayName, username, password };
    const id = await createAccount(trx, { account, role, now, jobTitle, phone, temporaryUntil: oneTimeUntil(now) });
    await recordAudit(trx, {
      at: now,
      actorId: context.user.id,
      action: 'identity.account-created',
      subjectType: 'user',
      subjectId: id,
      details: { role },
    });
    return id;
  });
  return { userId, password };
}
