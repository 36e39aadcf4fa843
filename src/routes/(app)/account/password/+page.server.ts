import { fail, redirect } from '@sveltejs/kit';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { changeOwnPassword } from '#server/identity/change-own-password.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
  username: locals.user?.username ?? '',
  first: locals.session?.mustChangePassword ?? false,
});

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const context = locals.context();
    const form = await request.formData();
    const first = locals.session?.mustChangePassword ?? false;
    try {
      const problem = await changeOwnPassword(context, {
        username: locals.user?.username ?? '',
        present: first ? null : textOf(form, 'password'),
        wanted: textOf(form, 'newPassword'),
        sessionId: locals.session?.id ?? '',
        address: getClientAddress(),
      });
      if (problem) return fail(400, { problems: [fieldSentence(locals.locale, problem)] });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, first ? '/' : '/account?changed=1');
  },
};
