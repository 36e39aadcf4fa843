import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { findSchoolYear, type SchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { earliestNextYear, nextTime, offersFor } from '#core/plan/life/next-plan.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { findCriterion, findSet, findSetInForce } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { startNextPlan } from '#server/plan/life/start-next-plan.ts';
import { planHead } from '#server/web/plan-head.ts';
import { setOf } from '#server/web/plan-table.ts';
import { refusal } from '#server/web/refusal.ts';
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
  const asked = { year: url.searchParams.get('schoolYear') ?? '', set: url.searchParams.get('set') ?? '' };
  const present = schoolYearAt(now);
  const earliest = earliestNextYear({ scope: plan.scope, schoolYear: plan.parts.schoolYear }) ?? present;
  // A strategy is carried out in many years: most likely somebody plans for the present one.
  const following = plan.scope === 'strategy' && present.start > earliest.start ? present : earliest;
  const years = [earliest, following, ...schoolYearsAround(now)].filter(({ start }) => start >= earliest.start);
  const known = years.find(({ start }) => start === findSchoolYear(asked.year)?.start);
  const to = known ?? following;
  const own = setOf(plan);
  const chosen = findSet(sets, asked.set);
  const set = chosen ?? findSetInForce(sets, school.type, `${to.start}-09-01`) ?? own;
  const sameSet = set !== null && own?.id === set.id;
  return {
    plan: planHead(context, plan),
    schoolYear: schoolYearCode(to),
    /** The address asks for what there is not: what is shown instead is not what was meant. */
    unknown: asked.year !== '' && !known ? 'year' : asked.set !== '' && !chosen ? 'set' : null,
    schoolYears: [...new Set(years.map(schoolYearCode))]
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

function timeChange(item: PlanItem, from: SchoolYear | null, to: SchoolYear) {
  const before = item.time.text;
  if (before === null) return null;
  return { before: inOneLine(before), after: inOneLine(nextTime(item.time, from, to).text ?? before) };
}

/** Several times stand on lines of their own. */
function inOneLine(text: string): string {
  return text.replaceAll('\n', '; ');
}

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const context = locals.context();
    const form = await request.formData();
    const rows = form
      .getAll('row')
      .filter((value) => typeof value === 'string')
      .map((itemId) => ({ itemId, criterion: textOf(form, `criterion-${itemId}`) || null }));
    const again = form.has('again');
    let id: string;
    try {
      id = await startNextPlan(context, { ...(await nextFrom(form, context, params.plan)), rows, again });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      const isTaken = error instanceof AppError && error.code === 'plan.next-year-taken';
      const criteria = criteriaIn(form);
      const year = { schoolYear: textOf(form, 'schoolYear'), set: textOf(form, 'set') };
      return fail(status, { ...year, sentence, isTaken, ticked: rows.map(({ itemId }) => itemId), criteria });
    }
    redirect(303, `/plans/${id}`);
  },
};

/** @throws AppError `plan.next-year-unknown`, `plan.unknown-set` */
async function nextFrom(form: FormData, context: Context, planId: string) {
  const { sets } = standardsLibrary();
  const schoolYear = findSchoolYear(textOf(form, 'schoolYear'));
  if (schoolYear === null) throw new AppError('plan.next-year-unknown');
  const set = findSet(sets, textOf(form, 'set'));
  if (set === null) throw new AppError('plan.unknown-set');
  const plan = await getPlan(context, { planId });
  const sameSet = setOf(plan)?.id === set.id;
  const layout = sameSet ? layoutOr(plan.layout, null) : layoutOr(set.planForms.layouts[0] ?? null, plan.layout);
  return { planId, schoolYear, set, sameSet, layout };
}

/** Of every row, ticked or not: a choice that was made is not lost with the tick. */
function criteriaIn(form: FormData): Record<string, string> {
  const prefix = 'criterion-';
  const chosen = [...form.keys()].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(chosen.map((name) => [name.slice(prefix.length), textOf(form, name)]));
}
