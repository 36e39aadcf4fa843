import { fail, redirect } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { dayOf, dayText, momentText } from '#lib/dates.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { answerComment, settleComment } from '#server/plan/life/answer-comment.ts';
import { commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { getComments, listInvitations } from '#server/plan/life/get-comments.ts';
import { inviteToConsultation, withdrawInvitation } from '#server/plan/life/invite-to-consultation.ts';
import { listMentionTargets } from '#server/plan/life/mention-targets.ts';
import { withdrawComment } from '#server/plan/life/withdraw-comment.ts';
import { isId } from '#server/platform/ids.ts';
import { commentNamed } from '#server/web/comment-named.ts';
import { threadView } from '#server/web/comment-view.ts';
import { isOnlyHere, ownAddress } from '#server/web/own-address.ts';
import { readKey, writeKey } from '#server/web/page-key.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { refusal } from '#server/web/refusal.ts';
import { rowChoices } from '#server/web/row-choices.ts';
import { textOf } from '#server/web/text-of.ts';
import { takeTold, tellOnce } from '#server/web/told-once.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent, cookies }) => {
  const context = locals.context();
  const planId = params.plan;
  const plan = await getPlan(context, { planId });
  if (plan.state === 'review') redirect(303, `/plans/${plan.id}/review`);
  const rows = rowChoices(plan);
  const place = placeOf(url);
  const mayComment = isAllowed(context.role, 'plan.comment');
  const mayInvite = isAllowed(context.role, 'plan.consult');
  const row = rows.find(({ id }) => id === place.row) ?? null;
  const filter = { itemId: row?.id ?? null, openOnly: place.show === 'open' };
  const before = readKey(place.before);
  // Counted before anything of this page is seen.
  const { unseen } = await parent();
  const page = await getComments(context, { planId, ...filter, before, commentId: place.comment });
  const invitations = mayInvite ? await listInvitations(context, { planId }) : [];
  const told = mayInvite ? takeTold(cookies, planId) : null;
  const today = dayOf(context.clock.now());
  return {
    /** For the menu: what this page shows is seen. */
    unseen: unseen - page.seen,
    plan: planHead(context, plan),
    mayComment,
    mayEdit: mayEditPlan(context, plan),
    mayInvite,
    isOpen: plan.state === 'consultation',
    rows,
    row,
    openOnly: filter.openOnly,
    threads: page.threads.map((thread) => threadView(context, thread)),
    numbers: Object.fromEntries(rows.map(({ id, number }) => [id, number])),
    total: page.total,
    pulse: page.pulse,
    waiting: page.waiting,
    isFirst: before === null && place.comment === null,
    next: page.next && writeKey(page.next),
    /** Where this page stands in the list, for its forms: `&before=…&show=open`. */
    place: Object.entries(place)
      .flatMap(([name, value]) => (value === null ? [] : `&${name}=${encodeURIComponent(value)}`))
      .join(''),
    targets: mayComment
      ? (await listMentionTargets(context, { planId, plan })).map(({ ref, label, hint }) => ({ ref, label, hint }))
      : [],
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      name: invitation.name,
      until: dayText(invitation.expires_on),
      opened: invitation.opened_at && momentText(invitation.opened_at),
      withdrawn: invitation.withdrawn_at !== null,
      works:
        invitation.withdrawn_at === null && invitation.expires_on >= today && invitation.revision === plan.revision,
    })),
    made: told && {
      name: invitations.find(({ id }) => id === told.id)?.name ?? '',
      link: told.link,
      onlyHere: isOnlyHere(told.link),
    },
    done: url.searchParams.get('done'),
  };
};

/** What of the address says where in the list one is. */
function placeOf({ searchParams }: URL): Record<'before' | 'show' | 'row' | 'comment', string | null> {
  const text = (name: string) => searchParams.get(name);
  return { before: text('before'), show: text('show'), row: text('row'), comment: text('comment') };
}

const NOTHING = { words: '', about: '', chosen: [] as string[], parent: '', sentence: '' };
const NO_ANSWER = { comment: '', answer: '', decision: '', name: '' };
const TYPED = { ...NOTHING, ...NO_ANSWER };

export const actions: Actions = {
  add: async ({ request, locals, params }) => {
    const form = await request.formData();
    const words = textOf(form, 'words');
    const about = textOf(form, 'about');
    const chosen = chosenIn(form);
    const asked = textOf(form, 'kind');
    const made = await commentOnPlan(locals.context(), {
      planId: params.plan,
      itemId: about === '' ? null : about,
      words,
      mentions: chosen,
    }).catch((error: unknown) => ({ refused: refusal(locals.locale, error) }));
    if ('refused' in made) {
      const { status, sentence } = made.refused;
      return fail(status, { ...TYPED, words, about, chosen, sentence });
    }
    // Somebody has handed the plan in while this was written.
    const done = asked === 'consultation' && made.kind === 'discussion' ? 'late' : 'sent';
    redirect(303, `/plans/${params.plan}/comments?done=${done}#comment-${made.id}`);
  },
  reply: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const words = textOf(form, 'words');
    const parent = textOf(form, 'parent');
    const chosen = chosenIn(form);
    try {
      const said = { itemId: null, words, parentId: parent, mentions: chosen };
      await commentOnPlan(locals.context(), { planId: params.plan, ...said });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...TYPED, words, parent, chosen, sentence });
    }
    redirect(303, back(params.plan, url, 'replied', parent));
  },
  settle: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const named = commentNamed(form);
    const settled = textOf(form, 'settled') === 'true';
    try {
      await settleComment(locals.context(), { ...named, planId: params.plan, settled });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...TYPED, sentence });
    }
    redirect(303, back(params.plan, url, settled ? 'settled' : 'reopened', named.commentId));
  },
  takeBack: (event) => takeBack(event, true),
  putBack: (event) => takeBack(event, false),
  answer: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const named = commentNamed(form);
    const said = { answer: textOf(form, 'answer'), decision: textOf(form, 'decision') };
    try {
      await answerComment(locals.context(), { ...named, ...said, planId: params.plan });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...TYPED, ...said, comment: named.commentId, sentence });
    }
    redirect(303, back(params.plan, url, 'answered', named.commentId));
  },
  invite: async ({ request, locals, params, cookies }) => {
    const name = textOf(await request.formData(), 'name');
    try {
      const { invitationId: id, token } = await inviteToConsultation(locals.context(), { planId: params.plan, name });
      tellOnce(cookies, params.plan, { id, link: `${ownAddress(request)}/consult/${token}` });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...TYPED, name, sentence });
    }
    redirect(303, `/plans/${params.plan}/comments#invitations`);
  },
  withdraw: async ({ request, locals, params }) => {
    const invitationId = textOf(await request.formData(), 'invitation');
    try {
      await withdrawInvitation(locals.context(), { planId: params.plan, invitationId });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { ...TYPED, sentence });
    }
    redirect(303, `/plans/${params.plan}/comments?done=withdrawn#invitations`);
  },
};

/** Takes back what one said, or lets it stand again. */
async function takeBack({ request, locals, params, url }: RequestEvent, withdrawn: boolean) {
  const form = await request.formData();
  const named = commentNamed(form);
  try {
    await withdrawComment(locals.context(), { ...named, planId: params.plan, withdrawn });
  } catch (error) {
    const { status, sentence } = refusal(locals.locale, error);
    return fail(status, { ...TYPED, sentence });
  }
  redirect(303, back(params.plan, url, withdrawn ? 'takenBack' : 'putBack', named.commentId));
}

function chosenIn(form: FormData): string[] {
  return form.getAll('mention').filter((value) => typeof value === 'string');
}

/** The same page of the list, at the comment. */
function back(planId: string, url: URL, done: string, commentId: string): string {
  const query = new URLSearchParams({ done });
  for (const [name, value] of Object.entries(placeOf(url))) if (value !== null) query.set(name, value);
  return `/plans/${planId}/comments?${query.toString()}${isId(commentId) ? `#comment-${commentId}` : ''}`;
}
