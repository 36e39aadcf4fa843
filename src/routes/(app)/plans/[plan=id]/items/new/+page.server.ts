import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { translator } from '#lib/messages/translate.ts';
import { requirementHtml } from '#lib/plan/requirement-html.ts';
import { addRow } from '#server/plan/add-row.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { mayWriteIn } from '#server/plan/require-plan-editing.ts';
import { isId } from '#server/platform/ids.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { planHead } from '#server/web/plan-head.ts';
import { criteriaChoices, setOf } from '#server/web/plan-table.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (!mayWriteIn(context, plan)) throw new AppError('identity.not-allowed', { permission: 'plan.edit' });
  const after = url.searchParams.get('after') ?? '';
  const like = plan.items.find(({ item }) => item.id === after)?.item ?? null;
  const code = url.searchParams.get('criterion') ?? like?.criterion ?? '';
  const set = setOf(plan);
  const criterion = set && code !== '' ? findCriterion(set, code) : null;
  return {
    plan: planHead(context, plan),
    after: like && like.criterion === (criterion?.code ?? null) ? after : '',
    code: criterion?.code ?? '',
    criteria: criteriaChoices(set),
    requirementHtml: set && criterion ? requirementHtml(criterion, set.id, translator(locals.locale)) : '',
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const after = textOf(form, 'after');
    const criterion = textOf(form, 'criterion');
    const where = isId(after) ? { after } : criterion === '' ? ({ end: true } as const) : { criterion };
    try {
      const added = await addRow(locals.context(), { planId: params.plan, where, sets: standardsLibrary().sets });
      redirect(303, `/plans/${params.plan}/items/${added.item.id}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return fail(httpStatusOf(error.code), { sentence: errorSentence(locals.locale, error.code, error.details) });
    }
  },
};
