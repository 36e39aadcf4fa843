import { sql } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { newId } from '#server/platform/ids.ts';
import { isTaken } from '#server/platform/refused-row.ts';
import type { StaffGroupTable } from '#server/platform/schema.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** A post, group or body of a school year with those who belong. */
export interface StaffGroup {
  id: string;
  name: string;
  kind: StaffGroupTable['kind'];
  /** The key that plans know it by; null for the school's own. */
  ownerKey: string | null;
  version: number;
  memberIds: string[];
}

export type NewStaffGroup = Pick<StaffGroup, 'name' | 'kind' | 'ownerKey'>;

/** The groups of a school year by name, as Vietnamese sorts. */
export async function findGroups(trx: SchoolTransaction, yearStart: number): Promise<StaffGroup[]> {
  const groups = await trx
    .selectFrom('staff_group')
    .select(['id', 'name', 'kind', 'owner_key', 'version'])
    .where('school_id', '=', trx.schoolId)
    .where('year_start', '=', yearStart)
    .orderBy(sql`name COLLATE "vi-x-icu"`)
    .execute();
  const ids = groups.map(({ id }) => id);
  const members =
    ids.length === 0
      ? []
      : await trx
          .selectFrom('staff_group_member')
          .select(['group_id', 'user_id'])
          .where('school_id', '=', trx.schoolId)
          .where('group_id', 'in', ids)
          .execute();
  return groups.map(({ id, name, kind, owner_key, version }) => ({
    ...{ id, name, kind, version },
    ownerKey: owner_key,
    memberIds: members.filter(({ group_id }) => group_id === id).map(({ user_id }) => user_id),
  }));
}

/** @returns the id. @throws AppError `organisations.group-name-taken` */
export async function insertGroup(
  trx: SchoolTransaction,
  options: { yearStart: number; group: NewStaffGroup; at: Date },
): Promise<string> {
  const { yearStart, group, at } = options;
  const id = newId();
  await trx
    .insertInto('staff_group')
    .values({
      school_id: trx.schoolId,
      id,
      year_start: yearStart,
      name: group.name,
      kind: group.kind,
      owner_key: group.ownerKey,
      created_at: at,
      updated_at: at,
    })
    .execute()
    .catch(nameTaken);
  return id;
}

/** Somebody has given the name to a group of the year in this very moment. */
export function nameTaken(error: unknown): never {
  throw isTaken(error) ? new AppError('organisations.group-name-taken', {}, { cause: error }) : error;
}

export async function insertGroupMembers(
  trx: SchoolTransaction,
  groupId: string,
  userIds: readonly string[],
): Promise<void> {
  if (userIds.length === 0) return;
  await trx
    .insertInto('staff_group_member')
    .values(userIds.map((user_id) => ({ school_id: trx.schoolId, group_id: groupId, user_id })))
    .execute();
}

/** Which school year groups are kept for now: the newest that the school has opened. */
export async function newestYear(trx: SchoolTransaction): Promise<number | null> {
  const row = await trx
    .selectFrom('school_year')
    .select('start')
    .where('school_id', '=', trx.schoolId)
    .orderBy('start', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.start ?? null;
}
