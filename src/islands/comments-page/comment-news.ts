import type { LiveMessages } from '#lib/plan/live-message.ts';
import { LiveStream } from '../live-stream.ts';
import { pageNow } from '../page-now.ts';
import { talkWord } from '../talk-words.ts';
import { CommentList } from './comment-list.ts';

/**
 * Hears when others say something about the plan and counts it in a quiet line. It is shown when one asks for it: nothing that is read
 * moves by itself, and nothing that is typed is lost.
 */
export class CommentNews {
  readonly #list: HTMLOListElement;
  readonly #line: HTMLElement;
  readonly #comments: CommentList;
  /** New ones since the list was last shown, each with its thread. */
  readonly #fresh = new Map<string, string>();
  #pulse: number;
  #offered = false;

  constructor(list: HTMLOListElement, line: HTMLElement, furnish: (form: HTMLFormElement) => void) {
    this.#list = list;
    this.#line = line;
    this.#pulse = Number(list.dataset['pulse']);
    this.#comments = new CommentList(list, furnish);
    new LiveStream({
      planId: list.dataset['plan'] ?? '',
      on: { talk: (message) => this.#hear(message) },
      // The page is as it was without it.
      refused: () => undefined,
      silent: () => undefined,
    });
  }

  #hear({ pulse, changed }: LiveMessages['talk']): void {
    const missed = changed.length === 0 && pulse !== this.#pulse;
    this.#pulse = pulse;
    const { row } = this.#list.dataset;
    const here = changed.filter(({ itemId }) => row === undefined || row === itemId);
    for (const { id, threadId, isNew } of here) if (isNew) this.#fresh.set(id, threadId);
    if (here.length > 0 || missed) this.#offer();
  }

  #offer(): void {
    this.#offered = true;
    const count = this.#fresh.size;
    this.#say(count > 0 ? talkWord('talk.news', { count }) : talkWord('talk.newsChanged'));
  }

  #say(sentence: string): void {
    const show = document.createElement('button');
    show.type = 'button';
    show.textContent = sentence;
    show.addEventListener('click', () => void this.#show());
    this.#line.replaceChildren(show);
    this.#line.hidden = false;
  }

  /** Where in the list one is, without what was done before; the newest page when what is new stands on no other. */
  get #address(): string {
    const { pathname, searchParams } = new URL(location.href);
    const isElsewhere = [...this.#fresh.values()].some((id) => document.getElementById(`comment-${id}`) === null);
    const place = isElsewhere ? ['before', 'comment'] : [];
    // The answer to a form has its name in the address.
    for (const name of [...searchParams.keys()])
      if (name === 'done' || name.startsWith('/') || place.includes(name)) searchParams.delete(name);
    return `${pathname}?${searchParams}`;
  }

  async #show(): Promise<void> {
    this.#offered = false;
    const address = this.#address;
    const page = await pageNow(address).catch(() => null);
    if (page === null) return this.#say(talkWord('talk.newsOffline'));
    const first = this.#comments.take(page);
    history.replaceState(history.state, '', address);
    this.#fresh.clear();
    // Something more was said while the page was on its way.
    if (this.#offered) this.#offer();
    else this.#line.hidden = true;
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  }
}
