import type { Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import { asUser } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

/**
 * After a right password: whether it still opens the door. Who has left the school, or brings a one-time password too late, is told
 * so, and the session that was just opened ends.
 * @param options.token of that session; null when the second step is still to come
 * @throws AppError `identity.not-active`, `identity.password-expired`
 */
export async function requireEntry(
  services: { db: Kysely<Database>; clock: Clock },
  { userId, token }: { userId: string; token: string | null },
): Promise<void> {
  const { db, clock } = services;
  const [works, account] = await Promise.all([worksSomewhere(db, userId), findAccount(db, userId)]);
  const until = account?.temporaryUntil ?? null;
  const expired = until !== null && new Date(until) <= clock.now();
  if (works && !expired) return;
  if (token !== null) await db.deleteFrom('session').where('token', '=', token).execute();
  throw new AppError(works ? 'identity.password-expired' : 'identity.not-active');
}

async function worksSomewhere(db: Kysely<Database>, userId: string): Promise<boolean> {
  const row = await asUser(db, userId, (trx) =>
    trx
      .selectFrom('membership')
      .select('school_id')
      .where('user_id', '=', userId)
      .where('active', '=', true)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

async function findAccount(db: Kysely<Database>, userId: string) {
  return db
    .selectFrom('account')
    .select('temporaryUntil')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
}
