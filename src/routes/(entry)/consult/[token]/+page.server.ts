import { fail, redirect } from '@sveltejs/kit';
import { momentText } from '#lib/dates.ts';
import { answerInvitation, openInvitation } from '#server/plan/life/answer-invitation.ts';
import { consultationPaper } from '#server/web/consultation-paper.ts';
import { refusal } from '#server/web/refusal.ts';
import { rowChoices } from '#server/web/row-choices.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** The page of an invited person: no account, the link is the right. Nobody else may keep it or find it. */
export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  const { name, title, plan, comments } = await openInvitation(services(), params.token);
  const numbers = new Map(plan?.items.map(({ item }, index) => [item.id, index + 1]));
  return {
    name,
    title,
    paperHtml: plan && consultationPaper(plan),
    rows: plan ? rowChoices(plan) : [],
    comments: comments.map((comment) => ({
      id: comment.id,
      number: comment.item_id === null ? null : (numbers.get(comment.item_id) ?? null),
      words: comment.words,
      when: momentText(comment.created_at),
      answer: comment.answer,
      decision: comment.decision,
    })),
    sent: url.searchParams.has('sent'),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await request.formData();
    const words = textOf(form, 'words');
    const about = textOf(form, 'about');
    try {
      await answerInvitation(services(), { token: params.token, itemId: about === '' ? null : about, words });
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { words, about, sentence });
    }
    redirect(303, `/consult/${params.token}?sent#mine`);
  },
};
