import { spanLabel } from '#core/kernel/school-year.ts';
import { hasSkippedConsultation, isEditable, nextMove } from '#core/plan/life/plan-life.ts';
import { dayOf, dayText } from '#lib/dates.ts';
import type { Context } from '#server/identity/context.ts';
import type { Plan } from '#server/plan/get-plan.ts';
import { mayMove } from '#server/plan/life/require-move.ts';
import { mayWriteIn } from '#server/plan/require-plan-editing.ts';

/** What the head of every page of a plan says to this person. */
export function planHead(context: Pick<Context, 'role' | 'user' | 'clock'>, plan: Plan) {
  const { schoolYear, lastSchoolYear } = plan.parts;
  const next = nextMove(plan.state);
  return {
    id: plan.id,
    title: plan.title,
    state: plan.state,
    skippedConsultation: hasSkippedConsultation(plan.state, plan.consulted),
    revision: plan.revision,
    schoolYear: schoolYear && spanLabel(schoolYear, lastSchoolYear ?? null),
    scope: plan.scope,
    groupName: plan.group?.name ?? null,
    partOfPlanId: plan.partOfPlanId,
    groupPlans: plan.groupPlans,
    due: plan.dueOn === null ? null : { date: dayText(plan.dueOn), past: plan.dueOn < dayOf(context.clock.now()) },
    /** The step that leads on, when it is this person's. */
    next: next !== null && mayMove(context, plan, next) ? next : null,
  };
}

export type PlanHead = ReturnType<typeof planHead>;

/** Whether this person may write in the plan now. */
export function mayEditPlan(context: Pick<Context, 'role' | 'user'>, plan: Pick<Plan, 'state' | 'group'>): boolean {
  return mayWriteIn(context, plan) && isEditable(plan.state);
}
