import { fail, redirect } from '@sveltejs/kit';
import { momentText } from '#lib/dates.ts';
import { answerInvitation, openInvitation, withdrawByLink } from '#server/plan/life/answer-invitation.ts';
import { commentNamed } from '#server/web/comment-named.ts';
import { consultationPaper } from '#server/web/consultation-paper.ts';
import { refusal } from '#server/web/refusal.ts';
import { rowChoices } from '#server/web/row-choices.ts';
import { readSaidHere, rememberSaidHere } from '#server/web/said-here.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The page of an invited person: no account, the link is the right. Nobody else may keep it or find it. */
export const load: PageServerLoad = async ({ params, url, cookies, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  const { name, title, plan, comments } = await openInvitation(services(), params.token, readSaidHere(cookies));
  const numbers = new Map(plan?.items.map(({ item }, index) => [item.id, index + 1]));
  return {
    name,
    title,
    paperHtml: plan && consultationPaper(plan),
    rows: plan ? rowChoices(plan) : [],
    comments: comments.map((comment) => ({
      id: comment.id,
      version: comment.version,
      number: comment.item_id === null ? null : (numbers.get(comment.item_id) ?? null),
      words: comment.words,
      when: momentText(comment.created_at),
      answer: comment.answer,
      decision: comment.decision,
      mayTakeBack: comment.mayTakeBack,
      mayPutBack: comment.mayPutBack,
    })),
    done: url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  say: async ({ request, locals, params, cookies }) => {
    const form = await request.formData();
    const words = textOf(form, 'words');
    const about = textOf(form, 'about');
    try {
      const said = { token: params.token, itemId: about === '' ? null : about, words };
      rememberSaidHere(cookies, params.token, await answerInvitation(services(), said));
    } catch (error) {
      const { status, sentence } = refusal(locals.locale, error);
      return fail(status, { words, about, sentence });
    }
    redirect(303, `/consult/${params.token}?done=sent#mine`);
  },
  takeBack: (event) => takeBack(event, true),
  putBack: (event) => takeBack(event, false),
};

/** Takes back what was said in this browser, or lets it stand again. */
async function takeBack({ request, locals, params, cookies }: RequestEvent, withdrawn: boolean) {
  const form = await request.formData();
  try {
    const said = { ...commentNamed(form), token: params.token, saidHere: readSaidHere(cookies) };
    await withdrawByLink(services(), { ...said, withdrawn });
  } catch (error) {
    const { status, sentence } = refusal(locals.locale, error);
    return fail(status, { words: '', about: '', sentence });
  }
  redirect(303, `/consult/${params.token}?done=${withdrawn ? 'takenBack' : 'putBack'}#mine`);
}
