import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readDocument } from '#server/documents/read-document.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { migrate } from '#server/platform/migrate.ts';
import { verifyChains } from '../after-restore.ts';
import { quoted } from '../backed-up-tables.ts';
import { aSchoolWithEverything, type FullSchool } from '#tests/support/full-school.ts';
import { aUser } from '#tests/support/factories.ts';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { checkArchive } from '../check-archive.ts';
import { checkSchoolArchive } from './check-school-archive.ts';
import { importSchool } from './import-school.ts';
import type { SchoolManifest } from './school-manifest.ts';
import { writeSchoolExport } from './write-school-export.ts';

const { db, access } = await useDatabase();
const other = await useEmptyDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-school-'));
const files = new LocalFileStore(join(folder, 'files'));
const path = join(folder, 'truong.zip');
const now = new Date('2026-11-22T02:00:00Z');
let mine: FullSchool;
let stranger: FullSchool;
let manifest: SchoolManifest;

beforeAll(async () => {
  [mine, stranger] = [await aSchoolWithEverything(db, files), await aSchoolWithEverything(db, files)];
  ({ manifest } = await writeSchoolExport({ db, files }, { schoolId: mine.context.schoolId, path, now }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const entries = async () => unzipSync(await readFile(path));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test('opens without us: an index whose links lead somewhere, plans that Word opens, uploads as they came', async () => {
  const inside = await entries();
  const index = text(inside['index.html']);
  const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, address]) => decodeURIComponent(address!));
  expect(links.length).toBeGreaterThanOrEqual(6);
  expect(links.filter((address) => !(address in inside))).toEqual([]);
  const plan = links.find((address) => address.endsWith('.docx') && address.startsWith('ke-hoach/'))!;
  const { reading } = await readDocument(inside[plan]!, 'ke-hoach.docx');
  const { items } = documentOf(await getPlan(mine.context, { planId: mine.planId }));
  expect(reading.plan.items).toHaveLength(items.length);
  const upload = links.find((address) => address.includes('năm trước'))!;
  expect(manifest.files.some((file) => file.path === upload)).toBe(true);
  expect(index).not.toMatch(/<script|https?:/);
});

test('nothing of another school, no password, no card is in it', async () => {
  const inside = await entries();
  const all = Object.entries(inside).map(([name, bytes]) => name + text(bytes));
  for (const word of [stranger.context.schoolId, stranger.context.user.id, stranger.planId, 'credential'])
    expect(all.filter((each) => each.includes(word))).toEqual([]);
  expect(Object.keys(inside)).not.toContain('du-lieu/sign_in_card.jsonl');
  expect(Object.keys(inside)).not.toContain('du-lieu/account.jsonl');
});

async function schoolRows(config: pg.PoolConfig, schoolId: string): Promise<Record<string, string[]>> {
  const client = new pg.Client(config);
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const { table } of manifest.tables.filter((each) => each.table !== 'user')) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT t::text AS row FROM ${quoted(table)} t WHERE school_id = $1 ORDER BY 1`,
      [schoolId],
    );
    found[table] = rows.map(({ row }) => row);
  }
  await client.end();
  return found;
}

test('taken into another server where others work: row by row, file by file, its history whole; twice is refused', async () => {
  await migrate(other);
  const app = createDatabase(createPool({ ...access.app, database: other.database! }, 2));
  const there = new LocalFileStore(join(folder, 'there'));
  try {
    const resident = await aSchoolWithEverything(app, there);
    const { username } = await db
      .selectFrom('user')
      .select('username')
      .where('id', '=', mine.context.user.id)
      .executeTakeFirstOrThrow();
    await aUser(app, { username });
    const before = await schoolRows(other, resident.context.schoolId);

    const archive = await checkSchoolArchive(path);
    const takeIn = () => importSchool({ owner: other, files: there }, archive);
    // Twice at the same moment: one is taken, the other is told so.
    const both = await Promise.allSettled([takeIn(), takeIn()]);
    const done = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as object] : []));
    const { schoolId } = mine.context;
    expect(refused).toMatchObject([{ code: 'backup.school-already-there' }]);
    expect(done[0]).toMatchObject({ schoolId, renamed: [{ from: username, to: `${username!.slice(0, 26)}.2` }] });
    expect(await schoolRows(other, schoolId)).toEqual(await schoolRows(access.owner, schoolId));
    expect(await schoolRows(other, resident.context.schoolId)).toEqual(before);
    for (const { sha256 } of manifest.files) expect(await there.get(sha256)).toEqual(await files.get(sha256));
    const read = await getPlan({ ...mine.context, db: app }, { planId: mine.planId });
    expect(documentOf(read)).toEqual(documentOf(await getPlan(mine.context, { planId: mine.planId })));
    const chains = await verifyChains(app, [schoolId, resident.context.schoolId]);
    expect(chains.map(({ verdict }) => verdict.intact)).toEqual([true, true]);

    await expect(takeIn()).rejects.toMatchObject({ code: 'backup.school-already-there' });
    await archive.reader.close();
  } finally {
    await app.destroy();
  }
});

test('rows of another school under the name of this one are refused, and leave nothing', async () => {
  const archive = await checkSchoolArchive(path);
  const lying = { ...manifest, school: { ...manifest.school, id: stranger.planId } };
  await expect(
    importSchool({ owner: other, files }, { reader: archive.reader, manifest: lying }),
  ).rejects.toMatchObject({ code: 'backup.foreign' });
  await archive.reader.close();
  const client = new pg.Client(other);
  await client.connect();
  expect((await client.query(`SELECT to_regnamespace('caitien_building') AS left`)).rows).toEqual([{ left: null }]);
  await client.end();
});

test('a backup is no export and an export no backup; a damaged one is refused', async () => {
  await expect(checkArchive(path)).rejects.toMatchObject({ code: 'backup.is-school-export' });
  const bytes = await readFile(path);
  bytes[Math.floor(bytes.length / 3)]! ^= 4;
  const cut = join(folder, 'damaged.zip');
  await writeFile(cut, bytes);
  await expect(checkSchoolArchive(cut)).rejects.toMatchObject({ code: 'backup.damaged' });
});
