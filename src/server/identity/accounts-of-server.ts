import type { Kysely } from 'kysely';
import { type NewAccount, normaliseUsername } from '#core/identity/new-account.ts';
import type { Role } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { createAccount } from './create-account.ts';
import { dropSecondFactor } from './drop-second-factor.ts';
import { endSessions } from './end-sessions.ts';
import { findMemberships } from './list-accounts.ts';
import { recordOfPerson } from './record-of-person.ts';
import { setPassword } from './set-password.ts';

/**
 * What whoever runs the server may do to accounts, from the command line: nobody is signed in, and the logs of the schools say so.
 */
interface Server {
  db: Kysely<Database>;
  clock: Clock;
}

const BY = { by: 'command line' } as const;

/** @throws AppError `identity.username-taken` */
export async function addAccount(
  { db, clock }: Server,
  { schoolId, account, role }: { schoolId: string; account: NewAccount; role: Role },
): Promise<void> {
  const at = clock.now();
  await inSchool(db, schoolId, async (trx) => {
    const userId = await createAccount(trx, { account, role, now: at });
    const about = { at, actorId: null, subjectType: 'user', subjectId: userId };
    await recordAudit(trx, { ...about, action: 'account.created', details: { role, ...BY } });
  });
}

/** A password of the person's own; open sessions end. @throws AppError `identity.account.not-found` */
export async function setAccountPassword(
  server: Server,
  { username, password }: { username: string; password: string },
): Promise<void> {
  const { db, clock } = server;
  const { userId, schoolId } = await findAccount(db, username);
  await inSchool(db, schoolId, (trx) => setPassword(trx, { userId, password, by: null, at: clock.now() }));
  await recordOfPerson(server, { userId, actorId: null, action: 'account.password-set', details: BY, but: schoolId });
}

/**
 * For a principal who has lost phone and recovery codes: nobody in the school can help them.
 * @throws AppError `identity.account.not-found`, `identity.second-factor.off`
 */
export async function removeAccountSecondFactor(server: Server, { username }: { username: string }): Promise<void> {
  const { db, clock } = server;
  const { userId, schoolId } = await findAccount(db, username);
  const on = await db.selectFrom('twoFactor').select('id').where('userId', '=', userId).executeTakeFirst();
  if (!on) throw new AppError('identity.second-factor.off');
  const action = 'identity.second-factor-removed';
  await inSchool(db, schoolId, async (trx) => {
    const sessionsEnded = await endSessions(trx, { userId });
    await dropSecondFactor(trx, { userId, by: null, at: clock.now(), action, details: { sessionsEnded, ...BY } });
  });
  await recordOfPerson(server, { userId, actorId: null, action, details: BY, but: schoolId });
}

async function findAccount(db: Kysely<Database>, username: string): Promise<{ userId: string; schoolId: string }> {
  const user = await db
    .selectFrom('user')
    .select('id')
    .where('username', '=', normaliseUsername(username))
    .executeTakeFirst();
  const schoolId = user && (await findMemberships(db, user.id))[0]?.schoolId;
  if (!user || schoolId === undefined) throw new AppError('identity.account.not-found', { username });
  return { userId: user.id, schoolId };
}
