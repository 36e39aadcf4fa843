import { expect, test } from 'vitest';
import { parseCsv } from './parse-csv.ts';
import { planStaffImport, type StaffImport } from './plan-staff-import.ts';
import { readStaffTable } from './read-staff-table.ts';
import type { SheetRow, StaffRow } from './staff-row.ts';

const sheet = (...rows: string[][]): SheetRow[] => rows.map((cells, index) => ({ row: index + 1, cells }));

test('heads in any order below the name of the school; what is not understood is named', () => {
  const table = readStaffTable(
    sheet(
      ['TRƯỜNG MẦM NON VÍ DỤ', '', '', ''],
      [],
      ['STT', 'Số điện thoại', 'Ngày sinh', 'Họ và tên', 'Chức vụ', 'Tổ chuyên môn'],
      ['1', '912345678', '1/2/1980', ' Trần  Thị Mẫu', 'Giáo viên', 'Lá'],
      ['', '', '', '', '', ''],
      ['', '', '', 'Danh sách này có 1 người', '', ''],
    ),
  );
  expect(table).toEqual({
    rows: [
      {
        row: 4,
        displayName: 'Trần Thị Mẫu',
        username: '',
        jobTitle: 'Giáo viên',
        team: 'Lá',
        phone: '912345678',
        role: '',
      },
    ],
    unknownColumns: ['Ngày sinh'],
    leftOut: [{ row: 6, text: 'Danh sách này có 1 người' }],
  });
});

test('family and given names in two columns, with two heads or one over both; teams as lines of their own', () => {
  const names = (...rows: string[][]) =>
    readStaffTable(sheet(...rows))?.rows.map(({ displayName, team }) => [displayName, team]);
  expect(names(['TT', 'Họ đệm', 'Tên', 'Tổ'], ['1', 'Trần Thị', 'Mẫu', 'VP'])).toEqual([['Trần Thị Mẫu', 'VP']]);
  expect(names(['TT', 'Họ và tên', '', 'SĐT'], ['1', 'Trần Thị', 'Mẫu', ''])).toEqual([['Trần Thị Mẫu', '']]);
  expect(
    names(
      ['TT', 'Họ và tên', 'Chức vụ'],
      ['I', 'TỔ VĂN PHÒNG', ''],
      ['1', 'Lê Văn Thử', 'Kế toán'],
      ['II', 'Tổ Lá (3 người):', ''],
      ['1', 'Vũ Thị Mẫu', 'GV'],
    ),
  ).toEqual([
    ['Lê Văn Thử', 'TỔ VĂN PHÒNG'],
    ['Vũ Thị Mẫu', 'Tổ Lá'],
  ]);
});

test('no heads, no list', () => {
  expect(readStaffTable(sheet(['Trần Thị Mẫu', '0912345678']))).toBeNull();
});

test('separated cells as Excel saves them', () => {
  expect(parseCsv('\uFEFFHọ và tên;"Chức ""vụ"""\r\n"Trần\nThị; Mẫu";GV\n')).toEqual(
    sheet(['Họ và tên', 'Chức "vụ"'], ['Trần\nThị; Mẫu', 'GV']),
  );
  expect(parseCsv('a,b\n"c,d",e').map(({ cells }) => cells)).toEqual([
    ['a', 'b'],
    ['c,d', 'e'],
  ]);
});

const person = (row: number, displayName: string, rest: Partial<StaffRow> = {}): StaffRow => ({
  ...{ row, displayName, username: '', jobTitle: '', team: '', phone: '', role: '' },
  ...rest,
});
const known = (userId: string, displayName: string, username: string, phone: string | null = null) => ({
  userId,
  member: { displayName, username, role: 'staff' as const, jobTitle: 'Giáo viên', phone },
});
const importing = (rows: StaffRow[], given: Partial<StaffImport> = {}) =>
  planStaffImport({ rows, members: [], taken: new Set(), groups: new Map(), ...given });

test('new people get usernames that nobody has, in the list neither', () => {
  const steps = importing(
    [
      person(1, 'Trần Thị Hoa', { phone: '0912345671' }),
      person(2, 'Trần Thị Hoa', { phone: '0912345672' }),
      person(3, 'Tô Thế Hoa', { username: 'HoaTT3' }),
      person(4, 'Lê Phó', { jobTitle: 'Phó hiệu trưởng' }),
    ],
    { taken: new Set(['hoatt']) },
  );
  expect(steps.map(({ kind, member }) => [kind, member.username, member.role])).toEqual([
    ['add', 'hoatt2', 'staff'],
    ['add', 'hoatt4', 'staff'],
    ['add', 'hoatt3', 'staff'],
    ['add', 'phol', 'deputy'],
  ]);
});

test('who is there already is compared; blank cells say nothing; role and username stay', () => {
  const members = [known('1', 'Trần Thị Hoa', 'hoatt', '0912345671'), known('2', 'Lê Văn Cũ', 'culv')];
  const groups = new Map([['tổ lá', new Set(['1'])]]);
  const steps = importing(
    [
      person(5, 'Trần Thị Hoa', { phone: '0912345671', team: 'Tổ Lá', jobTitle: 'Giáo viên' }),
      person(6, 'LÊ VĂN CŨ', { jobTitle: 'Bảo vệ', team: 'Tổ văn phòng', role: 'Thư ký' }),
    ],
    { members, groups, taken: new Set(['hoatt', 'culv']) },
  );
  expect(steps.map(({ kind, userId, changes }) => [kind, userId, changes])).toEqual([
    ['same', '1', []],
    ['change', '2', ['jobTitle', 'team']],
  ]);
  expect(steps[1]!.member).toMatchObject({
    displayName: 'Lê Văn Cũ',
    username: 'culv',
    role: 'staff',
    jobTitle: 'Bảo vệ',
  });
});

test('telephone numbers as usernames, where nobody has them yet', () => {
  const rows = [
    person(2, 'Trần Thị Hoa', { phone: '0912 345 671' }),
    person(3, 'Lê Văn Hai', { phone: '0912345671' }),
    person(4, 'Vũ Thị Máy', { phone: '0912345674' }),
    person(5, 'Mai Có Tên', { phone: '0912345675', username: 'maict' }),
    person(6, 'Ngô Không Máy'),
    person(7, 'Đỗ Văn Cũ', { phone: '0912345677' }),
  ];
  const members = [known('1', 'Đỗ Văn Cũ', 'cudv')];
  const steps = importing(rows, { members, byPhone: true, taken: new Set(['0912345674', 'cudv']) });
  expect(steps.map(({ kind, member }) => [kind, member.username])).toEqual([
    ['add', '0912345671'],
    ['add', 'hailv'],
    ['add', 'mayvt'],
    ['add', 'maict'],
    ['add', 'maynk'],
    ['change', 'cudv'],
  ]);
});

test('one username twice in the list is told', () => {
  const steps = importing([person(2, 'Mai Một', { username: 'mai' }), person(3, 'Mai Hai', { username: 'MAI' })]);
  expect(steps.map(({ kind, problems }) => [kind, problems[0]?.problem])).toEqual([
    ['add', undefined],
    ['problem', 'taken'],
  ]);
});

test('what cannot be decided is a problem of its row', () => {
  const members = [known('1', 'Trần Thị Hoa', 'hoatt'), known('2', 'Trần Thị Hoa', 'hoatt2')];
  const steps = importing(
    [
      person(2, 'Trần Thị Hoa'),
      person(3, 'Lê Văn Hai'),
      person(4, 'Lê Văn Hai'),
      person(5, 'Vũ Thị Máy', { phone: 'hỏi sau' }),
      person(6, 'Ngô Trưởng', { role: 'Hiệu trưởng' }),
      person(7, 'Mai Trùng', { username: 'cuatruongkhac' }),
    ],
    { members, taken: new Set(['cuatruongkhac']) },
  );
  expect(steps.map(({ row, kind, problems }) => [row, kind, problems[0]])).toEqual([
    [2, 'problem', { field: 'row', problem: 'several' }],
    [3, 'add', undefined],
    [4, 'problem', { field: 'row', problem: 'twice' }],
    [5, 'problem', { field: 'phone', problem: 'digits' }],
    [6, 'problem', { field: 'role', problem: 'missing' }],
    [7, 'problem', { field: 'username', problem: 'taken' }],
  ]);
});

test('somebody of the same name with another telephone is somebody else, and it is said', () => {
  const [step] = importing([person(2, 'Trần Thị Hoa', { phone: '0912345679' })], {
    members: [known('1', 'Trần Thị Hoa', 'hoatt', '0912345671')],
    taken: new Set(['hoatt']),
  });
  expect(step).toMatchObject({ kind: 'add', sameName: true, member: { username: 'hoatt2' } });
});
