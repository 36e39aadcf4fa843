import type { Kysely } from 'kysely';
import type { Database } from '#server/platform/schema.ts';

/** Whether anybody can sign in yet; false on a fresh database, where every page leads to the first run. */
export async function hasAccounts(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}
