import { redirect } from '@sveltejs/kit';
import { isEditable } from '#core/plan/life/plan-life.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { readView } from '#server/web/read-view.ts';
import { criteriaChoices, planTable, rowViewForm, setOf } from '#server/web/plan-table.ts';
import type { PageServerLoad } from './$types';

/** The plan and its rows, nothing more: findings come by a request of their own, unless rows with findings are asked for. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const mayEdit = mayEditPlan(context, plan);
  const asked = await readView(context, plan, url);
  return {
    plan: planHead(context, plan),
    table: planTable(plan, { locale: locals.locale, mayEdit, withSource: false, ...asked }),
    filter: rowViewForm(plan, asked.view, locals.locale),
    criteria: mayEdit ? criteriaChoices(setOf(plan)) : [],
    mayEdit,
    isLocked: !isEditable(plan.state),
    userId: context.user.id,
  };
};
