import type { StaffGroupTable } from '#server/platform/schema.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** A group of a school year with the ids of those who belong. */
export interface GroupMembers {
  id: string;
  name: string;
  kind: StaffGroupTable['kind'];
  yearStart: number;
  memberIds: string[];
}

/** For use cases of other modules that are inside a transaction; null when there is no such group. */
export async function findGroupMembers(trx: SchoolTransaction, groupId: string): Promise<GroupMembers | null> {
  const group = await trx
    .selectFrom('staff_group')
    .select(['id', 'name', 'kind', 'year_start'])
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', groupId)
    .executeTakeFirst();
  if (!group) return null;
  const members = await trx
    .selectFrom('staff_group_member')
    .select('user_id')
    .where('school_id', '=', trx.schoolId)
    .where('group_id', '=', groupId)
    .execute();
  const { id, name, kind, year_start: yearStart } = group;
  return { id, name, kind, yearStart, memberIds: members.map(({ user_id }) => user_id) };
}

/** The group of the same name in another school year; null when there is none. */
export async function findGroupOfYear(trx: SchoolTransaction, name: string, yearStart: number): Promise<string | null> {
  const group = await trx
    .selectFrom('staff_group')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('year_start', '=', yearStart)
    .where('name', '=', name)
    .executeTakeFirst();
  return group?.id ?? null;
}
