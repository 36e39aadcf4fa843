import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { writeHtml } from '#server/documents/write/write-html.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { changeThatAdds, offeredLetterhead, previewNotes } from '#server/web/preview-notes.ts';
import { setOf } from '#server/web/plan-table.ts';
import { textOf } from '#server/web/text-of.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const layout = layoutOr(url.searchParams.get('layout'), plan.layout);
  const document = documentOf(plan);
  const mayEdit = mayEditPlan(context, plan);
  return {
    plan: planHead(context, plan),
    layout,
    layouts: [...PLAN_LAYOUTS] as PlanLayoutName[],
    paperHtml: writeHtml(layoutPlan(document, layout, { set: setOf(plan) })),
    mayEdit,
    notes: previewNotes(document, layout),
    letterhead: mayEdit ? offeredLetterhead(plan, await findSchool(context)) : null,
  };
};

export const actions: Actions = {
  /** The plan keeps the layout that was chosen last; with `add` it gets what its print lacks and a person has confirmed. */
  default: async ({ request, locals, params }) => {
    const context = locals.context();
    const form = await request.formData();
    const layout = layoutOr(textOf(form, 'layout'), null);
    const add = textOf(form, 'add');
    const change = await changeThatAdds(context, params.plan, add);
    await editPlanParts(context, { planId: params.plan, version: 'any', layout, change });
    redirect(303, `/plans/${params.plan}/${add === 'sections' ? 'document' : `preview?layout=${layout}`}`);
  },
};
