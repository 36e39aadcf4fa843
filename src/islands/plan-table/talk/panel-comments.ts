import { type CommentView, DECISIONS, type ThreadView } from '#lib/plan/comment-view.ts';
import { talkWord } from '../../talk-words.ts';
import { button, make } from '../dom.ts';
import { readTalk, type RowTalk, sendTalk } from './talk-requests.ts';
import { TalkForm } from './talk-form.ts';

/**
 * What people say about the row whose panel is open: read when it opens, written to beside it. Texts that are being typed live in their
 * boxes, which are kept while the list around them is drawn anew.
 */
export class PanelComments {
  readonly element = make('section', { class: 'row-comments' });
  readonly #planId: string;
  readonly #itemId: string;
  readonly #changed: () => void;
  readonly #said = make('p', { class: 'state' });
  readonly #add: TalkForm;
  #talk: RowTalk | null = null;
  /** The one thread that is being replied to or answered. */
  #writing: { threadId: string; form: HTMLElement } | null = null;

  /** @param changed what waits at the row may be another number now */
  constructor(planId: string, itemId: string, changed: () => void) {
    this.#planId = planId;
    this.#itemId = itemId;
    this.#changed = changed;
    this.#said.role = 'status';
    this.#add = new TalkForm({
      planId,
      label: talkWord('talk.words'),
      send: talkWord('talk.send'),
      submit: (words, mentions) => this.#send('', { words, mentions }),
    });
    this.element.append(make('p', { text: talkWord('talk.loading') }));
    void this.refresh();
  }

  async refresh(): Promise<void> {
    const talk = await readTalk(this.#planId, this.#itemId).catch(() => null);
    if (talk === null) {
      if (this.#talk === null) this.element.replaceChildren(make('p', { text: talkWord('talk.offline') }));
      return;
    }
    this.#talk = talk;
    this.#draw();
  }

  #draw(): void {
    const { threads, total, mayComment } = this.#talk!;
    const parts: HTMLElement[] = [make('h3', { text: talkWord('talk.title', { count: total }) })];
    if (total === 0) parts.push(make('p', { text: talkWord('talk.none') }));
    parts.push(...threads.map((thread) => this.#thread(thread)));
    if (total > threads.length) parts.push(make('p', {}, this.#allLink(total)));
    if (mayComment) parts.push(this.#add.element);
    parts.push(this.#said);
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.element.replaceChildren(...parts);
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
  }

  #allLink(count: number): HTMLElement {
    const link = make('a', { text: talkWord('talk.more', { count }) });
    link.href = `/plans/${this.#planId}/comments?row=${this.#itemId}`;
    return link;
  }

  #thread(thread: ThreadView): HTMLElement {
    const article = make('article', {}, ...said(thread, thread.invited));
    if (thread.replies.length > 0) {
      const replies = thread.replies.map((reply) => make('li', {}, ...said(reply)));
      article.append(make('ul', { class: 'comment-replies' }, ...replies));
    }
    article.append(stateOf(thread));
    if (thread.answer !== null) {
      const answer = make('p', { class: 'comment-words answer', text: thread.answer });
      answer.dir = 'auto';
      article.append(answer);
    }
    if (this.#writing?.threadId === thread.id) article.append(this.#writing.form);
    else article.append(this.#buttons(thread));
    return article;
  }

  #buttons(thread: ThreadView): HTMLElement {
    const buttons = make('div', { class: 'buttons' });
    const open = thread.decision === null;
    if (thread.mayReply) buttons.append(button(talkWord('talk.reply'), () => this.#write(thread, this.#reply(thread))));
    if (thread.mayAnswer) {
      const answer = () => this.#write(thread, this.#answer(thread));
      buttons.append(button(talkWord('talk.answer'), answer));
    }
    if (thread.maySettle) {
      const settle = { version: thread.version, state: open ? 'settled' : 'open' };
      buttons.append(
        button(talkWord(open ? 'talk.settle' : 'talk.reopen'), () => void this.#send(`/${thread.id}`, settle)),
      );
    }
    return buttons;
  }

  #write(thread: ThreadView, form: HTMLElement): void {
    this.#writing = { threadId: thread.id, form };
    this.#draw();
    form.querySelector<HTMLElement>('textarea, select')?.focus();
  }

  #reply(thread: ThreadView): HTMLElement {
    const { element } = new TalkForm({
      planId: this.#planId,
      label: talkWord('talk.replyWords'),
      send: talkWord('talk.send'),
      submit: (words, mentions) => this.#send('', { words, parent: thread.id, mentions }),
    });
    element.append(this.#cancel());
    return element;
  }

  #answer(thread: ThreadView): HTMLElement {
    const form = make('form');
    const decision = make('select');
    decision.append(new Option(talkWord('talk.choose'), ''));
    for (const value of DECISIONS) decision.append(new Option(talkWord(`talk.${value}`), value));
    decision.value = thread.decision ?? '';
    const answer = make('textarea');
    answer.rows = 2;
    answer.value = thread.answer ?? '';
    form.append(make('label', {}, talkWord('talk.decision'), decision));
    form.append(make('label', {}, talkWord('talk.answerWords'), answer));
    form.append(make('button', { text: talkWord('talk.save') }), this.#cancel());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const { version } = thread;
      void this.#send(`/${thread.id}`, { version, decision: decision.value, answer: answer.value });
    });
    return form;
  }

  #cancel(): HTMLButtonElement {
    return button(talkWord('talk.cancel'), () => {
      this.#writing = null;
      this.#draw();
    });
  }

  /** @returns whether it was taken; a refusal is said, and what was typed stays */
  async #send(under: string, body: object): Promise<boolean> {
    const answer = await sendTalk(this.#planId, this.#itemId, under, body);
    this.#said.className = answer.kind === 'refused' ? 'refused' : 'state done';
    if (answer.kind === 'refused') {
      this.#said.textContent = answer.sentence;
      return false;
    }
    this.#talk = answer.talk;
    this.#writing = null;
    this.#said.textContent = talkWord(under === '' ? 'talk.sent' : 'talk.done');
    this.#draw();
    this.#changed();
    return true;
  }
}

function said(comment: CommentView, invited = false): HTMLElement[] {
  const name = make('b', {}, make('bdi', { text: comment.by }));
  const who = make('p', { class: 'comment-who' }, name);
  if (invited) who.append(make('span', { text: talkWord('talk.invited') }));
  who.append(make('span', { text: comment.when }));
  const words = make('p', { class: 'comment-words' });
  words.dir = 'auto';
  words.append(
    ...comment.pieces.map(({ text, mention }) => (mention ? make('bdi', { class: 'mention', text }) : text)),
  );
  if (comment.beside.length === 0) return [who, words];
  const names = comment.beside.join(', ');
  return [who, words, make('p', { class: 'comment-who', text: talkWord('talk.beside', { names }) })];
}

function stateOf({ kind, decision, answeredBy, answeredAt }: ThreadView): HTMLElement {
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
