import { fail, redirect } from '@sveltejs/kit';
import { marksOf } from '#lib/plan/merge-sections.ts';
import { factsOf } from '#lib/plan/plan-facts.ts';
import { sectionFields } from '#lib/plan/section-edits.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { factChoices } from '#server/web/fact-choices.ts';
import { mayChangeKind } from '#server/web/kind-form.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { saveDocument } from '#server/web/save-document.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const [facts, sections] = [factsOf(plan.parts), sectionFields(plan.parts.sections)];
  return {
    plan: planHead(context, plan),
    userId: context.user.id,
    /** Under which name the browser keeps what is typed and not saved. */
    keep: `${context.user.id}.${plan.id}`,
    version: plan.version,
    facts,
    /** The name of the school is known from other words of the document: its head lacks it. */
    isNameElsewhere: plan.parts.letterhead.schoolName === null && facts.schoolName !== '',
    choices: factChoices(plan.parts, context.clock.now()),
    sections,
    marks: JSON.stringify(marksOf(sections, facts)),
    mayChangeKind: mayChangeKind(context, plan),
    kindSaved: url.searchParams.has('kind'),
    mayEdit: mayEditPlan(context, plan),
    saved: url.searchParams.has('saved'),
    merged: url.searchParams.get('saved') === 'merged',
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const result = await saveDocument(locals, params.plan, await request.formData());
    if (result.problem) return fail(result.problem.status, result.problem.form);
    const at = result.after === null ? '' : `#section-${result.after}`;
    redirect(303, `/plans/${params.plan}/document?saved${result.merged ? '=merged' : ''}${at}`);
  },
};
