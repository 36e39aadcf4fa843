import { fail, redirect } from '@sveltejs/kit';
import { cardCodeText, readCardCode } from '#core/identity/card-code.ts';
import { signInWithCard } from '#server/identity/sign-in-with-card.ts';
import { forwardCookies } from '#server/web/forward-cookies.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
  if (locals.user) redirect(303, '/');
  // The address may hold a code.
  setHeaders({ 'cache-control': 'private, no-store' });
  const code = readCardCode(url.searchParams.get('code') ?? '');
  return { code: code === null ? '' : cardCodeText(code) };
};

export const actions: Actions = {
  /** Never by opening the address alone: programs that look at links before people do must not come in. */
  default: async ({ request, cookies, locals, getClientAddress }) => {
    const form = await request.formData();
    const code = textOf(form, 'code').slice(0, 100);
    try {
      const headers = await signInWithCard(services(), {
        code,
        remember: form.has('remember'),
        address: getClientAddress(),
        headers: request.headers,
      });
      forwardCookies(headers, cookies);
    } catch (error) {
      const failure = refused(error, locals.locale);
      return fail(failure.status, { ...failure.data, code });
    }
    redirect(303, '/');
  },
};
