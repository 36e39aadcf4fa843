import { fail, redirect } from '@sveltejs/kit';
import { readNewAccount } from '#core/identity/new-account.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { readNewSchool } from '#core/organisations/new-school.ts';
import { schoolYearAt, schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { hasAccounts } from '#server/identity/has-accounts.ts';
import { createSchool } from '#server/organisations/create-school.ts';
import { findLoneSample } from '#server/organisations/find-lone-sample.ts';
import { enter } from '#server/web/enter.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { db, clock } = services();
  const leaving = await leavingSample(locals);
  if (!leaving && (await hasAccounts(db))) redirect(303, '/');
  const now = clock.now();
  return {
    leavingSample: leaving !== null,
    schoolYear: schoolYearCode(schoolYearAt(now)),
    schoolYears: schoolYearsAround(now).map((year) => ({ value: schoolYearCode(year), label: schoolYearLabel(year) })),
  };
};

/** Whoever has looked around in the sample school goes on here: they alone, and once. */
async function leavingSample(locals: App.Locals): Promise<{ accounts: number } | null> {
  const { membership } = locals;
  return membership && isAllowed(membership.role, 'school.edit') ? findLoneSample(locals.context()) : null;
}

const FIELDS = ['name', 'type', 'governingBody', 'schoolYear', 'place', 'displayName', 'username'] as const;

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = Object.fromEntries(FIELDS.map((field) => [field, textOf(form, field)])) as Record<
      (typeof FIELDS)[number],
      string
    >;
    const { locale } = event.locals;
    const school = readNewSchool(values);
    const principal = readNewAccount({ ...values, password: textOf(form, 'password') });
    if (!school.ok || !principal.ok) {
      const problems = [...(school.ok ? [] : school.problems), ...(principal.ok ? [] : principal.problems)];
      return fail(400, { values, sentence: null, problems: problems.map((problem) => fieldSentence(locale, problem)) });
    }
    try {
      const beside = await leavingSample(event.locals);
      await createSchool(services(), { school: school.value, principal: principal.value, beside });
      await enter(event, principal.value);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const sentence = errorSentence(locale, error.code, error.details);
      return fail(httpStatusOf(error.code), { values, problems: [], sentence });
    }
    redirect(303, '/');
  },
};
