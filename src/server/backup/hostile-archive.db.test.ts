import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { aSchoolWithEverything } from '#tests/support/full-school.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { ArchiveReader } from './archive/archive-reader.ts';
import { ArchiveWriter } from './archive/archive-writer.ts';
import { checkArchive, splitMigrations } from './check-archive.ts';
import { FORMAT, type Manifest, MANIFEST } from './manifest.ts';
import { writeBackup } from './write-backup.ts';

/** Archives that were damaged, cut, made by others, or made to hurt: each is refused in words before anything else happens. */
const { db, access } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-hostile-'));
const files = new LocalFileStore(join(folder, 'files'));
const good = join(folder, 'good.zip');
const now = new Date('2026-11-22T02:00:00Z');
let bytes: Buffer;
let manifest: Manifest;
let parts: Map<string, Buffer>;
let next = 0;

beforeAll(async () => {
  await writeFile(join(folder, 'secret'), 'the secret of the installation');
  await aSchoolWithEverything(db, files);
  const source = { owner: access.owner, files, secretFile: join(folder, 'secret') };
  ({ manifest } = await writeBackup(source, { path: good, now }));
  bytes = await readFile(good);
  const reader = await ArchiveReader.open(good);
  parts = new Map();
  for (const [name, entry] of reader.entries) parts.set(name, await reader.read(entry, 1e9));
  await reader.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const path = (): string => join(folder, `${(next += 1)}.zip`);

async function codeOf(archive: string): Promise<string> {
  try {
    const { reader } = await checkArchive(archive);
    await reader.close();
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code;
  }
}

async function codeOfBytes(content: Uint8Array): Promise<string> {
  const archive = path();
  await writeFile(archive, content);
  const code = await codeOf(archive);
  await rm(archive);
  return code;
}

/** An archive of our own making with these entries. */
async function archiveOf(entries: Iterable<[string, Uint8Array]>): Promise<string> {
  const archive = path();
  const writer = await ArchiveWriter.create(archive, now);
  for (const [name, content] of entries) {
    const rows = name.startsWith('rows/');
    await writer.add(name, [content], rows ? { pack: true, large: true } : {});
  }
  await writer.finish();
  return archive;
}

/** The good archive with another manifest. */
function withManifest(change: object): Promise<string> {
  return archiveOf(new Map([...parts, [MANIFEST, Buffer.from(JSON.stringify({ ...manifest, ...change }))]]));
}

/** A few bits mean nothing: those that fill up the last byte of compressed data. */
async function isSameInside(content: Uint8Array): Promise<boolean> {
  const archive = path();
  await writeFile(archive, content);
  const reader = await ArchiveReader.open(archive);
  for (const [name, entry] of reader.entries) {
    if (!parts.get(name)?.equals(await reader.read(entry, 1e9))) return false;
  }
  await reader.close();
  return reader.entries.size === parts.size;
}

test('untouched it is taken', async () => {
  expect(await codeOf(good)).toBe('taken');
  expect(await codeOf(await archiveOf(parts))).toBe('taken');
});

test('one flipped bit anywhere is seen', async () => {
  const step = Math.max(1, Math.floor(bytes.length / 400));
  const regions = [0, 64, bytes.length - 4000].flatMap((from) => Array.from({ length: 64 }, (_, at) => from + at * 7));
  const spread = Array.from({ length: 400 }, (_, index) => index * step);
  let taken = 0;
  for (const at of new Set([...regions, ...spread])) {
    const flipped = Buffer.from(bytes);
    flipped[at] = flipped[at]! ^ (1 << (at % 8));
    const code = await codeOfBytes(flipped);
    if (code === 'taken') expect(await isSameInside(flipped), `byte ${at}`).toBe(true);
    else expect(code, `byte ${at}`).toMatch(/^backup\.(damaged|truncated|not-an-archive|unsafe-path|foreign)$/);
    taken += code === 'taken' ? 1 : 0;
  }
  expect(taken).toBeLessThan(5);
});

test('cut anywhere, or with something behind it, is seen', async () => {
  for (const length of [0, 3, 4, 30, 1000, Math.floor(bytes.length / 2), bytes.length - 23, bytes.length - 1]) {
    expect(await codeOfBytes(bytes.subarray(0, length)), `${length}`).toMatch(/^backup\.(truncated|not-an-archive)$/);
  }
  expect(await codeOfBytes(Buffer.concat([bytes, Buffer.from('x')]))).toBe('backup.truncated');
  const half = path();
  await writeFile(half, bytes);
  await truncate(half, bytes.length - 5000);
  expect(await codeOf(half)).toBe('backup.truncated');
});

test('what is no archive of ours is called so', async () => {
  expect(await codeOf(join(folder, 'not-there.zip'))).toBe('backup.not-there');
  expect(await codeOf(folder)).toBe('backup.not-an-archive');
  expect(await codeOfBytes(Buffer.from('%PDF-1.7 not an archive'))).toBe('backup.not-an-archive');
  const foreign = { 'word/document.xml': new Uint8Array(10), [MANIFEST]: parts.get(MANIFEST)! };
  expect(await codeOfBytes(zipSync(foreign))).toBe('backup.damaged');
  expect(await codeOf(await archiveOf([['index.html', Buffer.from('x')]]))).toBe('backup.foreign');
  for (const text of [
    '',
    'null',
    '[]',
    '{',
    '{"product":"other"}',
    '{"kind":"backup","product":"caitien","format":1}',
  ]) {
    expect(await codeOf(await archiveOf([[MANIFEST, Buffer.from(text)]])), text).toBe('backup.foreign');
  }
});

test.each([
  '../escaped',
  '/etc/passwd',
  'files/../../escaped',
  'C:/windows/escaped',
  'rows\\..\\escaped',
  'files//double',
  './here',
  'nul\u0000byte',
])('a name that leads elsewhere is refused: %j', async (name) => {
  expect(await codeOf(await archiveOf([...parts, [name, Buffer.from('x')]]))).toBe('backup.unsafe-path');
});

test('a name that another entry has already, by letter case or composition of tones', async () => {
  const twice = await archiveOf([...parts, [MANIFEST.toUpperCase(), Buffer.from('x')]]);
  expect(await codeOf(twice)).toBe('backup.unsafe-path');
  const tones = await archiveOf([
    ['Ế'.normalize('NFC'), Buffer.from('x')],
    ['Ế'.normalize('NFD'), Buffer.from('x')],
  ]);
  expect(await codeOf(tones)).toBe('backup.unsafe-path');
});

test('something more, something less, something else than the manifest says', async () => {
  const without = (name: string) => [...parts].filter(([each]) => each !== name);
  const rows = 'rows/plan.copy';
  expect(await codeOf(await archiveOf([...parts, ['more.txt', Buffer.from('x')]]))).toBe('backup.foreign');
  expect(await codeOf(await archiveOf(without(rows)))).toBe('backup.damaged');
  const changed = Buffer.from(parts.get(rows)!);
  changed[20] = changed[20]! ^ 1;
  expect(await codeOf(await archiveOf([...without(rows), [rows, changed]]))).toBe('backup.damaged');
  const tables = manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 }));
  expect(await codeOf(await withManifest({ tables }))).toBe('backup.damaged');
  expect(await codeOf(await withManifest({ files: [...manifest.files, ...manifest.files] }))).toBe('backup.foreign');
});

test('sizes that lie: far more inside than promised ends at the promise', async () => {
  const bomb = Buffer.alloc(200 << 20);
  const name = 'rows/plan.copy';
  const archive = await archiveOf([...[...parts].filter(([each]) => each !== name), [name, bomb]]);
  const before = process.memoryUsage().rss;
  expect(await codeOf(archive)).toBe('backup.damaged');
  const small = await readFile(archive);
  // The promised size is written down to what the manifest says, in both headers.
  const honest = Buffer.alloc(8);
  honest.writeBigUInt64LE(BigInt(bomb.length));
  const lying = Buffer.alloc(8);
  lying.writeBigUInt64LE(BigInt(manifest.tables.find((table) => table.name === 'plan')!.bytes));
  for (let at = small.indexOf(honest); at >= 0; at = small.indexOf(honest, at)) lying.copy(small, at);
  expect(await codeOfBytes(small)).toBe('backup.damaged');
  expect(process.memoryUsage().rss - before).toBeLessThan(300 << 20);
});

test('a newer format, and rows of a newer or another program', async () => {
  expect(await codeOf(await withManifest({ format: FORMAT + 1 }))).toBe('backup.newer-format');
  expect(await codeOf(await archiveOf([[MANIFEST, Buffer.from('{"kind":"school"}')]]))).toBe('backup.is-school-export');
  const { migrations } = manifest;
  const checksum = '0'.repeat(64);
  await expect(splitMigrations([...migrations, { name: '9999-later', checksum }])).rejects.toMatchObject({
    code: 'backup.newer-version',
  });
  const altered = migrations.map((each, index) => (index === 1 ? { ...each, checksum } : each));
  await expect(splitMigrations(altered)).rejects.toMatchObject({ code: 'backup.other-version' });
  const older = await splitMigrations(migrations.slice(0, -1));
  expect(older.after).toHaveLength(1);
});
