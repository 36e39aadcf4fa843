import type { Kysely } from 'kysely';
import type { NewMember } from '#core/identity/member-facts.ts';
import { suggestUsername, usernameBase } from '#core/identity/suggest-username.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';
import { type Context, requirePermission } from './context.ts';
import { createAccount } from './create-account.ts';
import { oneTimePassword, oneTimeUntil } from './one-time-password.ts';
import { takenUsernames } from './taken-usernames.ts';

/**
 * An account for one person, with a one-time password that is told once and kept nowhere.
 * @throws AppError `identity.not-allowed`, `identity.username-taken`
 */
export async function addMember(
  context: Context,
  options: { member: NewMember },
): Promise<{ userId: string; username: string; password: string }> {
  requirePermission(context, 'member.edit');
  const { displayName, role, jobTitle, phone } = options.member;
  const password = oneTimePassword();
  const now = context.clock.now();
  const username = options.member.username || (await freeUsername(context.db, displayName));
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
  return { userId, username, password };
}

/** Another person may take it meanwhile: then adding is refused, and nothing is lost. */
async function freeUsername(db: Kysely<Database>, displayName: string): Promise<string> {
  const taken = await takenUsernames(db, [usernameBase(displayName)]);
  return suggestUsername(displayName, (username) => taken.has(username));
}
