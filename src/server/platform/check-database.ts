import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Returns when the database answers, and throws when it does not. */
export async function checkDatabase(db: Kysely<Database>): Promise<void> {
  await sql`SELECT 1`.execute(db);
}
