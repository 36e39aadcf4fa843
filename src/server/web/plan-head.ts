import { isAllowed } from '#core/identity/permissions.ts';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import { isEditable, MOVE_RULES, nextMove } from '#core/plan/life/plan-life.ts';
import { dayOf, dayText } from '#lib/dates.ts';
import type { Context } from '#server/identity/context.ts';
import type { Plan } from '#server/plan/get-plan.ts';

/** What the head of every page of a plan says to this person. */
export function planHead(context: Pick<Context, 'role' | 'clock'>, plan: Plan) {
  const { schoolYear } = plan.parts;
  const next = nextMove(plan.state);
  return {
    id: plan.id,
    title: plan.title,
    state: plan.state,
    revision: plan.revision,
    schoolYear: schoolYear && schoolYearLabel(schoolYear),
    due: plan.dueOn === null ? null : { date: dayText(plan.dueOn), past: plan.dueOn < dayOf(context.clock.now()) },
    /** The step that leads on, when it is this person's. */
    next: next !== null && isAllowed(context.role, MOVE_RULES[next].permission) ? next : null,
  };
}

export type PlanHead = ReturnType<typeof planHead>;

/** Whether this person may write in the plan now. */
export function mayEditPlan(context: Pick<Context, 'role'>, plan: Pick<Plan, 'state'>): boolean {
  return isAllowed(context.role, 'plan.edit') && isEditable(plan.state);
}
