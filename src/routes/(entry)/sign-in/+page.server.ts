import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { signIn } from '#server/identity/sign-in.ts';
import { forwardCookies } from '#server/web/forward-cookies.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { ownPath } from '#server/web/own-path.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const next = ownPath(url.searchParams.get('next'));
  if (locals.user) redirect(303, next);
  return {
    next,
    left: url.searchParams.has('left'),
    asked: url.searchParams.has('next'),
    lapsed: url.searchParams.has('lapsed'),
  };
};

export const actions: Actions = {
  default: async ({ request, cookies, locals, getClientAddress, url }) => {
    const form = await request.formData();
    const username = textOf(form, 'username');
    const remember = form.has('remember');
    let half: boolean;
    try {
      const answer = await signIn(services(), {
        username,
        password: textOf(form, 'password'),
        remember,
        address: getClientAddress(),
        headers: request.headers,
      });
      half = answer.half;
      forwardCookies(answer.headers, cookies);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return fail(httpStatusOf(error.code), {
        username,
        remember,
        sentence: errorSentence(locals.locale, error.code, error.details),
      });
    }
    const next = ownPath(url.searchParams.get('next'));
    if (!half) redirect(303, next);
    redirect(303, next === '/' ? '/sign-in/code' : `/sign-in/code?next=${encodeURIComponent(next)}`);
  },
};
