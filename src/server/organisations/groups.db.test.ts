import { expect, test } from 'vitest';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague, aPlan, aPlanItem } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { listPlanOwners } from '#server/plan/list-plan-owners.ts';
import { addGroups, copyGroups } from './add-groups.ts';
import { changeGroup, removeGroup } from './change-group.ts';
import { listGroups } from './list-groups.ts';

const { db } = await useDatabase();
const year = { start: 2026 };
const group = { name: 'Tổ văn phòng', kind: 'group' as const, ownerKey: 'office-team' };

test('groups are made once, filled, carried to the next year with those who are still here, and removed', async () => {
  const secretary = await actingAs(db);
  const stays = await aColleague(db, { schoolId: secretary.schoolId, displayName: 'Ở Lại' });
  const stranger = (await actingAs(db)).user.id;
  const [groupId = ''] = await addGroups(secretary, { year, groups: [group, { ...group, name: 'TỔ VĂN PHÒNG' }] });
  expect(await addGroups(secretary, { year, groups: [group] })).toEqual([]);
  const change = { groupId, version: 1, name: 'Tổ Văn phòng', kind: 'group' as const };
  expect(await changeGroup(secretary, { ...change, memberIds: [stays, stranger] })).toEqual({ saved: true });
  const { people, groups } = await listGroups(secretary, { year });
  expect(people.map(({ displayName }) => displayName)).toContain('Ở Lại');
  expect(groups).toMatchObject([{ name: 'Tổ Văn phòng', memberIds: [stays], version: 2 }]);
  expect(await changeGroup(secretary, { ...change, memberIds: [] })).toMatchObject({
    saved: false,
    current: { memberIds: [stays] },
  });

  expect(await copyGroups(secretary, { from: year, to: { start: 2027 } })).toBe(1);
  expect(await copyGroups(secretary, { from: year, to: { start: 2027 } })).toBe(0);
  expect((await listGroups(secretary, { year: { start: 2027 } })).groups).toMatchObject([{ memberIds: [stays] }]);
  expect(await removeGroup(secretary, { groupId, version: 2 })).toEqual({ saved: true });
  await expect(removeGroup(secretary, { groupId, version: 2 })).rejects.toMatchObject({
    code: 'organisations.group.not-found',
  });
});

test('two groups of a year have two names', async () => {
  const secretary = await actingAs(db);
  const [first = ''] = await addGroups(secretary, { year, groups: [group, { ...group, name: 'Khu A' }] });
  const change = { groupId: first, version: 1, name: 'KHU A', kind: 'group' as const, memberIds: [] };
  await expect(changeGroup(secretary, change)).rejects.toMatchObject({ code: 'organisations.group-name-taken' });
});

test('a name that is given twice at the same moment is told as taken', async () => {
  const secretary = await actingAs(db);
  const [first = '', second = ''] = await addGroups(secretary, { year, groups: [group, { ...group, name: 'Khu A' }] });
  const rename = (groupId: string) =>
    changeGroup(secretary, { groupId, version: 1, name: 'Khu B', kind: 'group', memberIds: [] });
  const renamed = await Promise.allSettled([rename(first), rename(second)]);
  expect(codesOf(renamed)).toEqual(['organisations.group-name-taken']);
  const add = () => addGroups(secretary, { year, groups: [{ ...group, name: 'Khu C' }] });
  const added = await Promise.allSettled(Array.from({ length: 6 }, add));
  expect(new Set(codesOf(added))).toEqual(new Set(['organisations.group-name-taken']));
  const { groups } = await listGroups(secretary, { year });
  expect(groups.filter(({ name }) => name === 'Khu C')).toHaveLength(1);
});

function codesOf(answers: readonly PromiseSettledResult<unknown>[]): string[] {
  return answers.flatMap((answer) => (answer.status === 'rejected' ? (answer.reason as { code: string }).code : []));
}

test('whom the plans of a year name', async () => {
  const secretary = await actingAs(db);
  const { schoolId } = secretary;
  const { planId } = await aPlan(db, { school_id: schoolId });
  const row = { school_id: schoolId, plan_id: planId };
  await aPlanItem(db, { ...row, leads: ['BGH'], collaborators: ['Khu A', 'Nguyễn Thị Hoa'] });
  await aPlanItem(db, { ...row, leads: ['Ban giám hiệu'], collaborators: ['GV'] });
  expect(await listPlanOwners(secretary, { year })).toEqual({
    known: [
      { key: 'leadership', label: 'Ban giám hiệu', kind: 'group', count: 2 },
      { key: 'teachers', label: 'Giáo viên', kind: 'group', count: 1 },
    ],
    own: [{ name: 'Khu A', count: 1 }],
  });
});
