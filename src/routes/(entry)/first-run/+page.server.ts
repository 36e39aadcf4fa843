import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { hasAccounts } from '#server/identity/has-accounts.ts';
import { enter } from '#server/web/enter.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { openSampleSchool } from '#server/web/open-sample-school.ts';
import { services } from '#server/web/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ request }) => {
  // The answer to the button below shows the password once, and by then there are accounts.
  if (request.method !== 'POST' && (await hasAccounts(services().db))) redirect(303, '/');
};

export const actions: Actions = {
  sample: async (event) => {
    try {
      const sample = await openSampleSchool(services());
      await enter(event, sample);
      return { sentence: null, sample: { accounts: sample.accounts, password: sample.password } };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const sentence = errorSentence(event.locals.locale, error.code, error.details);
      return fail(httpStatusOf(error.code), { sentence, sample: null });
    }
  },
};
