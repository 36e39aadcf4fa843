import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import type { Clock } from '#server/platform/clock.ts';
import { countEvent } from '#server/platform/count-event.ts';
import type { Database } from '#server/platform/schema.ts';

const WINDOW_MINUTES = 15;
const WINDOW = WINDOW_MINUTES * 60_000;

/**
 * A guesser at one place is stopped after ten tries at a name; a whole school behind one address, or a name that somebody
 * else keeps guessing, has more room, so that nobody can lock the principal out easily.
 */
const LIMITS = { nameAtAddress: 10, address: 200, name: 100 } as const;

interface Attempt {
  username: string;
  address: string;
}

/**
 * Counts one attempt to sign in, before the password is looked at.
 * @throws AppError `identity.too-many-attempts` with `minutes` to wait
 */
export async function countSignIn(services: { db: Kysely<Database>; clock: Clock }, attempt: Attempt): Promise<void> {
  const now = services.clock.now().getTime();
  // One after the other: tries beyond the first limit do not count against the name, or one guesser could lock its owner out.
  for (const [name, limit] of Object.entries(LIMITS)) {
    const { count, since } = await countEvent(services.db, { key: keyOf(name, attempt), now, span: WINDOW });
    if (count > limit) {
      const minutes = Math.max(1, Math.ceil((since + WINDOW - now) / 60_000));
      throw new AppError('identity.too-many-attempts', { minutes });
    }
  }
}

/** After a right password: the name starts afresh at this address, and the try counts against nobody. */
export async function forgetSignIn(db: Kysely<Database>, attempt: Attempt): Promise<void> {
  await db.deleteFrom('rateLimit').where('key', '=', keyOf('nameAtAddress', attempt)).execute();
  for (const name of ['name', 'address']) {
    await db
      .updateTable('rateLimit')
      .set({ count: sql<number>`count - 1` })
      .where('key', '=', keyOf(name, attempt))
      .where('count', '>', 0)
      .execute();
  }
}

/** Names and addresses are personal: only their hash is kept. */
function keyOf(limit: string, { username, address }: Attempt): string {
  const subject = { nameAtAddress: `${username} ${address}`, name: username, address }[limit] ?? '';
  return `sign-in:${limit}:${createHash('sha256').update(subject).digest('base64url')}`;
}
