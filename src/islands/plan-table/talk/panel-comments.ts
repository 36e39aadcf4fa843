import type { ThreadView } from '#lib/plan/comment-view.ts';
import { talkWord } from '../../talk-words.ts';
import { make } from '../dom.ts';
import { PanelThread } from './panel-thread.ts';
import { TalkForm } from './talk-form.ts';
import { readTalk, type RowTalk, sendTalk } from './talk-requests.ts';

/** Milliseconds for which what somebody else has just said is marked. */
const FRESH = 5_000;

/**
 * What people say about the row whose panel is open: read when it opens, written to beside it, read again when somebody else said
 * something. Boxes that are typed in are never moved: the list changes around them.
 */
export class PanelComments {
  readonly element = make('section', { class: 'row-comments' });
  readonly #planId: string;
  readonly #itemId: string;
  readonly #changed: () => void;
  readonly #title = make('h3');
  readonly #none = make('p', { text: talkWord('talk.none') });
  readonly #list = make('div');
  readonly #all = make('p');
  readonly #said = make('p', { class: 'state' });
  readonly #add: TalkForm;
  readonly #threads = new Map<string, PanelThread>();
  #talk: RowTalk | null = null;
  #asked = 0;

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
  }

  /** Something is half written. */
  get isWriting(): boolean {
    return this.#add.isWriting || [...this.#threads.values()].some((thread) => thread.isWriting);
  }

  /** Asks for everything that was said. @param tell whether what others said since is told and marked */
  async refresh({ tell = false } = {}): Promise<void> {
    const asked = (this.#asked += 1);
    const talk = await readTalk(this.#planId, this.#itemId).catch(() => null);
    // Somebody asked later, or sent something: that answer is the newer one.
    if (asked !== this.#asked) return;
    if (talk !== null) this.#show(talk, tell);
    else if (this.#talk === null) this.element.replaceChildren(make('p', { text: talkWord('talk.offline') }));
  }

  #show(talk: RowTalk, tell: boolean): void {
    const before = this.#talk;
    this.#talk = talk;
    if (before === null)
      this.element.replaceChildren(this.#title, this.#none, this.#list, this.#all, this.#add.element, this.#said);
    const { threads, total, mayComment } = talk;
    // The number beside the row is of those that wait.
    const open = threads.filter(({ decision }) => decision === null).length;
    const words = open === 0 || open === total ? 'talk.title' : 'talk.titleOpen';
    this.#title.textContent = talkWord(words, { count: total, open });
    this.#none.hidden = total > 0;
    this.#all.hidden = total <= threads.length;
    if (total > threads.length) this.#all.replaceChildren(this.#allLink(total));
    this.#add.element.hidden = !mayComment;
    this.#drawThreads(threads);
    if (tell && before !== null) this.#tell(before.threads, threads);
  }

  /** New ones are put between those that are there; none of those is moved. */
  #drawThreads(threads: readonly ThreadView[]): void {
    const ids = new Set(threads.map(({ id }) => id));
    for (const [id, thread] of this.#threads) {
      if (ids.has(id) || thread.isWriting) continue;
      thread.element.remove();
      this.#threads.delete(id);
    }
    let next: Element | null = null;
    for (const thread of threads.toReversed()) {
      const shown = this.#threads.get(thread.id);
      shown?.show(thread);
      const panel = shown ?? this.#made(thread);
      if (!shown) this.#list.insertBefore(panel.element, next);
      next = panel.element;
    }
  }

  #made(thread: ThreadView): PanelThread {
    const send = (under: string, body: object) => this.#send(under, body);
    const made = new PanelThread({ planId: this.#planId, send }, thread);
    this.#threads.set(thread.id, made);
    return made;
  }

  /** Who said something since, and where. */
  #tell(before: readonly ThreadView[], now: readonly ThreadView[]): void {
    const known = new Set(before.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]));
    const fresh = now.flatMap((thread) =>
      [thread, ...thread.replies].filter(({ id }) => !known.has(id)).map(({ by }) => ({ by, thread: thread.id })),
    );
    for (const { thread } of fresh) mark(this.#threads.get(thread)?.element);
    const names = [...new Set(fresh.map(({ by }) => by))].join(', ');
    this.#said.className = 'state';
    this.#said.textContent = names === '' ? talkWord('talk.changedByOthers') : talkWord('talk.saidByOthers', { names });
  }

  #allLink(count: number): HTMLElement {
    const link = make('a', { text: talkWord('talk.more', { count }) });
    link.href = `/plans/${this.#planId}/comments?row=${this.#itemId}`;
    return link;
  }

  /** @returns whether it was taken; a refusal is said, and what was typed stays */
  async #send(under: string, body: object): Promise<boolean> {
    const answer = await sendTalk(this.#planId, this.#itemId, under, body);
    this.#said.className = answer.kind === 'refused' ? 'refused' : 'state done';
    if (answer.kind === 'refused') {
      this.#said.textContent = answer.sentence;
      void this.refresh();
      return false;
    }
    this.#asked += 1;
    this.#said.textContent = talkWord(under === '' ? 'talk.sent' : 'talk.done');
    this.#show(answer.talk, false);
    this.#changed();
    return true;
  }
}

function mark(element: HTMLElement | undefined): void {
  if (!element) return;
  element.dataset['fresh'] = '';
  setTimeout(() => delete element.dataset['fresh'], FRESH);
}
