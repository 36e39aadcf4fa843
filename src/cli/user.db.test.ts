import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createSeal } from '#server/identity/seal.ts';
import { type MaintenanceTools, runMaintenance } from '#server/backup/maintenance.ts';
import { systemClock } from '#server/platform/clock.ts';
import { type Control, openControl } from '#server/platform/control.ts';
import { aColleague, aMembership, aSchool, aSecondFactor } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { caitien } from './caitien.ts';
import type { CliIo } from './cli-io.ts';

/** The commands as they are typed while the app runs on its embedded database, which nobody else can open. */
const { db, owner, access } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-user-'));
let control: Control;
let schoolId: string;

beforeAll(async () => {
  const tools = { db, owner: access.owner, clock: systemClock } as unknown as MaintenanceTools;
  control = await openControl(folder, (request, report) => runMaintenance(tools, request, report));
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('CAITIEN_DATA', folder);
  schoolId = await aSchool(db);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await control.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: string[], typed = ''): Promise<{ code: number; out: string; err: string }> {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([`${typed}\n`]) as unknown as typeof process.stdin);
  const said = { out: '', err: '' };
  const io: CliIo = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
    locale: 'vi',
  };
  return { code: await caitien(args[0] === 'db' ? args : ['user', ...args], io), ...said };
}

const actions = async (school: string) =>
  (await owner.selectFrom('audit_entry').select('action').where('school_id', '=', school).orderBy('id').execute()).map(
    ({ action }) => action,
  );

test('an account is added, listed and given a password while the app runs', async () => {
  const add = ['add', 'ThuKy', '--name', 'Trần Thị Mẫu', '--role', 'secretary'];
  expect(await run(add, '12345')).toMatchObject({ code: 1, err: expect.stringContaining('ít nhất 8 ký tự') });
  expect(await run(add, 'nắng sớm mai')).toMatchObject({ code: 0, out: 'Đã thêm tài khoản thuky.\n' });
  expect(await run(add, 'nắng sớm mai')).toMatchObject({ code: 1, err: expect.stringContaining('đã có người dùng') });
  expect(await run(['list'])).toMatchObject({ code: 0, out: expect.stringMatching(/thuky +Trần Thị Mẫu +secretary/) });
  expect(await run(['password', 'thuky'], 'mùa hạ nắng vàng')).toMatchObject({ code: 0 });
  expect(await run(['password', 'khongco'], 'mùa hạ nắng vàng')).toMatchObject({
    code: 1,
    err: 'Không có tài khoản khongco.\n',
  });
  expect(await run(['password'])).toMatchObject({ code: 2 });
  expect(await actions(schoolId)).toEqual(['account.created', 'account.password-set']);
});

test('the second step of a principal who lost the phone is taken away; all their schools read of it', async () => {
  const userId = await aColleague(db, { schoolId, username: 'matdienthoai', role: 'principal' });
  const elsewhere = await aMembership(db, { user_id: userId, role: 'staff' });
  await aSecondFactor(db, { userId, seal: createSeal('a secret of some machine, which nobody needs here') });
  expect(await run(['remove-second-factor', 'matdienthoai'])).toMatchObject({ code: 0 });
  const user = await owner.selectFrom('user').selectAll().where('id', '=', userId).executeTakeFirstOrThrow();
  expect(user).toMatchObject({ twoFactorEnabled: false, secondFactorRemovedAt: expect.any(Date) });
  for (const school of [schoolId, elsewhere.schoolId])
    expect(await actions(school)).toContain('identity.second-factor-removed');
  expect(await run(['remove-second-factor', 'matdienthoai'])).toMatchObject({ code: 1 });
});

test('the state of the database is told while the app runs', async () => {
  expect(await run(['db', 'status'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^0001\S* +\d\d\/\d\d\/\d{4}.\d\d:\d\d\n[^]*Đã cập nhật: \d+ bước\.\n$/),
  });
});
