import { isAllowed } from '#core/identity/permissions.ts';
import { MOVE_RULES, type PlanMove } from '#core/plan/life/plan-life.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Plan } from '../get-plan.ts';
import { mayInOwnGroup, requireInOwnGroup } from '../require-plan-editing.ts';

type Person = Pick<Context, 'role' | 'user'>;

/** Whether this person may take a step with this plan: a permission, or for some steps the plan being of their group. */
export function mayMove(context: Person, plan: Pick<Plan, 'group'>, move: PlanMove): boolean {
  const { permission, byOwnGroup } = MOVE_RULES[move];
  return byOwnGroup ? mayInOwnGroup(context, plan, permission) : isAllowed(context.role, permission);
}

/** `mayMove` before a use case begins its own transaction. @throws AppError `identity.not-allowed` */
export async function requireMove(
  context: Person & Pick<Context, 'db' | 'schoolId'>,
  planId: string,
  move: PlanMove,
): Promise<void> {
  const { permission, byOwnGroup } = MOVE_RULES[move];
  if (isAllowed(context.role, permission)) return;
  if (!byOwnGroup) return requirePermission(context, permission);
  await inSchool(context.db, context.schoolId, (trx) => requireInOwnGroup(trx, context, { planId, permission }));
}
