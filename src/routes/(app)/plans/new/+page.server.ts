import { fail, redirect } from '@sveltejs/kit';
import { findSchoolYear, type SchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { type NewPlanKind, newPlanDocument } from '#core/plan/new-plan-document.ts';
import { LONGEST_SPAN, PLAN_SCOPES, STRATEGY_YEARS } from '#core/plan/plan-scope.ts';
import { findSet, findSetInForce } from '#core/standards/find-in-set.ts';
import { t } from '#lib/messages/translate.ts';
import { dayOf } from '#lib/dates.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { createPlan, type PlanKind } from '#server/plan/create-plan.ts';
import { searchPlans } from '#server/plan/list-plans.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** `kind` in the address says which kind of plan the form is for, `schoolYear` whose groups it offers. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  requirePermission(context, 'plan.create');
  const school = await findSchool(context);
  const now = context.clock.now();
  const { sets } = standardsLibrary();
  const inForce = findSetInForce(sets, school.type, dayOf(now));
  const year = findSchoolYear(url.searchParams.get('schoolYear') ?? '') ?? school.schoolYear ?? schoolYearAt(now);
  const kind = PLAN_SCOPES.find((each) => each === url.searchParams.get('kind')) ?? 'yearly';
  const years = new Map([year, ...schoolYearsAround(now)].map((each) => [schoolYearCode(each), each]));
  return {
    kind,
    schoolYear: schoolYearCode(year),
    schoolYears: [...years.values()]
      .toSorted((a, b) => b.start - a.start)
      .map((each) => ({ value: schoolYearCode(each), label: schoolYearLabel(each) })),
    span: STRATEGY_YEARS,
    longest: LONGEST_SPAN,
    ...(kind === 'group' ? await groupChoices(context, year) : { groups: [], wholes: [] }),
    set: inForce?.id ?? '',
    sets: sets
      .filter((set) => set.schoolTypes.includes(school.type))
      .toReversed()
      .map(({ id, label, code }) => ({ value: id, label: `${label} (${code})` })),
    layout: inForce?.planForms.layouts[0] ?? 'nine-column',
  };
};

/** The groups of a school year, and the yearly plans that one of them could carry out. */
async function groupChoices(context: Context, year: SchoolYear) {
  const [{ groups }, { plans }] = await Promise.all([
    listGroups(context, { year }),
    searchPlans(context, { scope: 'yearly', year: year.start }),
  ]);
  return {
    groups: groups.map(({ id, name }) => ({ value: id, label: name })),
    wholes: plans.filter(({ state }) => state !== 'review').map(({ id, title }) => ({ value: id, label: title })),
  };
}

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'plan.create');
    const form = await request.formData();
    const school = await findSchool(context);
    const set = findSet(standardsLibrary().sets, textOf(form, 'set'));
    const layout = layoutOr(textOf(form, 'layout'), set?.planForms.layouts[0] ?? null);
    const schoolYear = findSchoolYear(textOf(form, 'schoolYear')) ?? schoolYearAt(context.clock.now());
    const made = await kindOf(context, form, schoolYear);
    if (made === null) return fail(400, { problems: [{ field: 'group', sentence: t(locals.locale, 'new.noGroup') }] });
    const document = newPlanDocument({ school, schoolYear, set, layout, kind: made.ofDocument });
    redirect(303, `/plans/${await createPlan(context, { document, layout, kind: made.kind })}`);
  },
};

/** Null: a group was asked for, and none of the year was named. */
async function kindOf(
  context: Context,
  form: FormData,
  year: SchoolYear,
): Promise<{ kind: PlanKind; ofDocument: NewPlanKind } | null> {
  const scope = PLAN_SCOPES.find((each) => each === textOf(form, 'kind')) ?? 'yearly';
  if (scope === 'strategy') {
    const years = Math.min(LONGEST_SPAN, Math.max(2, Math.trunc(Number(textOf(form, 'span'))) || STRATEGY_YEARS));
    return { kind: { scope }, ofDocument: { scope, lastSchoolYear: { start: year.start + years - 1 } } };
  }
  if (scope === 'yearly') return { kind: { scope }, ofDocument: { scope } };
  const { groups } = await listGroups(context, { year });
  const group = groups.find(({ id }) => id === textOf(form, 'group'));
  const partOfPlanId = textOf(form, 'partOf') || null;
  return group
    ? { kind: { scope, groupId: group.id, partOfPlanId }, ofDocument: { scope, groupName: group.name } }
    : null;
}
