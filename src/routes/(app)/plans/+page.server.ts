import { isAllowed } from '#core/identity/permissions.ts';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import { momentText } from '#lib/dates.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const context = locals.context();
  const plans = await listPlans(context);
  return {
    mayCreate: isAllowed(context.role, 'plan.create'),
    plans: plans.map(({ id, title, state, rows, schoolYearStart, standardSet, updatedAt }) => ({
      ...{ id, title, state, rows, standardSet },
      schoolYear: schoolYearStart === null ? null : schoolYearLabel({ start: schoolYearStart }),
      updated: momentText(updatedAt),
    })),
  };
};
