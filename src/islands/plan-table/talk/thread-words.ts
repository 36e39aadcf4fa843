import type { CommentView, ThreadView } from '#lib/plan/comment-view.ts';
import { talkWord } from '../../talk-words.ts';
import { make } from '../dom.ts';

/** Everything that was said in a thread and what became of it, without what can be done about it. */
export function threadWords(thread: ThreadView): HTMLElement[] {
  const parts = said(thread, thread.invited);
  if (thread.replies.length > 0) {
    const replies = thread.replies.map((reply) => make('li', {}, ...said(reply)));
    parts.push(make('ul', { class: 'comment-replies' }, ...replies));
  }
  if (thread.decision !== 'withdrawn') parts.push(stateOf(thread, thread.decision));
  if (thread.answer !== null) {
    const answer = make('p', { class: 'comment-words answer', text: thread.answer });
    answer.dir = 'auto';
    parts.push(answer);
  }
  return parts;
}

function said(comment: CommentView, invited = false): HTMLElement[] {
  const name = make('b', {}, make('bdi', { text: comment.by }));
  const who = make('p', { class: 'comment-who' }, name);
  if (invited) who.append(make('span', { text: talkWord('talk.invited') }));
  who.append(make('span', { text: comment.when }));
  if (comment.withdrawn)
    return [who, make('p', { class: 'comment-words withdrawn', text: talkWord('talk.withdrawn') })];
  const words = make('p', { class: 'comment-words' });
  words.dir = 'auto';
  words.append(
    ...comment.pieces.map(({ text, mention }) => (mention ? make('bdi', { class: 'mention', text }) : text)),
  );
  if (comment.beside.length === 0) return [who, words];
  const names = comment.beside.join(', ');
  return [who, words, make('p', { class: 'comment-who', text: talkWord('talk.beside', { names }) })];
}

function stateOf(
  { kind, answeredBy, answeredAt }: ThreadView,
  decision: Exclude<ThreadView['decision'], 'withdrawn'>,
): HTMLElement {
  if (decision === null) {
    const text = talkWord(kind === 'consultation' ? 'talk.unanswered' : 'talk.open');
    return make('p', { class: 'state open', text });
  }
  const state = talkWord(`talk.${decision}`);
  return make('p', {
    class: 'state done',
    text: talkWord('talk.by', { state, name: answeredBy ?? '…', when: answeredAt ?? '' }),
  });
}
