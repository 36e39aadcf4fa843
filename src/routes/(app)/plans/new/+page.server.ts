import { redirect } from '@sveltejs/kit';
import { findSchoolYear, schoolYearCode } from '#core/kernel/school-year.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { newPlanDocument } from '#core/plan/new-plan-document.ts';
import { findSet, findSetInForce } from '#core/standards/find-in-set.ts';
import { schoolYearLabel } from '#core/kernel/school-year.ts';
import { dayOf } from '#lib/dates.ts';
import { requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const context = locals.context();
  requirePermission(context, 'plan.create');
  const school = await findSchool(context);
  const now = context.clock.now();
  const { sets } = standardsLibrary();
  const inForce = findSetInForce(sets, school.type, dayOf(now));
  return {
    schoolYear: schoolYearCode(school.schoolYear ?? schoolYearAt(now)),
    schoolYears: schoolYearsAround(now).map((year) => ({ value: schoolYearCode(year), label: schoolYearLabel(year) })),
    set: inForce?.id ?? '',
    sets: sets
      .filter((set) => set.schoolTypes.includes(school.type))
      .toReversed()
      .map(({ id, label, code }) => ({ value: id, label: `${label} (${code})` })),
    layout: inForce?.planForms.layouts[0] ?? 'nine-column',
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const context = locals.context();
    const form = await request.formData();
    const school = await findSchool(context);
    const set = findSet(standardsLibrary().sets, textOf(form, 'set'));
    const layout = layoutOr(textOf(form, 'layout'), set?.planForms.layouts[0] ?? null);
    const schoolYear = findSchoolYear(textOf(form, 'schoolYear')) ?? schoolYearAt(context.clock.now());
    const document = newPlanDocument({ school, schoolYear, set, layout });
    redirect(303, `/plans/${await createPlan(context, { document, layout })}`);
  },
};
