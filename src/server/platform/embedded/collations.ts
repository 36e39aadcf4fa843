import pg from 'pg';
import type { Log } from '../log.ts';

/**
 * Order of text depends on the version of ICU. PostgreSQL keeps the version that each collation was made with; when a new
 * package brings another one, indexes that use it are built anew before anybody relies on them.
 * @returns version of `vi-x-icu`
 */
export async function checkCollations(owner: pg.ClientConfig, log: Log): Promise<string> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; recorded: string; actual: string }>(
      `SELECT quote_ident(collname) AS name, collversion AS recorded, pg_collation_actual_version(oid) AS actual
       FROM pg_collation WHERE collversion IS NOT NULL AND collname IN ('vi-x-icu', 'und-x-icu', 'unicode')`,
    );
    const changed = rows.filter(({ recorded, actual }) => recorded !== actual);
    if (changed.length > 0) {
      log.warn('database.collation-changed', { from: changed[0]?.recorded ?? null, to: changed[0]?.actual ?? null });
      await client.query(`REINDEX DATABASE ${client.escapeIdentifier(client.database ?? '')}`);
      for (const { name } of changed) await client.query(`ALTER COLLATION ${name} REFRESH VERSION`);
    }
    return rows.find(({ name }) => name === '"vi-x-icu"')?.actual ?? 'none';
  } finally {
    await client.end();
  }
}
