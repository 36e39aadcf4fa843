import type { Kysely } from 'kysely';
import type { Database } from '#server/platform/schema.ts';

/** The usernames that begin like this, of everybody on this server. */
export async function takenUsernames(db: Kysely<Database>, beginnings: readonly string[]): Promise<Set<string>> {
  const patterns = [...new Set(beginnings)].map((text) => `${text.replace(/[\\%_]/g, '\\$&')}%`);
  if (patterns.length === 0) return new Set();
  const rows = await db
    .selectFrom('user')
    .select('username')
    .where((query) => query.or(patterns.map((pattern) => query('username', 'like', pattern))))
    .execute();
  return new Set(rows.flatMap(({ username }) => (username === null ? [] : [username])));
}
