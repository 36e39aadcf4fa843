import { redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { getPlanParts } from '#server/plan/parts/get-plan-parts.ts';
import { linkRow } from '#server/plan/parts/link-row.ts';
import { takeRows } from '#server/plan/parts/take-rows.ts';
import { isId } from '#server/platform/ids.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const found = await getPlanParts(context, { planId: plan.id });
  // It stands for itself.
  if (found === null) redirect(303, `/plans/${plan.id}`);
  const { whole, parts } = found;
  const carriers = parts.flatMap((part) =>
    part.rows.map(({ item, toItemId }) => ({
      toItemId,
      planId: part.id,
      id: item.id,
      group: part.groupName,
      words: wordsOf(item),
    })),
  );
  const isPart = plan.id !== whole.id;
  return {
    plan: planHead(context, plan),
    whole: { id: whole.id, title: whole.title },
    isPart,
    mayEdit: isPart && mayEditPlan(context, plan),
    rows: whole.items.map(({ item }, index) => ({
      id: item.id,
      number: index + 1,
      criterion: item.criterionText ?? item.criterion,
      words: wordsOf(item),
      carriers: carriers.filter(({ toItemId }) => toItemId === item.id),
    })),
    parts: parts.map(({ id, title, groupName, rows }) => ({
      ...{ id, title, groupName },
      rows: rows.map(({ item, toItemId }, index) => ({
        id: item.id,
        number: index + 1,
        words: wordsOf(item),
        toItemId,
      })),
    })),
    taken: /^\d{1,4}$/.test(url.searchParams.get('taken') ?? '') ? Number(url.searchParams.get('taken')) : null,
    linked: url.searchParams.has('linked'),
  };
};

const LONGEST = 140;

/** What a row is about, in one line. */
function wordsOf({ action, need, expectedResult }: PlanItem): string {
  const words = (action || need || expectedResult || '').replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
}

export const actions: Actions = {
  take: async ({ request, locals, params }) => {
    const form = await request.formData();
    const itemIds = form.getAll('row').filter((value) => typeof value === 'string');
    const count = await takeRows(locals.context(), { planId: params.plan, itemIds });
    redirect(303, `/plans/${params.plan}/parts?taken=${count}`);
  },
  link: async ({ request, locals, params }) => {
    const form = await request.formData();
    const [itemId, to] = [textOf(form, 'item'), textOf(form, 'to')];
    if (!isId(itemId) || (to !== '' && !isId(to))) throw new AppError('plan-item.not-found');
    await linkRow(locals.context(), { planId: params.plan, itemId, toItemId: to === '' ? null : to });
    redirect(303, `/plans/${params.plan}/parts?linked#row-${itemId}`);
  },
};
