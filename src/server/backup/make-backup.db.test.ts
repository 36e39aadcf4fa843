import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FixedClock } from '#server/platform/clock.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { createLog } from '#server/platform/log.ts';
import { aSchoolWithEverything } from '#tests/support/full-school.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { backupFolder, findBackup, listBackups } from './backup-folder.ts';
import { findFailure, findRunning, markRunning } from './backup-state.ts';
import { type BackupTools, makeBackup } from './make-backup.ts';

const { db, access } = await useDatabase();
let tools: BackupTools;
let clock: FixedClock;
let folder: string;
let logged: string[];

beforeEach(async ({ onTestFinished }) => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'caitien-nightly-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }));
  folder = backupFolder(dataDirectory);
  clock = new FixedClock('2026-11-22T02:00:00+07:00');
  logged = [];
  tools = {
    owner: access.owner,
    files: new LocalFileStore(join(dataDirectory, 'files')),
    secretFile: null,
    dataDirectory,
    keep: { daily: 2, weekly: 0, monthly: 0 },
    clock,
    log: createLog('info', (line) => logged.push(line)),
  };
});

const DAY = 24 * 3_600_000;

test('kept by rule: the oldest goes once a newer one is verified', async () => {
  const { context } = await aSchoolWithEverything(db, tools.files);
  for (let night = 0; night < 3; night++) {
    const made = await makeBackup(tools, 'nightly');
    expect(made).toMatchObject({ lost: 0, reason: 'nightly', createdAt: clock.now() });
    expect(made.schools).toContain(context.schoolId);
    clock.advance(DAY);
  }
  const names = (await listBackups(folder)).map(({ name }) => name);
  expect(names).toEqual(['caitien-20261124-020000.zip', 'caitien-20261123-020000.zip']);
  expect((await readdir(folder)).sort()).toEqual(names.flatMap((name) => [name, name.replace('.zip', '.json')]).sort());
  expect(await findRunning(folder)).toBeNull();
});

test('a failure is noted and logged, removes nothing, and is forgotten after a success', async () => {
  await makeBackup(tools, 'nightly');
  const kept = await listBackups(folder);
  clock.advance(3 * DAY);
  const failing = { ...tools, owner: { ...tools.owner, database: 'not_there' } };
  await expect(makeBackup(failing, 'nightly')).rejects.toThrow(/not_there/);
  expect(await listBackups(folder)).toEqual(kept);
  expect(await findFailure(folder)).toEqual({ at: clock.now(), code: 'backup.failed', details: {} });
  expect(logged.filter((line) => line.includes('backup.failed'))).toHaveLength(1);
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  await makeBackup(tools, 'asked');
  expect(await findFailure(folder)).toBeNull();
});

test('one at a time; a process that died does not hold up the next', async () => {
  await makeBackup(tools, 'asked');
  const mark = await markRunning(folder, clock.now());
  expect(await findRunning(folder)).toMatchObject({ step: 'rows' });
  await expect(makeBackup(tools, 'asked')).rejects.toMatchObject({ code: 'backup.already-running' });
  await mark.end();
  await writeFile(join(folder, 'running.json'), '{}');
  await writeFile(join(folder, 'caitien-20261121-020000.zip.part'), 'half');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'running.json'), longAgo, longAgo);
  clock.advance(1000);
  await makeBackup(tools, 'asked');
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('what was cut, or has another name, is no backup', async () => {
  const { name } = await makeBackup(tools, 'asked');
  expect(await findBackup(folder, name)).not.toBeNull();
  for (const wrong of ['../secret', 'running.json', `./${name}`, `${name}/..`, 'caitien-1.zip', '']) {
    expect(await findBackup(folder, wrong)).toBeNull();
  }
  await writeFile(join(folder, name), 'cut');
  expect(await findBackup(folder, name)).toBeNull();
});
