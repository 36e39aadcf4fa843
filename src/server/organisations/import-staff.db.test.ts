import { expect, test } from 'vitest';
import type { StaffRow } from '#core/organisations/staff-list/staff-row.ts';
import { readStaffFile } from '#server/documents/read-staff-file.ts';
import { writeStaffSample } from '#server/documents/write/write-staff-sample.ts';
import { createAuth } from '#server/identity/create-auth.ts';
import { listMembers } from '#server/identity/list-members.ts';
import { signIn } from '#server/identity/sign-in.ts';
import { FixedClock } from '#server/platform/clock.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { importStaff, previewStaffImport } from './import-staff.ts';

const { db, owner } = await useDatabase();
const clock = new FixedClock(new Date());

test('the sample is read, accepted once, and does nothing the second time', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const table = await readStaffFile(await writeStaffSample(), 'danh-sach.xlsx');
  expect(table).toMatchObject({ unknownColumns: [], leftOut: [] });
  const rows = table!.rows;
  expect(rows.map(({ row, phone }) => [row, phone])).toEqual([
    [2, '0900000001'],
    [3, '0900000002'],
    [4, '0900000003'],
  ]);
  const preview = await previewStaffImport(principal, { rows });
  expect(preview.steps.map(({ kind, member }) => [kind, member.username])).toEqual([
    ['add', 'duttt'],
    ['add', 'dultv'],
    ['add', 'ketoan'],
  ]);
  expect(await listMembers(principal)).toHaveLength(1);

  const done = await importStaff(principal, { rows, digest: preview.digest });
  if (!done.done) throw new Error('not done');
  const people = await listMembers(principal);
  expect(people).toHaveLength(4);
  expect(people.find(({ username }) => username === 'duttt')).toMatchObject({
    role: 'deputy',
    jobTitle: 'Phó hiệu trưởng',
    temporaryPassword: true,
  });
  const auth = createAuth({ db, secret: 'a secret for tests, long enough to be one', origin: 'http://localhost:3000' });
  const { username, password } = done.passwords[2]!;
  await signIn({ db, auth, clock }, { username, password, address: 'x', remember: false, headers: new Headers() });
  const groups = await owner
    .selectFrom('staff_group')
    .select('name')
    .where('school_id', '=', principal.schoolId)
    .execute();
  expect(groups.map(({ name }) => name).sort()).toEqual(['Ban giám hiệu', 'Tổ Lá', 'Tổ văn phòng']);

  const again = await previewStaffImport(principal, { rows });
  expect(again.steps.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
});

test('what changed between seeing and accepting is shown anew, and nothing is half done', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const row = (number: number, displayName: string, username: string): StaffRow => ({
    ...{ row: number, displayName, username, jobTitle: '', team: 'Tổ Chồi', phone: '', role: '' },
  });
  const rows = [row(2, 'Mai Thị Một', 'motmt'), row(3, 'Mai Thị Hai', 'haimt')];
  const { digest } = await previewStaffImport(principal, { rows });
  await aColleague(db, { schoolId: principal.schoolId, username: 'haimt', displayName: 'Người Khác' });
  const outcome = await importStaff(principal, { rows, digest });
  expect(outcome).toMatchObject({
    done: false,
    steps: [{ kind: 'add' }, { kind: 'change', changes: ['displayName', 'team'] }],
  });
  expect(await owner.selectFrom('user').select('id').where('username', '=', 'motmt').execute()).toEqual([]);
});

test('separated cells, old encodings of Excel, and files without names', async () => {
  const csv = new TextEncoder().encode('STT;Họ và tên;Điện thoại\n1;Trần Thị Mẫu;912345678\n');
  expect((await readStaffFile(csv, 'a.csv'))?.rows[0]).toMatchObject({ row: 2, displayName: 'Trần Thị Mẫu' });
  expect(await readStaffFile(new TextEncoder().encode('một,hai\nba,bốn\n'), 'b.csv')).toBeNull();
});
