import { fail, redirect } from '@sveltejs/kit';
import { readMemberFacts } from '#core/identity/member-facts.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { changeMember, type MemberSaved } from '#server/identity/change-member.ts';
import { requirePermission } from '#server/identity/context.ts';
import { getMember } from '#server/identity/get-member.ts';
import { removeSecondFactor } from '#server/identity/remove-second-factor.ts';
import { resetPassword } from '#server/identity/reset-password.ts';
import { deactivateMember, reactivateMember } from '#server/identity/switch-member.ts';
import { typedMember } from '#server/web/member-form.ts';
import { versionOf } from '#server/web/version-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  requirePermission(context, 'member.edit');
  const member = await getMember(context, { userId: params.member });
  const { searchParams } = url;
  const own = params.member === context.user.id;
  return { member, own, saved: searchParams.has('saved'), removed: searchParams.has('removed') };
};

export const actions: Actions = {
  save: async (event) => {
    const { locals, params } = event;
    const context = locals.context();
    requirePermission(context, 'member.edit');
    const form = await event.request.formData();
    const values = typedMember(form);
    const facts = readMemberFacts(values);
    if (!facts.ok) {
      const problems = facts.problems.map((problem) => fieldSentence(locals.locale, problem));
      return fail(400, { values, problems });
    }
    try {
      const userId = params.member;
      const outcome = await changeMember(context, { userId, version: versionOf(form), facts: facts.value });
      if (!outcome.saved) return fail(409, { values, conflict: outcome.current });
    } catch (error) {
      const failure = refused(error, locals.locale);
      return fail(failure.status, { ...failure.data, values });
    }
    redirect(303, `/people/${params.member}?saved=1`);
  },
  reset: async ({ locals, params }) => {
    const context = locals.context();
    try {
      const { password } = await resetPassword(context, { userId: params.member });
      const { displayName, username } = await getMember(context, { userId: params.member });
      return { password: { name: displayName, username, password } };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  removeSecondFactor: async ({ locals, params }) => {
    try {
      await removeSecondFactor(locals.context(), { userId: params.member });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/people/${params.member}?removed=1`);
  },
  deactivate: (event) => switchTo(event, deactivateMember),
  reactivate: (event) => switchTo(event, reactivateMember),
};

async function switchTo(
  { locals, params, request }: RequestEvent,
  work: typeof deactivateMember,
): Promise<ReturnType<typeof refused> | ReturnType<typeof conflict>> {
  const form = await request.formData();
  let outcome: MemberSaved;
  try {
    outcome = await work(locals.context(), { userId: params.member, version: versionOf(form) });
  } catch (error) {
    return refused(error, locals.locale);
  }
  if (!outcome.saved) return conflict(outcome);
  redirect(303, `/people/${params.member}?saved=1`);
}

function conflict({ current }: Extract<MemberSaved, { saved: false }>) {
  return fail(409, { conflict: current });
}
