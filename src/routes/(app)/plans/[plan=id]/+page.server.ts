import { redirect } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { criteriaChoices, planHead, planTable, setOf } from '#server/web/plan-table.ts';
import type { PageServerLoad } from './$types';

/** The plan and its rows, nothing more: findings come by a request of their own. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const mayEdit = isAllowed(context.role, 'plan.edit');
  return {
    plan: planHead(plan),
    table: planTable(plan, { locale: locals.locale, mayEdit, withSource: false }),
    criteria: mayEdit ? criteriaChoices(setOf(plan)) : [],
    mayEdit,
    userId: context.user.id,
  };
};
