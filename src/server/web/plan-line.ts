import { spanLabel } from '#core/kernel/school-year.ts';
import { momentText } from '#lib/dates.ts';
import type { PlanLine } from '#lib/plan/plan-line.ts';
import type { PlanPage } from '#server/plan/list-plans.ts';

/** A plan as lists show it. */
export function planLine(plan: PlanPage['plans'][number]): PlanLine {
  const { id, title, state, scope, groupName, rows, standardSet, schoolYearStart, lastYearStart, updatedAt } = plan;
  const last = lastYearStart === null ? null : { start: lastYearStart };
  return {
    ...{ id, title, state, scope, groupName, rows, standardSet },
    schoolYear: schoolYearStart === null ? null : spanLabel({ start: schoolYearStart }, last),
    updated: momentText(updatedAt),
  };
}
