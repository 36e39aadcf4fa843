import type { SchoolYear } from '#core/kernel/school-year.ts';
import { plain } from '#core/kernel/text.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findGroups, insertGroup, insertGroupMembers, type NewStaffGroup } from './staff-group-store.ts';

/** Groups for a school year; those whose name is there already are left as they are. @returns the ids of the new ones */
export async function addGroups(
  context: Context,
  options: { year: SchoolYear; groups: readonly NewStaffGroup[] },
): Promise<string[]> {
  requirePermission(context, 'group.edit');
  return inSchool(context.db, context.schoolId, (trx) =>
    insertNew(
      trx,
      context,
      options.year,
      options.groups.map((group) => ({ ...group, memberIds: [] })),
    ),
  );
}

/** The groups of another school year with the people who still work here. @returns how many were new */
export async function copyGroups(context: Context, options: { from: SchoolYear; to: SchoolYear }): Promise<number> {
  requirePermission(context, 'group.edit');
  return inSchool(context.db, context.schoolId, async (trx) => {
    const active = await trx
      .selectFrom('membership')
      .select('user_id')
      .where('school_id', '=', trx.schoolId)
      .where('active', '=', true)
      .execute();
    const here = new Set(active.map(({ user_id }) => user_id));
    const groups = (await findGroups(trx, options.from.start)).map((group) => ({
      ...group,
      memberIds: group.memberIds.filter((id) => here.has(id)),
    }));
    return (await insertNew(trx, context, options.to, groups)).length;
  });
}

async function insertNew(
  trx: SchoolTransaction,
  context: Context,
  year: SchoolYear,
  groups: readonly (NewStaffGroup & { memberIds: readonly string[] })[],
): Promise<string[]> {
  const at = context.clock.now();
  const known = new Set((await findGroups(trx, year.start)).map(({ name }) => plain(name)));
  const ids: string[] = [];
  for (const group of groups) {
    if (known.has(plain(group.name))) continue;
    known.add(plain(group.name));
    const id = await insertGroup(trx, { yearStart: year.start, group, at });
    await insertGroupMembers(trx, id, group.memberIds);
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'organisations.group-added',
      subjectType: 'staff-group',
      subjectId: id,
      details: { name: group.name, year: year.start, members: [...group.memberIds] },
    });
    ids.push(id);
  }
  return ids;
}
