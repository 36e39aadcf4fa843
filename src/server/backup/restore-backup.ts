import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '#core/kernel/app-error.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { ArchiveReader } from './archive/archive-reader.ts';
import { backedUpTables, tableWithColumns } from './backed-up-tables.ts';
import { type Report, silent } from './backup-progress.ts';
import { splitMigrations } from './check-archive.ts';
import { copyIn } from './copy-rows.ts';
import { filePath, type Manifest, SECRET_PATH, tablePath } from './manifest.ts';
import { BUILDING, buildSchema, takePlace } from './rebuilt-schema.ts';
import { resealSecondFactors } from './reseal-second-factors.ts';
import { inWholeSnapshot } from './whole-snapshot.ts';

export interface RestoreTarget {
  owner: pg.PoolConfig;
  files: FileStore;
  dataDirectory: string;
  /** The secret, when it comes from the configuration: the one in the archive is not written then. */
  ownSecret: string | null;
}

/** Files that are written at once: each waits for the disk. */
const FILES_AT_ONCE = 6;

/** What stands in a server. */
export interface Contents {
  schools: number;
  people: number;
}

/** How much there is to lose. */
export async function contentsOf(owner: pg.PoolConfig): Promise<Contents> {
  return inWholeSnapshot(owner, async (client) => {
    const { rows } = await client.query<{ schools: string; people: string }>(
      'SELECT (SELECT count(*) FROM school) AS schools, (SELECT count(*) FROM "user") AS people',
    );
    return { schools: Number(rows[0]?.schools), people: Number(rows[0]?.people) };
  });
}

/**
 * Puts the rows and files of a checked archive into a server that is up to date. Rows change in one transaction: until it commits,
 * the old ones are there, and any failure leaves them. Rows of an older version go through the migrations. Files are added, none is
 * removed. Work that waits in the queue belongs to the old rows and goes with them; sessions end.
 * @returns who cannot finish two-step sign-in here, since their keys were kept under a secret that is not in the archive
 * @param options.replace whether a server that holds schools or people may be replaced
 * @throws AppError `backup.not-empty`, `backup.in-use`, `backup.newer-version`, `backup.other-version`, `backup.damaged`
 */
export async function restoreBackup(
  target: RestoreTarget,
  archive: { manifest: Manifest; reader: ArchiveReader },
  options: { replace: boolean; report?: Report },
): Promise<{ withoutSecondFactor: string[] }> {
  const { report = silent, replace } = options;
  const migrations = await splitMigrations(archive.manifest.migrations);
  const contents = await contentsOf(target.owner);
  if (!replace && contents.schools + contents.people > 0) throw new AppError('backup.not-empty', { ...contents });
  const archived = await archivedSecret(archive);
  const kept = await readFile(secretPath(target), 'utf8').catch(() => null);
  const to = target.ownSecret ?? archived ?? kept?.trim() ?? null;
  let withoutSecondFactor: string[] = [];
  const client = new pg.Client(target.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireAlone(client);
    await restoreFiles(target.files, archive, report);
    await requireAlone(client);
    await client.query('BEGIN');
    // An app that starts meanwhile waits here.
    await client.query('LOCK TABLE migration IN ACCESS EXCLUSIVE MODE');
    const home = (await client.query<{ name: string }>('SELECT current_schema() AS name')).rows[0]?.name ?? 'public';
    await buildSchema(client, migrations, () => fillTables(client, archive, report));
    await takePlace(client, home);
    withoutSecondFactor = await resealSecondFactors(client, { from: archived, to });
    await client.query('DROP SCHEMA IF EXISTS jobs CASCADE');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  if (archived !== null && target.ownSecret === null) await writeSecret(target, archived);
  return { withoutSecondFactor };
}

/** A connection that has just been closed is seen for a moment longer. */
const LOOKS = 20;
const BETWEEN_LOOKS = 100;

/** @throws AppError `backup.in-use` when anybody else is connected: the app, most likely */
async function requireAlone(client: pg.Client): Promise<void> {
  for (let look = 1; ; look++) {
    const { rows } = await client.query<{ others: string }>(
      `SELECT count(*) AS others FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    const others = Number(rows[0]?.others);
    if (others === 0) return;
    if (look === LOOKS) throw new AppError('backup.in-use', { others });
    await sleep(BETWEEN_LOOKS);
  }
}

async function fillTables(
  client: pg.Client,
  { manifest, reader }: { manifest: Manifest; reader: ArchiveReader },
  report: Report,
): Promise<void> {
  const known = new Map((await backedUpTables(client, `'${BUILDING}'`)).map((table) => [table.name, table]));
  for (const [index, table] of manifest.tables.entries()) {
    report({ step: 'load', done: index, total: manifest.tables.length });
    const columns = known.get(table.name)?.columns;
    if (table.columns.length !== columns?.length || table.columns.some((column) => !columns.includes(column)))
      throw new AppError('backup.other-version', { version: table.name });
    const entry = reader.entries.get(tablePath(table.name))!;
    const rows = await copyIn(client, `COPY ${tableWithColumns(table)} FROM STDIN`, reader.stream(entry));
    if (rows !== table.rows) throw new AppError('backup.damaged', { part: entry.name });
  }
  report({ step: 'load', done: manifest.tables.length, total: manifest.tables.length });
}

async function restoreFiles(
  files: FileStore,
  { manifest, reader }: { manifest: Manifest; reader: ArchiveReader },
  report: Report,
): Promise<void> {
  const waiting = manifest.files.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const { sha256 } of waiting) {
      const kept = await files.put(reader.stream(reader.entries.get(filePath(sha256))!));
      if (kept.sha256 !== sha256) throw new AppError('backup.damaged', { part: filePath(sha256) });
      done += 1;
      report({ step: 'files', done, total: manifest.files.length });
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
}

async function archivedSecret({
  manifest,
  reader,
}: {
  manifest: Manifest;
  reader: ArchiveReader;
}): Promise<string | null> {
  if (!manifest.secret) return null;
  const entry = reader.entries.get(SECRET_PATH)!;
  return Buffer.from(await reader.read(entry, entry.size))
    .toString('utf8')
    .trim();
}

function secretPath({ dataDirectory }: Pick<RestoreTarget, 'dataDirectory'>): string {
  return join(dataDirectory, 'secret');
}

async function writeSecret(target: RestoreTarget, secret: string): Promise<void> {
  const path = secretPath(target);
  await mkdir(target.dataDirectory, { recursive: true });
  await writeFile(`${path}.part`, secret, { mode: 0o600 });
  await rename(`${path}.part`, path);
}
