import { fail, redirect } from '@sveltejs/kit';
import { schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { readNewSchool } from '#core/organisations/new-school.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { requirePermission } from '#server/identity/context.ts';
import { changeSchool } from '#server/organisations/change-school.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { versionOf } from '#server/web/version-of.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

const FIELDS = ['name', 'type', 'governingBody', 'schoolYear', 'place'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  requirePermission(context, 'school.edit');
  const school = await findSchool(context);
  const now = services().clock.now();
  const year = school.schoolYear ?? schoolYearAt(now);
  const years = new Map([year, ...schoolYearsAround(now)].map((each) => [each.start, each]));
  return {
    version: school.version,
    values: {
      name: school.name,
      type: school.type,
      governingBody: school.governingBody ?? '',
      place: school.place ?? '',
      schoolYear: schoolYearCode(year),
    },
    schoolYears: [...years.values()]
      .sort((a, b) => b.start - a.start)
      .map((each) => ({ value: schoolYearCode(each), label: schoolYearLabel(each) })),
    saved: url.searchParams.has('saved'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'school.edit');
    const form = await request.formData();
    const values = Object.fromEntries(FIELDS.map((field) => [field, textOf(form, field)])) as Record<
      (typeof FIELDS)[number],
      string
    >;
    const school = readNewSchool(values);
    if (!school.ok)
      return fail(400, { values, problems: school.problems.map((problem) => fieldSentence(locals.locale, problem)) });
    try {
      await changeSchool(context, { version: versionOf(form), school: school.value });
    } catch (error) {
      const failure = refused(error, locals.locale);
      return fail(failure.status, { ...failure.data, values });
    }
    redirect(303, '/school?saved=1');
  },
};
