import { fail } from '@sveltejs/kit';
import { readNewMember } from '#core/identity/member-facts.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { addMember } from '#server/identity/add-member.ts';
import { requirePermission } from '#server/identity/context.ts';
import { typedMember } from '#server/web/member-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requirePermission(locals.context(), 'member.edit');
};

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'member.edit');
    const values = typedMember(await request.formData());
    const member = readNewMember(values);
    const refuse = (problems: { field: string; problem: string }[]) =>
      fail(400, { values, problems: problems.map((problem) => fieldSentence(locals.locale, problem)) });
    if (!member.ok) return refuse(member.problems);
    try {
      const { username, password } = await addMember(context, { member: member.value });
      return { added: { name: member.value.displayName, username, password } };
    } catch (error) {
      if (error instanceof AppError && error.code === 'identity.username-taken')
        return refuse([{ field: 'username', problem: 'taken' }]);
      throw error;
    }
  },
};
