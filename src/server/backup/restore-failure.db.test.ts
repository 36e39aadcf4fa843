import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import { migrate } from '#server/platform/migrate.ts';
import { aSchoolWithEverything } from '#tests/support/full-school.ts';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { checkArchive } from './check-archive.ts';
import { contentsOf, restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

/** What stands in a server stays until the new has come in whole; a server whose owner is an ordinary user works like any other. */
const { db, access } = await useDatabase();
const occupied = await useEmptyDatabase();
const plain = await useEmptyDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-restore-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = new LocalFileStore(join(folder, 'files'));
const path = join(folder, 'backup.zip');
await aSchoolWithEverything(db, files);
await writeBackup({ owner: access.owner, files, secretFile: null }, { path, now: new Date() });

async function one(config: pg.PoolConfig, text: string): Promise<unknown> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('--replace: a failure in the middle leaves the old rows; success takes their place', async () => {
  await migrate(occupied);
  const app = createDatabase(createPool({ ...access.app, database: occupied.database! }, 2));
  const { context } = await aSchoolWithEverything(app, files);
  await app.destroy();
  const target = { owner: occupied, files, dataDirectory: folder, ownSecret: 'of this server' };
  const before = await one(occupied, `SELECT string_agg(t::text, '' ORDER BY id) FROM plan_item t`);

  const { reader, manifest } = await checkArchive(path);
  const last = manifest.tables.at(-1)!;
  const lying = { ...manifest, tables: [...manifest.tables.slice(0, -1), { ...last, rows: last.rows + 1 }] };
  await expect(restoreBackup(target, { reader, manifest: lying }, { replace: true })).rejects.toMatchObject({
    code: 'backup.damaged',
  });
  expect(await one(occupied, `SELECT string_agg(t::text, '' ORDER BY id) FROM plan_item t`)).toBe(before);
  expect(await one(occupied, `SELECT to_regnamespace('caitien_building')`)).toBeNull();

  await restoreBackup(target, { reader, manifest }, { replace: true });
  await reader.close();
  expect(await one(occupied, `SELECT count(*)::int FROM school WHERE school_id = '${context.schoolId}'`)).toBe(0);
  expect(await one(occupied, 'SELECT school_id FROM school')).toBe(manifest.schools[0]);
  expect(await migrate(occupied)).toEqual([]);
});

test('an owner who is no superuser backs up and restores the rows of all schools', async () => {
  const role = `owner_${newId().replaceAll('-', '')}`;
  await one(plain, `CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
  await one(plain, `GRANT caitien_app TO ${role}`);
  await one(plain, `ALTER DATABASE ${plain.database} OWNER TO ${role}`);
  const owner = { ...plain, user: role, password: 'x' };
  await migrate(owner);
  const { reader, manifest } = await checkArchive(path);
  const target = { owner, files, dataDirectory: folder, ownSecret: 'of this server' };
  await restoreBackup(target, { reader, manifest }, { replace: false });
  await reader.close();
  expect(await contentsOf(owner)).toEqual({
    schools: 1,
    people: await one(access.owner, 'SELECT count(*)::int FROM "user"'),
  });
  // Without asking for it, forced security still binds the owner.
  expect(await one(owner, 'SELECT count(*)::int FROM plan')).toBe(0);
  const again = join(folder, 'again.zip');
  const made = await writeBackup({ owner, files, secretFile: null }, { path: again, now: new Date() });
  const sums = (tables: typeof manifest.tables) => tables.map(({ name, rows }) => [name, rows]);
  expect(sums(made.manifest.tables)).toEqual(sums(manifest.tables));
  // The role of the product gains nothing by the setting.
  const stolen = { ...owner, options: '-c role=caitien_app -c app.whole_database=on' };
  expect(await one(stolen, 'SELECT count(*)::int FROM plan')).toBe(0);
  await one(plain, `ALTER DATABASE ${plain.database} OWNER TO ${plain.user}`);
  await one(plain, `REASSIGN OWNED BY ${role} TO ${plain.user}`);
  await one(plain, `DROP OWNED BY ${role}`);
  await one(plain, `DROP ROLE ${role}`);
});
