import { sql } from 'kysely';
import { isRole } from '#core/identity/role.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { schoolYearAt } from '#core/organisations/school-year-at.ts';
import type { StaffPerson } from '#core/organisations/staff-group.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findGroups, newestYear, type StaffGroup } from './staff-group-store.ts';

export interface StaffOfYear {
  year: SchoolYear;
  /** Who works at the school now, by name. */
  people: StaffPerson[];
  groups: StaffGroup[];
}

/**
 * People and groups of a school year, without it of the newest that the school has opened.
 * @param options.orNewest also where no groups were kept for the year that is asked for
 * @throws AppError `identity.not-allowed`
 */
export async function listGroups(
  context: Context,
  options: { year?: SchoolYear; orNewest?: boolean } = {},
): Promise<StaffOfYear> {
  requirePermission(context, 'group.view');
  return inSchool(context.db, context.schoolId, async (trx) => {
    const people = await findPeople(trx);
    const asked = options.year && { year: options.year, people, groups: await findGroups(trx, options.year.start) };
    if (asked && (asked.groups.length > 0 || options.orNewest !== true)) return asked;
    const start = (await newestYear(trx)) ?? schoolYearAt(context.clock.now()).start;
    return { year: { start }, people, groups: await findGroups(trx, start) };
  });
}

async function findPeople(trx: SchoolTransaction): Promise<StaffPerson[]> {
  const rows = await trx
    .selectFrom('membership')
    .select(['user_id', 'display_name', 'role', 'job_title'])
    .where('school_id', '=', trx.schoolId)
    .where('active', '=', true)
    .orderBy(sql`display_name COLLATE "vi-x-icu"`)
    .orderBy('user_id')
    .execute();
  return rows.flatMap(({ user_id, display_name, role, job_title }) =>
    isRole(role) ? [{ userId: user_id, displayName: display_name, role, jobTitle: job_title }] : [],
  );
}
