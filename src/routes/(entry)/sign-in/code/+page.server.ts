import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { finishSignIn, isHalfSignedIn } from '#server/identity/finish-sign-in.ts';
import { forwardCookies } from '#server/web/forward-cookies.ts';
import { ownPath } from '#server/web/own-path.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, request }) => {
  const next = ownPath(url.searchParams.get('next'));
  if (locals.user) redirect(303, next);
  if (!(await isHalfSignedIn(services(), request.headers))) redirect(303, again(next));
};

export const actions: Actions = {
  default: async ({ request, cookies, locals, getClientAddress, url }) => {
    const next = ownPath(url.searchParams.get('next'));
    // Another window has come in meanwhile.
    if (locals.user) redirect(303, next);
    const form = await request.formData();
    const trustDevice = form.has('trust');
    try {
      const code = textOf(form, 'code').slice(0, 100);
      const { headers } = request;
      forwardCookies(
        await finishSignIn(services(), { code, trustDevice, address: getClientAddress(), headers }),
        cookies,
      );
    } catch (error) {
      if (error instanceof AppError && error.code === 'identity.sign-in-lapsed') redirect(303, again(next));
      const failure = refused(error, locals.locale);
      return fail(failure.status, { ...failure.data, trustDevice });
    }
    redirect(303, next);
  },
};

function again(next: string): string {
  return next === '/' ? '/sign-in?lapsed=1' : `/sign-in?lapsed=1&next=${encodeURIComponent(next)}`;
}
