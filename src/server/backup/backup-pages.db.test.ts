import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { LocalFileStore } from '#server/platform/files.ts';
import { FixedClock } from '#server/platform/clock.ts';
import { silentLog } from '#server/platform/log.ts';
import { aSchoolWithEverything } from '#tests/support/full-school.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { getBackupState } from './get-backup-state.ts';
import { isAloneOn } from './list-schools.ts';
import { makeBackup } from './make-backup.ts';
import { openBackup } from './open-backup.ts';
import { MAKE_BACKUP, requestBackup } from './request-backup.ts';
import { makeSchoolExport } from './school/make-school-export.ts';
import { getSchoolExport, openSchoolExport, requestSchoolExport } from './school/school-export.ts';

/** What a principal sees and may take: where the school is alone, and where others share the server. */
const { db, access, owner } = await useDatabase();
let dataDirectory: string;

beforeEach(async ({ onTestFinished }) => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'caitien-pages-'));
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }));
});

test('alone: seen, asked for, taken away; once another school came, its rows are never handed out', async () => {
  const files = new LocalFileStore(join(dataDirectory, 'files'));
  const clock = new FixedClock('2026-11-22T02:00:00+07:00');
  const tools = { owner: access.owner, files, secretFile: null, dataDirectory, clock, log: silentLog };
  const keep = { daily: 7, weekly: 4, monthly: 12 };
  const first = await aSchoolWithEverything(db, files);
  const context = { ...first.context, clock };
  const isAlone = () => isAloneOn(access.owner);
  const state = () => getBackupState(context, { dataDirectory, backupAt: '02:00', isAlone });
  const sent: string[] = [];
  const jobs = { send: async (queue: string) => void sent.push(queue) };

  expect(await state()).toMatchObject({ backups: [], alone: true, running: null, failure: null });
  await requestBackup(context, { isAlone, jobs });
  expect(sent).toEqual([MAKE_BACKUP]);
  const alone = await makeBackup({ ...tools, keep }, 'asked');
  const { backups, nextAt } = await state();
  expect(backups).toMatchObject([{ name: alone.name, mine: true, reason: 'asked', lost: 0 }]);
  expect(nextAt).toEqual(new Date('2026-11-23T02:00:00+07:00'));
  const taken = await openBackup(context, { dataDirectory, name: alone.name });
  expect((await readFile(taken.path)).length).toBe(taken.size);

  const second = await aSchoolWithEverything(db, files);
  clock.advance(60_000);
  const shared = await makeBackup({ ...tools, keep: { daily: 0, weekly: 0, monthly: 0 } }, 'before-restore');
  const now = await state();
  expect(now.alone).toBe(false);
  expect(now.backups).toMatchObject([
    { name: shared.name, mine: false },
    { name: alone.name, mine: true },
  ]);
  for (const name of [shared.name, '../secret', 'running.json', `../backups/${alone.name}`]) {
    await expect(openBackup(context, { dataDirectory, name })).rejects.toMatchObject({ code: 'backup.not-found' });
  }
  await expect(requestBackup(context, { isAlone, jobs })).rejects.toMatchObject({
    code: 'backup.already-shared',
  });
  const strange = { ...second.context, clock };
  expect((await getBackupState(strange, { dataDirectory, backupAt: null, isAlone })).backups).toMatchObject([
    { name: shared.name, mine: false },
  ]);
  await expect(openBackup(strange, { dataDirectory, name: alone.name })).rejects.toMatchObject({
    code: 'backup.not-found',
  });
  const actions = await owner.selectFrom('audit_entry').select('action').where('action', 'like', 'backup.%').execute();
  expect(actions.map(({ action }) => action).sort()).toEqual(['backup.downloaded', 'backup.requested']);
});

test('the export of a school: asked for, made by a job, taken by its principal only', async () => {
  const files = new LocalFileStore(join(dataDirectory, 'files'));
  const { context } = await aSchoolWithEverything(db, files);
  const stranger = await aSchoolWithEverything(db, files);
  const sent: object[] = [];
  await requestSchoolExport(context, { jobs: { send: async (_queue, data) => void sent.push(data) } });
  expect(sent).toEqual([{ schoolId: context.schoolId }]);
  const tools = { db, files, dataDirectory, clock: context.clock, log: silentLog };
  await makeSchoolExport(tools, context.schoolId);
  await makeSchoolExport(tools, context.schoolId);
  const { last, running, failure } = await getSchoolExport(context, { dataDirectory });
  expect({ running, failure }).toEqual({ running: null, failure: null });
  expect(last).toMatchObject({ files: 2, lost: 0 });
  const { path, size } = await openSchoolExport(context, { dataDirectory });
  expect((await readFile(path)).length).toBe(size);
  await expect(openSchoolExport(stranger.context, { dataDirectory })).rejects.toMatchObject({
    code: 'backup.not-found',
  });
  await expect(makeSchoolExport(tools, stranger.planId)).rejects.toMatchObject({ code: 'organisations.not-found' });
});
