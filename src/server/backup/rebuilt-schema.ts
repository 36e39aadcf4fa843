import type pg from 'pg';
import { applyMigrations } from '#server/platform/migrate.ts';
import type { MigrationFile } from '#server/platform/migration-files.ts';
import { addOwnerReads } from '#server/platform/owner-reads.ts';
import { quoted } from './backed-up-tables.ts';

/** Tables are built here, beside those in use, and only take their place when everything has gone well. */
export const BUILDING = 'caitien_building';

/**
 * Builds the tables of a schema version in a schema of their own, lets `fill` put rows into them, and brings them up to the newest
 * version. Works inside the caller's transaction: whatever fails, nothing of it remains. While it is filled, rows of any school can be
 * written, in any order; every rule is checked afterwards.
 */
export async function buildSchema(
  client: pg.Client,
  migrations: { before: readonly MigrationFile[]; after: readonly MigrationFile[] },
  fill: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_schema() AS name');
  const home = rows[0]?.name ?? 'public';
  await client.query(`CREATE SCHEMA ${BUILDING}`);
  await client.query(`SET LOCAL search_path = ${BUILDING}, ${quoted(home)}`);
  await applyMigrations(client, migrations.before);
  const security = await forcedTables(client);
  for (const table of security) await client.query(`ALTER TABLE ${quoted(table)} NO FORCE ROW LEVEL SECURITY`);
  const keys = await takeForeignKeys(client);
  await fill();
  for (const { table, name, rule } of keys) {
    await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${rule}`);
  }
  await applyMigrations(client, migrations.after);
  for (const table of security) await client.query(`ALTER TABLE IF EXISTS ${quoted(table)} FORCE ROW LEVEL SECURITY`);
  await addOwnerReads(client);
}

async function forcedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = '${BUILDING}'::regnamespace AND relforcerowsecurity`,
  );
  return rows.map(({ name }) => name);
}

interface ForeignKey {
  table: string;
  name: string;
  rule: string;
}

/** Off while rows come in: tables may then be filled in any order, and the keys are checked at once at the end. */
async function takeForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT t.relname AS table, k.conname AS name, pg_get_constraintdef(k.oid) AS rule
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND t.relnamespace = '${BUILDING}'::regnamespace ORDER BY 1, 2`,
  );
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  }
  return rows;
}

/**
 * Puts what was built in the place of what is there. Only things of the same name are replaced; where something of somebody else's
 * hangs on them, PostgreSQL refuses, and with it the transaction.
 */
export async function takePlace(client: pg.Client, home: string): Promise<void> {
  const tables = await namesOf(client, `relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition`);
  const there = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relname = ANY ($2)`,
    [quoted(home), tables],
  );
  const old = there.rows.map(({ name }) => `${quoted(home)}.${quoted(name)}`);
  if (old.length > 0) await client.query(`DROP TABLE ${old.join(', ')}`);
  const routines = await client.query<{ signature: string; arguments: string; name: string }>(
    `SELECT proname AS name, pg_get_function_identity_arguments(oid) AS arguments FROM pg_proc
     WHERE pronamespace = '${BUILDING}'::regnamespace`,
  );
  for (const routine of routines.rows) {
    const called = `${quoted(routine.name)}(${routine.arguments})`;
    await client.query(`DROP FUNCTION IF EXISTS ${quoted(home)}.${called}`);
    await client.query(`ALTER FUNCTION ${BUILDING}.${called} SET SCHEMA ${quoted(home)}`);
  }
  for (const table of tables) await client.query(`ALTER TABLE ${BUILDING}.${quoted(table)} SET SCHEMA ${quoted(home)}`);
  // Refuses when anything is left in it that was not thought of here.
  await client.query(`DROP SCHEMA ${BUILDING}`);
  await client.query(`SET LOCAL search_path = ${quoted(home)}`);
}

async function namesOf(client: pg.Client, which: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = '${BUILDING}'::regnamespace AND ${which} ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
