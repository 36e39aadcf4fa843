import { fail, redirect } from '@sveltejs/kit';
import { factsOf } from '#lib/plan/plan-facts.ts';
import { editedSections, readCommand, sectionFields, type TypedSection } from '#lib/plan/section-edits.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { factChoices } from '#server/web/fact-choices.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { saveFacts } from '#server/web/save-facts.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  return {
    plan: planHead(context, plan),
    /** Under which name the browser keeps what is typed and not saved. */
    keep: `${context.user.id}.${plan.id}`,
    version: plan.version,
    facts: factsOf(plan.parts),
    choices: factChoices(plan.parts),
    sections: sectionFields(plan.parts.sections),
    mayEdit: mayEditPlan(context, plan),
    saved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const typed: TypedSection = (path) =>
      form.has(`text-${path}`)
        ? {
            label: textOf(form, `label-${path}`),
            title: textOf(form, `title-${path}`),
            text: textOf(form, `text-${path}`),
          }
        : null;
    const command = readCommand(textOf(form, 'command'));
    const problem = await saveFacts(locals, params.plan, form, (parts) => ({
      ...parts,
      sections: editedSections(parts.sections, typed, command),
    }));
    if (problem) {
      const sections = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
        string,
        string
      >;
      return fail(problem.status, { ...problem.form, sections });
    }
    const at = command === null ? '' : `#section-${command.kind === 'add' ? command.after : ''}`;
    redirect(303, `/plans/${params.plan}/document?saved${at}`);
  },
};
