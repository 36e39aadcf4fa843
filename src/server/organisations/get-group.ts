import { AppError } from '#core/kernel/app-error.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findGroups, type StaffGroup } from './staff-group-store.ts';

/** @throws AppError `identity.not-allowed`, `organisations.group.not-found` */
export async function getGroup(
  context: Context,
  options: { groupId: string },
): Promise<{ group: StaffGroup; year: SchoolYear }> {
  requirePermission(context, 'group.view');
  return inSchool(context.db, context.schoolId, async (trx) => {
    const row = await trx
      .selectFrom('staff_group')
      .select('year_start')
      .where('school_id', '=', trx.schoolId)
      .where('id', '=', options.groupId)
      .executeTakeFirst();
    const groups = row ? await findGroups(trx, row.year_start) : [];
    const group = groups.find(({ id }) => id === options.groupId);
    if (!row || !group) throw new AppError('organisations.group.not-found');
    return { group, year: { start: row.year_start } };
  });
}
