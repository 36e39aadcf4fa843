import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { migrate, migrationStatus } from './migrate.ts';
import { MIGRATIONS_DIRECTORY, readMigrationFiles } from './migration-files.ts';

const { access } = await useDatabase();
const empty = await useEmptyDatabase();
let directory: string;

beforeEach(async ({ onTestFinished }) => {
  directory = await mkdtemp(join(tmpdir(), 'caitien-migrations-'));
  await cp(MIGRATIONS_DIRECTORY, directory, { recursive: true });
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
});

const write = (name: string, text: string): Promise<void> => writeFile(join(directory, name), text);

test('several processes migrate an empty database at once, each migration runs once', async () => {
  const all = (await readMigrationFiles()).map(({ name }) => name);
  expect((await migrationStatus(empty)).every(({ appliedAt }) => appliedAt === null)).toBe(true);
  const done = await Promise.all([migrate(empty), migrate(empty), migrate(empty)]);
  expect(done.flat().sort()).toEqual(all);
  expect(await migrate(empty)).toEqual([]);
  expect((await migrationStatus(empty)).every(({ appliedAt }) => appliedAt instanceof Date)).toBe(true);
});

test('an applied file that was altered is refused', async () => {
  const name = '0001-schools.sql';
  await write(name, (await readFile(join(directory, name), 'utf8')).replace('9 CHECK', '8 CHECK'));
  await expect(migrate(access.owner, directory)).rejects.toMatchObject({
    code: 'database.migration-altered',
    details: { name: '0001-schools' },
  });
});

test('line breaks of Windows are no alteration', async () => {
  const name = '0001-schools.sql';
  await write(name, (await readFile(join(directory, name), 'utf8')).replaceAll('\n', '\r\n'));
  expect(await migrate(access.owner, directory)).toEqual([]);
});

test('an applied file that is gone is refused', async () => {
  await rm(join(directory, '0002-sign-in.sql'));
  await expect(migrate(access.owner, directory)).rejects.toMatchObject({ code: 'database.migration-missing' });
});

test('a file numbered before an applied one is refused', async () => {
  await write('0000-late.sql', '-- step\nSELECT 1');
  await expect(migrate(access.owner, directory)).rejects.toMatchObject({ code: 'database.migration-late' });
});

test('a file that fails leaves nothing of itself', async () => {
  await write('9001-half.sql', '-- step\nCREATE TABLE half (id int PRIMARY KEY);\n-- step\nSELECT 1 / 0;');
  await expect(migrate(access.owner, directory)).rejects.toThrow(/division by zero/);
  const client = new pg.Client(access.owner);
  await client.connect();
  const { rows } = await client.query(`SELECT to_regclass('half') AS found`);
  await client.end();
  expect(rows).toEqual([{ found: null }]);
});

test('a step holds one statement', async () => {
  await write('9001-two.sql', '-- step\nSELECT 1; SELECT 2;');
  await expect(migrate(access.owner, directory)).rejects.toThrow(/multiple commands/);
});

test.each(['1-short.sql', '0001-twice.sql', '9001 blank.sql'])('misnamed: %s', async (name) => {
  await write(name, '-- step\nSELECT 1');
  await expect(migrate(access.owner, directory)).rejects.toMatchObject({ code: 'database.migration-invalid' });
});
