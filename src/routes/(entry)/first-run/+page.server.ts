import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { hasAccounts } from '#server/identity/has-accounts.ts';
import { createSampleSchool } from '#server/organisations/create-sample-school.ts';
import { enter } from '#server/web/enter.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { services } from '#server/web/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  if (await hasAccounts(services().db)) redirect(303, '/');
};

export const actions: Actions = {
  sample: async (event) => {
    try {
      await enter(event, await createSampleSchool(services()));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return fail(httpStatusOf(error.code), {
        sentence: errorSentence(event.locals.locale, error.code, error.details),
      });
    }
    redirect(303, '/');
  },
};
