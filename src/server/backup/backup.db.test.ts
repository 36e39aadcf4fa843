import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAudit } from '#server/audit/seal-audit.ts';
import { getUploadFile } from '#server/documents/get-upload.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import { migrate } from '#server/platform/migrate.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { verifyChains } from './after-restore.ts';
import { backedUpTables, quoted } from './backed-up-tables.ts';
import { checkArchive } from './check-archive.ts';
import { HASH_COLUMNS } from './file-columns.ts';
import type { Manifest } from './manifest.ts';
import { contentsOf, restoreBackup } from './restore-backup.ts';
import { aSchoolWithEverything, type FullSchool } from '#tests/support/full-school.ts';
import { writeBackup } from './write-backup.ts';

const { db, owner, access } = await useDatabase();
const emptyOwner = await useEmptyDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-backup-'));
const files = new LocalFileStore(join(folder, 'files'));
const archive = join(folder, 'backup.zip');
const now = new Date('2026-11-22T02:00:00Z');
let schools: FullSchool[];
let manifest: Manifest;

beforeAll(async () => {
  await writeFile(join(folder, 'secret'), 'the secret of the installation');
  schools = [await aSchoolWithEverything(db, files), await aSchoolWithEverything(db, files)];
  const source = { owner: access.owner, files, secretFile: join(folder, 'secret') };
  ({ manifest } = await writeBackup(source, { path: archive, now }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(config: pg.PoolConfig): Promise<Record<string, string[]>> {
  const client = new pg.Client(config);
  await client.connect();
  const rows: Record<string, string[]> = {};
  for (const { name } of await backedUpTables(client)) {
    const found = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${quoted(name)} t ORDER BY 1`);
    rows[name] = found.rows.map(({ row }) => row);
  }
  await client.end();
  return rows;
}

async function structureOf(config: pg.PoolConfig): Promise<string[]> {
  const client = new pg.Client(config);
  await client.connect();
  const { rows } = await client.query<{ line: string }>(`
    SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tablename || policyname || roles::text || cmd || coalesce(qual, '') FROM pg_policies
      WHERE schemaname = 'public'
    UNION ALL SELECT relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    UNION ALL SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'
    ORDER BY 1`);
  await client.end();
  return rows.map(({ line }) => line);
}

test('restored into an empty server: every row and every file, and the very same structure', async () => {
  await migrate(emptyOwner);
  const fresh = await structureOf(emptyOwner);
  const target = join(folder, 'target');
  const restored = new LocalFileStore(join(target, 'files'));
  const { reader } = await checkArchive(archive);
  const options = { owner: emptyOwner, files: restored, dataDirectory: target, ownSecret: null };
  await restoreBackup(options, { manifest, reader }, { replace: false });
  await reader.close();

  const before = await rowsOf(access.owner);
  expect(Object.values(before).flat().length).toBeGreaterThan(30);
  expect(await rowsOf(emptyOwner)).toEqual(before);
  expect(await structureOf(emptyOwner)).toEqual(fresh);
  for (const { sha256 } of manifest.files) expect(await restored.get(sha256)).toEqual(await files.get(sha256));
  expect(manifest.files).toHaveLength(3);
  expect(await readFile(join(target, 'secret'), 'utf8')).toBe('the secret of the installation');

  const app = createDatabase(createPool({ ...access.app, database: emptyOwner.database! }, 2));
  try {
    for (const { context, planId, uploadId } of schools) {
      const there = { ...context, db: app };
      expect(documentOf(await getPlan(there, { planId }))).toEqual(documentOf(await getPlan(context, { planId })));
      const here = await getUploadFile(context, { uploadId, files });
      const restoredFile = await getUploadFile(there, { uploadId, files: restored });
      expect(restoredFile.fileName).toBe(here.fileName);
      expect(await buffer(restoredFile.stream)).toEqual(await buffer(here.stream));
    }
    const chains = await verifyChains(app, manifest.schools);
    expect(chains.map(({ verdict }) => verdict.intact)).toEqual([true, true]);
    const stranger = inSchool(app, newId(), (trx) => trx.selectFrom('plan').select('id').execute());
    expect(await stranger).toEqual([]);
  } finally {
    await app.destroy();
  }
});

test('a server that holds something is replaced only on purpose', async () => {
  const { reader } = await checkArchive(archive);
  const target = { owner: access.owner, files, dataDirectory: folder, ownSecret: 'of this server' };
  const before = await rowsOf(access.owner);
  const people = (await contentsOf(access.owner)).people;
  await expect(restoreBackup(target, { manifest, reader }, { replace: false })).rejects.toMatchObject({
    code: 'backup.not-empty',
    details: { schools: 2, people },
  });
  await reader.close();
  expect(await rowsOf(access.owner)).toEqual(before);
});

test('while somebody is connected nothing is restored', async () => {
  const { reader } = await checkArchive(archive);
  await owner.selectFrom('school').select('school_id').execute();
  const target = { owner: access.owner, files, dataDirectory: folder, ownSecret: 'of this server' };
  await expect(restoreBackup(target, { manifest, reader }, { replace: true })).rejects.toMatchObject({
    code: 'backup.in-use',
  });
  await reader.close();
});

test('one moment: what is written while the backup runs is in it whole or not at all', async () => {
  const { context } = schools[0]!;
  let writing = true;
  const writer = (async () => {
    while (writing) {
      await inSchool(db, context.schoolId, async (trx) => {
        const year = { school_id: context.schoolId, start: 1946 + Math.floor(Math.random() * 200) };
        await trx
          .insertInto('school_year')
          .values(year)
          .onConflict((on) => on.columns(['school_id', 'start']).doUpdateSet({ first_month: 8 }))
          .execute();
        await trx
          .updateTable('school')
          .set({ place: String(year.start) })
          .where('school_id', '=', context.schoolId)
          .execute();
      });
    }
  })();
  const path = join(folder, 'moment.zip');
  await writeBackup({ owner: access.owner, files, secretFile: null }, { path, now });
  writing = false;
  await writer;
  const { reader, manifest: made } = await checkArchive(path);
  const text = async (name: string) => (await reader.read(reader.entries.get(`rows/${name}.copy`)!, 1e6)).toString();
  const place = (await text('school'))
    .split('\n')
    .find((line) => line.startsWith(context.schoolId))!
    .split('\t')[4];
  expect(await text('school_year')).toContain(`${context.schoolId}\t${place}\t`);
  expect(made.secret).toBe(false);
  await reader.close();
});

test('a file that is gone, and one that is damaged, are named and keep nothing else out', async () => {
  const copy = new LocalFileStore(join(folder, 'copy'));
  const [first, second, third] = manifest.files.map(({ sha256 }) => sha256);
  for (const sha256 of [first!, second!]) await copy.put(await files.get(sha256));
  const place = join(folder, 'copy', second!.slice(0, 2), second!.slice(2, 4), second!);
  await writeFile(place, 'not what it was');
  const path = join(folder, 'lost.zip');
  const made = await writeBackup({ owner: access.owner, files: copy, secretFile: null }, { path, now });
  expect(made.manifest.files.map(({ sha256 }) => sha256)).toEqual([first]);
  expect(made.manifest.lost).toEqual([
    { sha256: second, reason: 'damaged' },
    { sha256: third, reason: 'missing' },
  ]);
  await (await checkArchive(path)).reader.close();
});

test('sessions and limits stay out; nothing else does', async () => {
  const tables = await owner.introspection.getTables();
  const all = tables.filter(({ isView }) => !isView).map(({ name }) => name);
  const left = all.filter((name) => !manifest.tables.some((table) => table.name === name));
  expect(left.sort()).toEqual(['migration', 'plan_visitor', 'rateLimit', 'session', 'verification']);
});

test('every column that holds a hash is known as the name of a file or as something else', async () => {
  const client = new pg.Client(access.owner);
  await client.connect();
  const { rows } = await client.query<{ column: string }>(`
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name LIKE '%sha256%'`);
  const sequences = await client.query(
    `SELECT FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`,
  );
  await client.end();
  expect(rows.map(({ column }) => column).sort()).toEqual(Object.keys(HASH_COLUMNS).sort());
  // Counters of the database are not carried: ids are made by the product.
  expect(sequences.rowCount).toBe(0);
});

test('an existing file is never written over', async () => {
  const source = { owner: access.owner, files, secretFile: null };
  const before = await readFile(archive);
  await expect(writeBackup(source, { path: archive, now })).rejects.toMatchObject({ code: 'backup.exists' });
  expect((await readFile(archive)).equals(before)).toBe(true);
  const nowhere = writeBackup(source, { path: join(folder, 'no/such/place.zip'), now });
  await expect(nowhere).rejects.toMatchObject({ code: 'backup.unwritable' });
  await inSchool(db, schools[0]!.context.schoolId, (trx) => sealAudit(trx));
});
