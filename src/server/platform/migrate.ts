import pg from 'pg';
import { AppError } from '#core/kernel/app-error.ts';
import { APP_ROLE } from './database.ts';
import { type MigrationFile, readMigrationFiles } from './migration-files.ts';
import { ensureOwnerReads } from './owner-reads.ts';

export interface MigrationState {
  name: string;
  /** Null while it waits. */
  appliedAt: Date | null;
}

interface Applied {
  name: string;
  checksum: string;
  applied_at: Date;
}

/**
 * Brings the database up to the migration files, each file in one transaction. Starting from several processes at once is safe:
 * the second waits for the first.
 * @returns names of the migrations applied now
 * @throws AppError `database.migration-altered` or `database.migration-missing` when an applied file changed or is gone, and
 *   `database.migration-late` when a new file sorts before an applied one
 */
export async function migrate(owner: pg.PoolConfig, directory?: string): Promise<string[]> {
  const files = await readMigrationFiles(directory);
  return withClient(owner, async (client) => {
    await prepare(client);
    const done: string[] = [];
    while (true) {
      const name = await applyNext(client, files);
      if (name === null) break;
      done.push(name);
    }
    await ensureOwnerReads(client);
    return done;
  });
}

/** Applied and waiting migrations in order. Changes nothing; throws as `migrate` does. */
export async function migrationStatus(owner: pg.PoolConfig, directory?: string): Promise<MigrationState[]> {
  const files = await readMigrationFiles(directory);
  return withClient(owner, async (client) => {
    const table = await client.query<{ found: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS found`);
    const applied = table.rows[0]?.found ? await readApplied(client) : [];
    refuseSurprises(files, applied);
    return files.map(({ name }, index) => ({ name, appliedAt: applied[index]?.applied_at ?? null }));
  });
}

async function withClient<T>(access: pg.PoolConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(access);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function prepare(client: pg.Client): Promise<void> {
  await ensureAppRole(client);
  await client.query(MIGRATION_TABLE).catch(ignoreTwin);
}

const MIGRATION_TABLE = `CREATE TABLE IF NOT EXISTS migration
  (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`;

/** Applies these files to an empty schema (the first of the search path), inside a transaction of the caller. */
export async function applyMigrations(client: pg.Client, files: readonly MigrationFile[]): Promise<void> {
  await client.query(MIGRATION_TABLE);
  for (const file of files) await apply(client, file);
}

/** Roles belong to the server, not to a database, so this is no migration. The owner must be able to take on the role. */
async function ensureAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rows.length > 0) return;
  await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`).catch(ignoreTwin);
  await client.query(`GRANT ${APP_ROLE} TO current_user`).catch(ignoreTwin);
}

/** Another process made the same thing in the same moment: duplicate_object, duplicate_table, unique_violation in the catalogue. */
function ignoreTwin(error: unknown): void {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (!['42710', '42P07', '23505'].includes(code)) throw error;
}

async function applyNext(client: pg.Client, files: readonly MigrationFile[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query('LOCK TABLE migration IN EXCLUSIVE MODE');
    const applied = await readApplied(client);
    refuseSurprises(files, applied);
    const file = files[applied.length];
    if (file !== undefined) await apply(client, file);
    await client.query('COMMIT');
    return file?.name ?? null;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  for (const text of file.steps) {
    // The extended protocol takes one statement only, so a step cannot hold two.
    await client.query({ text, queryMode: 'extended' } as pg.QueryConfig);
  }
  await client.query('INSERT INTO migration (name, checksum) VALUES ($1, $2)', [file.name, file.checksum]);
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  return (await client.query<Applied>('SELECT name, checksum, applied_at FROM migration ORDER BY name COLLATE "C"'))
    .rows;
}

function refuseSurprises(files: readonly MigrationFile[], applied: readonly Applied[]): void {
  for (const { name, checksum } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) throw new AppError('database.migration-missing', { name });
    if (file.checksum !== checksum) throw new AppError('database.migration-altered', { name });
  }
  const late = files.findIndex((file, index) => index < applied.length && applied[index]?.name !== file.name);
  if (late >= 0) throw new AppError('database.migration-late', { name: files[late]?.name ?? '' });
}
