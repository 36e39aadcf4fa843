import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';
import { writeHtml } from '#server/documents/write/write-html.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { setOf } from '#server/web/plan-table.ts';
import { textOf } from '#server/web/text-of.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const layout = layoutOr(url.searchParams.get('layout'), plan.layout);
  return {
    plan: planHead(context, plan),
    version: plan.version,
    layout,
    layouts: [...PLAN_LAYOUTS] as PlanLayoutName[],
    paperHtml: writeHtml(layoutPlan(documentOf(plan), layout, { set: setOf(plan) })),
    mayEdit: mayEditPlan(context, plan),
  };
};

export const actions: Actions = {
  /** The plan keeps the layout that was chosen last. */
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const layout = layoutOr(textOf(form, 'layout'), null);
    const version = Number(textOf(form, 'version'));
    await editPlanParts(locals.context(), { planId: params.plan, version, layout, change: (parts) => parts });
    redirect(303, `/plans/${params.plan}/preview?layout=${layout}`);
  },
};
