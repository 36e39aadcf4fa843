import { isAllowed, type Permission } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findGroupMembers, type GroupMembers } from '#server/organisations/find-group-members.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';

/** Before anything is read: whether this person could write in any plan at all. @throws AppError `identity.not-allowed` */
export function requireAnyPlanEditing(context: Pick<Context, 'role'>): void {
  if (!isAllowed(context.role, 'plan.edit')) requirePermission(context, 'plan.edit-own-group');
}

/**
 * Whether this person may write in this plan: who may edit plans in any, members of a group in the plan of their group.
 * Asks the database only for the latter. @throws AppError `identity.not-allowed`
 */
export async function requirePlanEditing(
  trx: SchoolTransaction,
  context: Pick<Context, 'role' | 'user'>,
  planId: string,
): Promise<void> {
  return requireInOwnGroup(trx, context, { planId, permission: 'plan.edit' });
}

/** `permission` for any plan, or to be a member of the group whose plan it is. @throws AppError `identity.not-allowed` */
export async function requireInOwnGroup(
  trx: SchoolTransaction,
  context: Pick<Context, 'role' | 'user'>,
  { planId, permission }: { planId: string; permission: Permission },
): Promise<void> {
  if (isAllowed(context.role, permission)) return;
  requirePermission(context, 'plan.edit-own-group');
  const plan = await trx
    .selectFrom('plan')
    .select('group_id')
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', planId)
    // Until it was taken in it is for those who look after uploads (`mayReadPlan`), whatever group it shall be of.
    .where('state', '<>', 'review')
    .executeTakeFirst();
  const group = plan?.group_id ? await findGroupMembers(trx, plan.group_id) : null;
  if (!group || !mayEditAsMember(context, group)) throw new AppError('identity.not-allowed', { permission });
}

/** `requirePlanEditing` before a use case begins its own transaction. */
export async function requireEditingOf(
  context: Pick<Context, 'db' | 'schoolId' | 'role' | 'user'>,
  planId: string,
): Promise<void> {
  requireAnyPlanEditing(context);
  if (isAllowed(context.role, 'plan.edit')) return;
  await inSchool(context.db, context.schoolId, (trx) => requirePlanEditing(trx, context, planId));
}

/** Who asks, and of which group the plan is. */
type Writer = Pick<Context, 'role'> & { user: Pick<Context['user'], 'id'> };
interface OfGroup {
  group: Pick<GroupMembers, 'memberIds'> | null;
}

/** For pages: the same of a plan that was read. */
export function mayWriteIn(context: Writer, plan: OfGroup): boolean {
  return mayInOwnGroup(context, plan, 'plan.edit');
}

/** For pages: `requireInOwnGroup` of a plan that was read. */
export function mayInOwnGroup(context: Writer, { group }: OfGroup, permission: Permission): boolean {
  return isAllowed(context.role, permission) || (group !== null && mayEditAsMember(context, group));
}

function mayEditAsMember(context: Writer, group: { memberIds: readonly string[] }): boolean {
  return isAllowed(context.role, 'plan.edit-own-group') && group.memberIds.includes(context.user.id);
}
