import type { Kysely } from 'kysely';
import type { Database } from '#server/platform/schema.ts';

/** How long a browser that somebody trusts is not asked for the code again, counted from its last sign-in. */
export const TRUSTED_DAYS = 30;

const PREFIX = 'trust-device-';

/** The browsers that are not asked for a code, of a person. */
export async function countTrustedDevices(
  db: Kysely<Database>,
  { userId, now }: { userId: string; now: Date },
): Promise<number> {
  const rows = await db
    .selectFrom('verification')
    .select('id')
    .where('value', '=', userId)
    .where('identifier', 'like', `${PREFIX}%`)
    .where('expiresAt', '>', now)
    .execute();
  return rows.length;
}

/** No browser is trusted any more, and whoever stands between the two steps of signing in begins anew. @returns how many there were */
export async function forgetDevices(db: Kysely<Database>, userId: string): Promise<number> {
  const rows = await db.selectFrom('verification').select(['id', 'identifier']).where('value', '=', userId).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('verification').where('id', 'in', ids).execute();
  return rows.filter(({ identifier }) => identifier.startsWith(PREFIX)).length;
}
