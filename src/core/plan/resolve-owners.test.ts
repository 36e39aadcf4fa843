import { expect, test } from 'vitest';
import type { Role } from '#core/identity/role.ts';
import type { StaffGroupFacts } from '#core/organisations/staff-group.ts';
import { resolveOwners } from './resolve-owners.ts';

const person = (userId: string, displayName: string, role: Role, jobTitle: string | null = null) => ({
  ...{ userId, displayName, role, jobTitle },
});
const people = [
  person('ht', 'Nguyễn Thị Hoa', 'principal', 'Hiệu trưởng'),
  person('pht', 'Lê Văn Phó', 'deputy', 'Phó hiệu trưởng'),
  person('tk', 'Mai Thị Thư', 'secretary', 'Giáo viên lớp Lá 2'),
  person('gv', 'Trần Thị Hoa', 'staff', 'Giáo viên'),
  person('kt', 'Vũ Văn Toán', 'staff', 'Kế toán'),
  person('xem', 'Khách Mời', 'viewer'),
];
const group = (name: string, memberIds: string[], ownerKey: string | null = null): StaffGroupFacts => ({
  ...{ name, kind: 'group', ownerKey, memberIds },
});
const resolved = (names: string[], groups: StaffGroupFacts[] = []) =>
  Object.fromEntries(
    resolveOwners(names, { people, groups }).map((each) => [each.name, each.people.map(({ userId }) => userId)]),
  );

test('without any group: by role, by title, by name', () => {
  expect(resolved(['BGH', 'PHT', 'GV', 'Kế toán', 'CB-GV-NV', 'Thư ký hội đồng', 'Đ/c Lê Văn Phó', 'Cô Thư'])).toEqual({
    BGH: ['ht', 'pht'],
    PHT: ['pht'],
    GV: ['tk', 'gv'],
    'Kế toán': ['kt'],
    'CB-GV-NV': ['ht', 'pht', 'tk', 'gv', 'kt'],
    'Thư ký hội đồng': ['tk'],
    'Đ/c Lê Văn Phó': ['pht'],
    'Cô Thư': ['tk'],
  });
});

test('a given name that two people have is nobody', () => {
  expect(resolved(['Cô Hoa'])).toEqual({ 'Cô Hoa': [] });
});

test('the groups of the year win; one number is one of them', () => {
  const groups = [
    group('Tổ chuyên môn 1', ['gv']),
    group('Tổ chuyên môn 2', ['tk']),
    group('Khu A', ['kt']),
    group('Ban kiểm tra', ['kt'], 'monitoring-team'),
  ];
  expect(resolved(['Tổ CM', 'Tổ CM 2', 'khu A', 'Tổ giám sát'], groups)).toEqual({
    'Tổ CM': ['tk', 'gv'],
    'Tổ CM 2': ['tk'],
    'khu A': ['kt'],
    'Tổ giám sát': ['kt'],
  });
});

test('a list that names one person as Ban giám hiệu puts nobody else out of it', () => {
  const groups = [group('Ban giám hiệu', ['ht'], 'leadership')];
  expect(resolved(['BGH', 'Ban giám hiệu'], groups)).toEqual({ BGH: ['ht', 'pht'], 'Ban giám hiệu': ['ht', 'pht'] });
  expect(resolved(['BGH'], [group('Ban giám hiệu', ['ht', 'tk'], 'leadership')])).toEqual({ BGH: ['ht', 'pht', 'tk'] });
});

test('what is outside the school needs nobody; what is unknown does', () => {
  const found = resolveOwners(['UBND xã', 'Khu B', 'Y tế'], { people, groups: [] });
  expect(found.map(({ people: who, expected }) => [who.length, expected])).toEqual([
    [0, false],
    [0, true],
    [0, true],
  ]);
});
