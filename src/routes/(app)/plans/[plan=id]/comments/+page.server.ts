import { fail, redirect } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { dayOf, dayText, momentText } from '#lib/dates.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { answerComment, COMMENT_DECISIONS, commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { getComments, listInvitations } from '#server/plan/life/get-comments.ts';
import { inviteToConsultation, withdrawInvitation } from '#server/plan/life/invite-to-consultation.ts';
import { isId } from '#server/platform/ids.ts';
import { ownAddress } from '#server/web/own-address.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { refusal } from '#server/web/refusal.ts';
import { rowChoices } from '#server/web/row-choices.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const numbers = new Map(plan.items.map(({ item }, index) => [item.id, index + 1]));
  const comments = await getComments(context, { planId: plan.id });
  const mayInvite = isAllowed(context.role, 'plan.consult');
  const invitations = mayInvite ? await listInvitations(context, { planId: plan.id }) : [];
  const today = dayOf(context.clock.now());
  return {
    plan: planHead(context, plan),
    mayComment: isAllowed(context.role, 'plan.comment'),
    mayAnswer: isAllowed(context.role, 'plan.edit'),
    mayEdit: mayEditPlan(context, plan),
    mayInvite,
    isOpen: plan.state === 'consultation',
    rows: rowChoices(plan),
    decisions: [...COMMENT_DECISIONS],
    comments: comments.map((comment) => ({
      id: comment.id,
      version: comment.version,
      itemId: comment.item_id,
      number: comment.item_id === null ? null : (numbers.get(comment.item_id) ?? 0),
      by: comment.author_name,
      invited: comment.invitation_id !== null,
      when: momentText(comment.created_at),
      words: comment.words,
      revision: comment.revision,
      answer: comment.answer,
      decision: comment.decision,
      answeredBy: comment.answeredByName,
      answeredAt: comment.answered_at && momentText(comment.answered_at),
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      until: dayText(invitation.expires_on),
      opened: invitation.opened_at && momentText(invitation.opened_at),
      withdrawn: invitation.withdrawn_at !== null,
      works:
        invitation.withdrawn_at === null && invitation.expires_on >= today && invitation.revision === plan.revision,
    })),
    done: url.searchParams.get('done'),
  };
};

const NOTHING = { words: '', about: '', sentence: '', comment: '', answer: '', decision: '', name: '', link: '' };

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const form = await request.formData();
    const words = textOf(form, 'words');
    const about = textOf(form, 'about');
    const itemId = isId(about) ? about : null;
    try {
      await commentOnPlan(locals.context(), { planId: params.plan, itemId, words });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...NOTHING, words, about, sentence });
    }
    redirect(303, `/plans/${params.plan}/comments?done=sent`);
  },
  answer: async ({ request, locals, params }) => {
    const form = await request.formData();
    const comment = textOf(form, 'comment');
    const answer = textOf(form, 'answer');
    const decision = textOf(form, 'decision');
    const version = Number(textOf(form, 'version'));
    try {
      await answerComment(locals.context(), { planId: params.plan, commentId: comment, version, decision, answer });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...NOTHING, comment, answer, decision, sentence });
    }
    redirect(303, `/plans/${params.plan}/comments?done=answered#comment-${comment}`);
  },
  invite: async ({ request, locals, params }) => {
    const name = textOf(await request.formData(), 'name');
    try {
      const { token } = await inviteToConsultation(locals.context(), { planId: params.plan, name });
      // Told in the answer itself and nowhere else: an address with it would stay in histories.
      return { ...NOTHING, name, link: `${ownAddress(request)}/consult/${token}` };
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...NOTHING, name, sentence });
    }
  },
  withdraw: async ({ request, locals, params }) => {
    const invitationId = textOf(await request.formData(), 'invitation');
    await withdrawInvitation(locals.context(), { planId: params.plan, invitationId });
    redirect(303, `/plans/${params.plan}/comments?done=withdrawn#invitations`);
  },
};
