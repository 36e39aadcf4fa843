import { createHash } from 'node:crypto';
import { AppError } from '#core/kernel/app-error.ts';
import { type MigrationFile, readMigrationFiles } from '#server/platform/migration-files.ts';
import { ArchiveReader, damaged } from './archive/archive-reader.ts';
import type { ArchiveEntry } from './archive/zip-layout.ts';
import { type Report, silent } from './backup-progress.ts';
import {
  filePath,
  type Manifest,
  MANIFEST,
  MANIFEST_LIMIT,
  parseManifest,
  SECRET_PATH,
  tablePath,
} from './manifest.ts';
import { countLines } from './write-backup.ts';

/** How often progress is told, bytes. */
const TOLD_EVERY = 64 << 20;
const SECRET_BYTES = 4096;

/**
 * Reads a whole archive and compares it with its manifest: every hash, every size, every count of rows, nothing missing and nothing
 * more. Changes nothing. Close the reader afterwards.
 * @throws AppError `backup.not-there`, `backup.not-an-archive`, `backup.foreign`, `backup.truncated`, `backup.damaged`,
 *   `backup.unsafe-path`, `backup.newer-format`, `backup.is-school-export`
 */
export async function checkArchive(
  path: string,
  report: Report = silent,
): Promise<{ manifest: Manifest; reader: ArchiveReader }> {
  const reader = await ArchiveReader.open(path);
  try {
    const manifest = await readManifest(reader);
    const expected = expectedEntries(manifest);
    for (const name of reader.entries.keys()) if (!expected.has(name)) throw new AppError('backup.foreign');
    let read = 0;
    let told = 0;
    for (const [name, { size, sha256, rows }] of expected) {
      const entry = reader.entries.get(name);
      if (entry === undefined || (size !== null && entry.size !== size)) throw damaged(name);
      const found = await digest(reader, entry);
      if (sha256 !== null && found.sha256 !== sha256) throw damaged(name);
      if (rows !== null && found.lines !== rows) throw damaged(name);
      read += entry.packed;
      if (read - told < TOLD_EVERY) continue;
      told = read;
      report({ step: 'check', done: read, total: reader.size });
    }
    report({ step: 'check', done: reader.size, total: reader.size });
    return { manifest, reader };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

async function readManifest(reader: ArchiveReader): Promise<Manifest> {
  const entry = reader.entries.get(MANIFEST);
  if (!entry) throw new AppError('backup.foreign');
  return parseManifest(await reader.read(entry, MANIFEST_LIMIT));
}

interface Expected {
  size: number | null;
  sha256: string | null;
  rows: number | null;
}

function expectedEntries(manifest: Manifest): Map<string, Expected> {
  const expected = new Map<string, Expected>([[MANIFEST, { size: null, sha256: null, rows: null }]]);
  for (const { name, bytes, sha256, rows } of manifest.tables) {
    expected.set(tablePath(name), { size: bytes, sha256, rows });
  }
  for (const { sha256, size } of manifest.files) expected.set(filePath(sha256), { size, sha256, rows: null });
  if (manifest.secret) expected.set(SECRET_PATH, { size: null, sha256: null, rows: null });
  if (expected.size !== manifest.tables.length + manifest.files.length + (manifest.secret ? 2 : 1))
    throw new AppError('backup.foreign');
  return expected;
}

async function digest(reader: ArchiveReader, entry: ArchiveEntry): Promise<{ sha256: string; lines: number }> {
  if (entry.name === SECRET_PATH && entry.size > SECRET_BYTES) throw damaged(entry.name);
  const hash = createHash('sha256');
  const countRows = entry.name.startsWith('rows/');
  let lines = 0;
  for await (const chunk of reader.stream(entry)) {
    hash.update(chunk);
    if (countRows) lines += countLines(chunk);
  }
  return { sha256: hash.digest('hex'), lines };
}

/**
 * The migrations that lead to the rows of an archive, and those that lead on from there.
 * @throws AppError `backup.newer-version` when this program does not know them yet, `backup.other-version` when it knows others
 */
export async function splitMigrations(
  archived: Manifest['migrations'],
  directory?: string,
): Promise<{ before: MigrationFile[]; after: MigrationFile[] }> {
  const files = await readMigrationFiles(directory);
  for (const [index, { name, checksum }] of archived.entries()) {
    const file = files[index];
    const known = files.some((each) => each.name === name);
    if (!known && name > (files.at(-1)?.name ?? '')) throw new AppError('backup.newer-version', { version: name });
    if (file?.name !== name || file.checksum !== checksum)
      throw new AppError('backup.other-version', { version: name });
  }
  return { before: files.slice(0, archived.length), after: files.slice(archived.length) };
}
