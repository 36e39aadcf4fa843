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
  /** New ones by id, since the list was last shown. */
  #fresh = new Set<string>();
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
    const here = changed.filter((comment) => this.#isHere(comment));
    for (const { id, isNew } of here) if (isNew) this.#fresh.add(id);
    if (here.length > 0 || missed) this.#offer();
  }

  /** Whether it belongs to what the page shows: all or one row, the newest page or an older one. */
  #isHere({ itemId, threadId }: LiveMessages['talk']['changed'][number]): boolean {
    const { row, newest } = this.#list.dataset;
    if (row !== undefined && row !== itemId) return false;
    return newest === 'true' || document.getElementById(`comment-${threadId}`) !== null;
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

  /** Where in the list one is, without what was done before. */
  get #address(): string {
    const { pathname, searchParams } = new URL(location.href);
    // The answer to a form has its name in the address.
    for (const name of [...searchParams.keys()]) if (name === 'done' || name.startsWith('/')) searchParams.delete(name);
    return `${pathname}?${searchParams}`;
  }

  async #show(): Promise<void> {
    this.#offered = false;
    const page = await pageNow(this.#address).catch(() => null);
    if (page === null) return this.#say(talkWord('talk.newsOffline'));
    const first = this.#comments.take(page);
    this.#fresh.clear();
    // Something more was said while the page was on its way.
    if (this.#offered) this.#offer();
    else this.#line.hidden = true;
    first?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'nearest' });
  }
}
