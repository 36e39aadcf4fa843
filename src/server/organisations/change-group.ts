import { AppError } from '#core/kernel/app-error.ts';
import { plain } from '#core/kernel/text.ts';
import type { StaffGroupKind } from '#core/organisations/staff-group.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isReferred } from '#server/platform/refused-row.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findGroups, insertGroupMembers, nameTaken, type StaffGroup } from './staff-group-store.ts';

/** `current`: somebody else was first; what they left. */
export type GroupSaved = { saved: true } | { saved: false; current: StaffGroup };

/**
 * Name, kind and members of a group.
 * @throws AppError `identity.not-allowed`, `organisations.group.not-found`, `organisations.group-name-taken`
 */
export async function changeGroup(
  context: Context,
  options: { groupId: string; version: number; name: string; kind: StaffGroupKind; memberIds: readonly string[] },
): Promise<GroupSaved> {
  requirePermission(context, 'group.edit');
  const { groupId, version, name, kind } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    const { group, neighbours } = await lockGroup(trx, groupId);
    if (group.version !== version) return { saved: false, current: group };
    if (neighbours.some((each) => each.id !== groupId && plain(each.name) === plain(name)))
      throw new AppError('organisations.group-name-taken');
    await trx
      .updateTable('staff_group')
      .set({ name, kind, version: version + 1, updated_at: at })
      .where('school_id', '=', trx.schoolId)
      .where('id', '=', groupId)
      .execute()
      .catch(nameTaken);
    const wanted = new Set(await membersAmong(trx, options.memberIds));
    const gone = group.memberIds.filter((id) => !wanted.has(id));
    if (gone.length > 0)
      await trx
        .deleteFrom('staff_group_member')
        .where('school_id', '=', trx.schoolId)
        .where('group_id', '=', groupId)
        .where('user_id', 'in', gone)
        .execute();
    const come = [...wanted].filter((id) => !group.memberIds.includes(id));
    await insertGroupMembers(trx, groupId, come);
    await recordAudit(trx, {
      at,
      actorId: context.user.id,
      action: 'organisations.group-changed',
      subjectType: 'staff-group',
      subjectId: groupId,
      details: { name, kind, came: come, left: gone },
    });
    return { saved: true };
  });
}

/** Takes a group away; who belonged stays in the log.
 * @throws AppError `identity.not-allowed`, `organisations.group.not-found`, `organisations.group-in-use` when a plan is theirs
 */
export async function removeGroup(
  context: Context,
  options: { groupId: string; version: number },
): Promise<GroupSaved> {
  requirePermission(context, 'group.edit');
  return inSchool(context.db, context.schoolId, async (trx) => {
    const { group } = await lockGroup(trx, options.groupId);
    if (group.version !== options.version) return { saved: false, current: group };
    if (group.memberIds.length > 0)
      await trx
        .deleteFrom('staff_group_member')
        .where('school_id', '=', trx.schoolId)
        .where('group_id', '=', group.id)
        .execute();
    await trx
      .deleteFrom('staff_group')
      .where('school_id', '=', trx.schoolId)
      .where('id', '=', group.id)
      .execute()
      .catch((error: unknown) => {
        // Later modules keep what is made for a group.
        throw isReferred(error) ? new AppError('organisations.group-in-use', {}, { cause: error }) : error;
      });
    await recordAudit(trx, {
      at: context.clock.now(),
      actorId: context.user.id,
      action: 'organisations.group-removed',
      subjectType: 'staff-group',
      subjectId: group.id,
      details: { name: group.name, members: group.memberIds },
    });
    return { saved: true };
  });
}

async function lockGroup(
  trx: SchoolTransaction,
  groupId: string,
): Promise<{ group: StaffGroup; neighbours: StaffGroup[] }> {
  const row = await trx
    .selectFrom('staff_group')
    .select('year_start')
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', groupId)
    .forUpdate()
    .executeTakeFirst();
  const neighbours = row ? await findGroups(trx, row.year_start) : [];
  const group = neighbours.find(({ id }) => id === groupId);
  if (!group) throw new AppError('organisations.group.not-found');
  return { group, neighbours };
}

/** Those of the ids who are of the school. */
async function membersAmong(trx: SchoolTransaction, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('membership')
    .select('user_id')
    .where('school_id', '=', trx.schoolId)
    .where('user_id', 'in', [...ids])
    .execute();
  return rows.map(({ user_id }) => user_id);
}
