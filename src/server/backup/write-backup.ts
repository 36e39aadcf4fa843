import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { AppError } from '#core/kernel/app-error.ts';
import type { FileStore } from '#server/platform/files.ts';
import { ArchiveWriter } from './archive/archive-writer.ts';
import { type BackedUpTable, backedUpTables, quoted } from './backed-up-tables.ts';
import { type Report, silent } from './backup-progress.ts';
import { copyOut } from './copy-rows.ts';
import { FileBlocks } from './file-blocks.ts';
import { FILE_COLUMNS } from './file-columns.ts';
import { FORMAT, filePath, type Manifest, MANIFEST, type ManifestTable, SECRET_PATH, tablePath } from './manifest.ts';
import { inWholeSnapshot } from './whole-snapshot.ts';

export interface BackupSource {
  /** Role that may read the rows of all schools. */
  owner: pg.PoolConfig;
  files: FileStore;
  /** Where the secret of the installation is kept; null when it comes from the configuration. */
  secretFile: string | null;
}

export interface WrittenBackup {
  manifest: Manifest;
  /** Of the archive, bytes. */
  size: number;
}

/**
 * Writes one archive with the rows of all tables as they were at one moment, and every file that these rows name. People go on
 * working meanwhile. What it leaves out is said in `backed-up-tables.ts`. An archive that could not be finished is removed.
 * @param path must not exist yet
 * @throws AppError `backup.exists`, `backup.unwritable`, `backup.disk-full`
 */
export async function writeBackup(
  source: BackupSource,
  options: { path: string; now: Date; report?: Report },
): Promise<WrittenBackup> {
  const { path, now, report = silent } = options;
  const archive = await ArchiveWriter.create(path, now);
  try {
    const rows = await inWholeSnapshot(source.owner, (client) => writeRows(client, archive, report));
    const { named, ...facts } = rows;
    const kept = await writeFiles(source.files, named, archive, report);
    const manifest: Manifest = {
      product: 'caitien',
      kind: 'backup',
      format: FORMAT,
      createdAt: now.toISOString(),
      ...facts,
      ...kept,
      secret: await writeSecret(source.secretFile, archive),
    };
    await archive.add(MANIFEST, [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)]);
    return { manifest, size: await archive.finish() };
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

async function writeRows(client: pg.Client, archive: ArchiveWriter, report: Report) {
  const tables = await backedUpTables(client);
  const written: ManifestTable[] = [];
  for (const table of tables) {
    report({ step: 'rows', done: written.length, total: tables.length });
    written.push(await writeTable(client, table, archive));
  }
  return {
    tables: written,
    migrations: (
      await client.query<{ name: string; checksum: string }>(
        'SELECT name, checksum FROM migration ORDER BY name COLLATE "C"',
      )
    ).rows,
    schools: (await client.query<{ id: string }>('SELECT school_id AS id FROM school ORDER BY 1')).rows.map(
      ({ id }) => id,
    ),
    auditHeads: await auditHeads(client),
    named: await namedFiles(client, tables),
  };
}

async function writeTable(client: pg.Client, table: BackedUpTable, archive: ArchiveWriter): Promise<ManifestTable> {
  let rows = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    const list = table.columns.map(quoted).join(', ');
    // A query, not the table itself: then row-level security is asked like anywhere else.
    for await (const piece of copyOut(client, `COPY (SELECT ${list} FROM ${quoted(table.name)}) TO STDOUT`)) {
      rows += countLines(piece);
      yield piece;
    }
  }
  const { size, sha256 } = await archive.add(tablePath(table.name), counted(), { pack: true, large: true });
  return { ...table, rows, bytes: size, sha256 };
}

/** In the text format a line break inside a value is written as `\n`, so that each row is one line. */
export function countLines(piece: Uint8Array): number {
  let count = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) count += 1;
  return count;
}

async function auditHeads(client: pg.Client): Promise<Manifest['auditHeads']> {
  const { rows } = await client.query<{ schoolId: string; sequence: string; hash: string }>(
    'SELECT school_id AS "schoolId", sequence, hash FROM audit_head WHERE sequence > 0 ORDER BY 1',
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** A database that an earlier version left has not every column yet. */
async function namedFiles(client: pg.Client, tables: readonly BackedUpTable[]): Promise<string[]> {
  const there = FILE_COLUMNS.filter(({ table, column }) =>
    tables.some(({ name, columns }) => name === table && columns.includes(column)),
  );
  const selects = there.map(
    ({ table, column }) =>
      `SELECT ${quoted(column)} AS sha256 FROM ${quoted(table)} WHERE ${quoted(column)} IS NOT NULL`,
  );
  const { rows } = await client.query<{ sha256: string }>(`${selects.join(' UNION ')} ORDER BY 1`);
  return rows.map(({ sha256 }) => sha256);
}

/** A file that is gone or damaged does not keep all others from being saved: it is named in the manifest. */
async function writeFiles(
  files: FileStore,
  named: readonly string[],
  archive: ArchiveWriter,
  report: Report,
): Promise<Pick<Manifest, 'files' | 'lost'>> {
  const kept: Manifest['files'] = [];
  const lost: Manifest['lost'] = [];
  const blocks = new FileBlocks();
  for (const [index, sha256] of named.entries()) {
    report({ step: 'files', done: index, total: named.length });
    const path = await files.path(sha256).catch(ignoreMissing);
    if (path === null) {
      lost.push({ sha256, reason: 'missing' });
      continue;
    }
    const written = await archive.add(filePath(sha256), blocks.read(path), { large: true });
    if (written.sha256 === sha256) {
      kept.push({ sha256, size: written.size });
      continue;
    }
    archive.takeBack();
    lost.push({ sha256, reason: 'damaged' });
  }
  report({ step: 'files', done: named.length, total: named.length });
  return { files: kept, lost };
}

function ignoreMissing(error: unknown): null {
  if (error instanceof AppError && error.code === 'files.missing') return null;
  throw error;
}

/** Second factors are kept encrypted with it, so that without it nobody who uses one could sign in on another machine. */
async function writeSecret(path: string | null, archive: ArchiveWriter): Promise<boolean> {
  const secret = path === null ? null : await readFile(path).catch(() => null);
  if (secret === null) return false;
  await archive.add(SECRET_PATH, [secret]);
  return true;
}
