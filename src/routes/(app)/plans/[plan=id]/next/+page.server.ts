import { redirect } from '@sveltejs/kit';
import { findSchoolYear, type SchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { nextTime, offersFor } from '#core/plan/life/next-plan.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { findCriterion, findSet, findSetInForce } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { getPlan, type Plan } from '#server/plan/get-plan.ts';
import { startNextPlan } from '#server/plan/life/start-next-plan.ts';
import { planHead } from '#server/web/plan-head.ts';
import { setOf } from '#server/web/plan-table.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was chosen so far stands in the address: year and set of the new plan. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  requirePermission(context, 'plan.create');
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const school = await findSchool(context);
  const now = context.clock.now();
  const { sets, crosswalk } = standardsLibrary();
  const to = findSchoolYear(url.searchParams.get('schoolYear') ?? '') ?? yearAfter(plan, schoolYearAt(now));
  const own = setOf(plan);
  const set =
    findSet(sets, url.searchParams.get('set') ?? '') ?? findSetInForce(sets, school.type, `${to.start}-09-01`) ?? own;
  const sameSet = set !== null && own?.id === set.id;
  return {
    plan: planHead(context, plan),
    schoolYear: schoolYearCode(to),
    schoolYears: [...new Set([schoolYearCode(to), ...schoolYearsAround(now).map(schoolYearCode)])]
      .sort()
      .map((code) => ({ value: code, label: schoolYearLabel(findSchoolYear(code)!) })),
    set: set?.id ?? '',
    sets: sets
      .filter(({ id, schoolTypes }) => schoolTypes.includes(school.type) || id === own?.id)
      .toReversed()
      .map(({ id, label, code }) => ({ value: id, label: `${label} (${code})` })),
    sameSet,
    rows: plan.items.map(({ item }, index) => ({
      id: item.id,
      number: index + 1,
      criterion: item.criterionText ?? item.criterion,
      need: item.need,
      action: item.action,
      time: timeChange(item, plan.parts.schoolYear, to),
      done: /^\s*(đã )?hoàn thành/iu.test(item.progress ?? ''),
      offers: set === null || own === null || sameSet ? [] : offersIn(set, own, item),
    })),
  };

  function offersIn(target: StandardSet, source: StandardSet, item: PlanItem) {
    return offersFor(crosswalk, source.id, item.criterion, target.id).map(({ criterion, relation }) => ({
      code: criterion,
      title: findCriterion(target, criterion)?.title ?? '',
      relation,
    }));
  }
};

function yearAfter(plan: Plan, present: SchoolYear): SchoolYear {
  return plan.parts.schoolYear ? { start: plan.parts.schoolYear.start + 1 } : present;
}

function timeChange(item: PlanItem, from: SchoolYear | null, to: SchoolYear) {
  const before = item.time.text;
  return before === null ? null : { before, after: nextTime(item.time, from, to).text ?? before };
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const context = locals.context();
    const form = await request.formData();
    const plan = await getPlan(context, { planId: params.plan });
    const { sets } = standardsLibrary();
    const schoolYear = findSchoolYear(textOf(form, 'schoolYear')) ?? yearAfter(plan, schoolYearAt(context.clock.now()));
    const own = setOf(plan);
    const set = findSet(sets, textOf(form, 'set')) ?? own ?? sets.at(-1)!;
    const sameSet = own?.id === set.id;
    const id = await startNextPlan(context, {
      planId: plan.id,
      schoolYear,
      set,
      sameSet,
      layout: sameSet ? layoutOr(plan.layout, null) : layoutOr(set.planForms.layouts[0] ?? null, plan.layout),
      rows: form
        .getAll('row')
        .filter((value) => typeof value === 'string')
        .map((itemId) => ({ itemId, criterion: textOf(form, `criterion-${itemId}`) || null })),
    });
    redirect(303, `/plans/${id}`);
  },
};
