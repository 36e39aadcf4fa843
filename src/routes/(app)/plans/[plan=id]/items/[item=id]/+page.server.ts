import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { cellTextOf, EDITABLE_FIELDS } from '#core/plan/edit-item.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { t } from '#lib/messages/translate.ts';
import { planColumns } from '#lib/plan/plan-columns.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { getPlan, type Plan } from '#server/plan/get-plan.ts';
import { placePlanItem } from '#server/plan/place-plan-item.ts';
import { removePlanItem } from '#server/plan/remove-plan-item.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { criteriaChoices, setOf } from '#server/web/plan-table.ts';
import { rowAbout } from '#server/web/row-about.ts';
import { textOf } from '#server/web/text-of.ts';
import { versionOf } from '#server/web/version-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const { stored, number } = find(plan, params.item);
  const { item } = stored;
  const columns = planColumns(
    plan.parts.itemFields,
    plan.items.map((each) => each.item),
  );
  return {
    plan: planHead(context, plan),
    itemId: item.id,
    /** Under which name the browser keeps what is typed and not saved. */
    keep: `${context.user.id}.${item.id}`,
    back: `/plans/${plan.id}${plan.state === 'review' ? '/review' : ''}#r-${item.id}`,
    number,
    version: stored.version,
    fields: columns.map((field) => ({
      field,
      label: t(locals.locale, `plan.column.${field}`),
      text: cellTextOf(item, field),
    })),
    criterion: item.criterion,
    criterionText: item.criterionText,
    levels: item.levels.join(', '),
    criteria: criteriaChoices(setOf(plan)),
    aboutHtml: await rowAbout(context, plan, stored, locals.locale),
    mayEdit: mayEditPlan(context, plan),
    saved: url.searchParams.has('saved'),
    asked: url.searchParams.has('remove'),
  };
};

function find(plan: Plan, itemId: string) {
  const index = plan.items.findIndex(({ item }) => item.id === itemId);
  const stored = plan.items[index];
  if (!stored) throw new AppError('plan-item.not-found');
  return { stored, number: index + 1 };
}

export const actions: Actions = {
  /** Cells that differ are saved one after the other; the first that is stale stops, and nothing that was typed is lost. */
  save: async ({ request, locals, params }) => {
    const context = locals.context();
    const form = await request.formData();
    const plan = await getPlan(context, { planId: params.plan });
    const { item } = find(plan, params.item).stored;
    const typed: Record<string, string> = {};
    for (const field of EDITABLE_FIELDS) if (form.has(field)) typed[field] = textOf(form, field).replace(/\r\n/g, '\n');
    let version = versionOf(form);
    try {
      for (const field of EDITABLE_FIELDS) {
        const text = typed[field];
        if (text === undefined || text.trim() === textOf(form, `was-${field}`).replace(/\r\n/g, '\n').trim()) continue;
        const where = { planId: params.plan, itemId: params.item, version };
        const result = await editPlanItem(context, { ...where, field, text });
        if (!result.saved) {
          const stored = Object.fromEntries(
            EDITABLE_FIELDS.map((each) => [each, cellTextOf(result.current.item, each)]),
          );
          return fail(409, { typed, stored, version: result.current.version, sentence: null });
        }
        version = result.stored.version;
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const sentence = errorSentence(locals.locale, error.code, error.details);
      const stored: Record<string, string> | null = null;
      return fail(httpStatusOf(error.code), { typed, stored, version, sentence });
    }
    redirect(303, `/plans/${params.plan}/items/${item.id}?saved`);
  },
  place: async ({ request, locals, params }) => {
    const context = locals.context();
    const form = await request.formData();
    const set = setOf(await getPlan(context, { planId: params.plan }));
    const code = textOf(form, 'criterion');
    const result = await placePlanItem(context, {
      planId: params.plan,
      itemId: params.item,
      version: versionOf(form),
      criterion: set && code !== '' ? findCriterion(set, code) : null,
      levels: [...new Set(textOf(form, 'levels').match(/[1-4]/g) ?? [])].map(Number).sort(),
    });
    if (!result.saved) throw new AppError('plan.stale');
    redirect(303, `/plans/${params.plan}/items/${params.item}?saved`);
  },
  remove: async ({ request, locals, params }) => {
    const version = versionOf(await request.formData());
    const result = await removePlanItem(locals.context(), { planId: params.plan, itemId: params.item, version });
    if (!result.saved) throw new AppError('plan.stale');
    redirect(303, `/plans/${params.plan}`);
  },
};
