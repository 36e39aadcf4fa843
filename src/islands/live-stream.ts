import type { LiveMessages } from '#lib/plan/live-message.ts';

export interface LiveStreamTools {
  planId: string;
  /** What the page wants to hear of. */
  on: { [Kind in keyof LiveMessages]?: (message: LiveMessages[Kind]) => void };
  /** It cannot be had, in words; the page works without it. `signed-out`: there is nobody to tell it to. */
  refused(why: 'signed-out' | 'refused', sentence: string | null): void;
  /** Nothing is heard any more, until the next `hello`. */
  silent(): void;
}

/** Milliseconds. A window that nobody looks at gives its connection back: a browser has six for all windows together. */
const HIDDEN_FOR = 20_000;
const AGAIN = 5_000;
const LONGEST_WAIT = 60_000;

/**
 * Hears what happens in the plan, connects again by itself, rests while nobody looks. Browsers that have no such thing, and networks
 * that let none through, are left with the page as it is.
 */
export class LiveStream {
  readonly #tools: LiveStreamTools;
  #source: EventSource | null = null;
  #hiding: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #wait = AGAIN;
  #ended = false;

  constructor(tools: LiveStreamTools) {
    this.#tools = tools;
    if (!('EventSource' in globalThis)) return;
    document.addEventListener('visibilitychange', () => this.#look());
    addEventListener('pagehide', () => this.#close());
    addEventListener('pageshow', () => this.#look());
    // A connection of the network before may be dead without a word of it, and a wait that has grown long is over.
    addEventListener('online', () => {
      this.#close();
      this.#wait = AGAIN;
      this.#look();
    });
    this.#look();
  }

  #look(): void {
    clearTimeout(this.#hiding);
    if (document.visibilityState === 'visible') this.#open();
    else this.#hiding = setTimeout(() => this.#close(), HIDDEN_FOR);
  }

  #open(): void {
    if (this.#source || this.#ended) return;
    clearTimeout(this.#again);
    const source = new EventSource(this.#address);
    this.#source = source;
    for (const kind of ['hello', 'rows', 'talk', 'parts', 'people', 'editing', 'end'] as const) {
      source.addEventListener(kind, ({ data }: MessageEvent<string>) => {
        if (kind === 'hello') this.#wait = AGAIN;
        if (kind === 'end') this.#end();
        this.#tools.on[kind]?.(JSON.parse(data) as never);
      });
    }
    source.addEventListener('error', () => {
      this.#tools.silent();
      // A connection that broke is tried again by the browser; one that was refused is not.
      if (source.readyState === EventSource.CLOSED) void this.#refused();
    });
  }

  get #address(): string {
    return `/plans/${this.#tools.planId}/live`;
  }

  /** Why, and whether it is worth asking again. */
  async #refused(): Promise<void> {
    this.#close();
    const stop = new AbortController();
    const answer = await fetch(this.#address, { headers: { accept: 'application/json' }, signal: stop.signal }).catch(
      () => null,
    );
    if (answer?.redirected) {
      this.#end();
      return this.#tools.refused('signed-out', null);
    }
    const said = answer && !answer.ok ? ((await answer.json().catch(() => null)) as { message?: string } | null) : null;
    stop.abort();
    if (answer?.status === 403 || answer?.status === 404) this.#end();
    if (answer !== null && !answer.ok && answer.status < 500) this.#tools.refused('refused', said?.message ?? null);
    this.#again = setTimeout(() => this.#look(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #end(): void {
    this.#ended = true;
    this.#close();
  }

  #close(): void {
    clearTimeout(this.#again);
    if (!this.#source) return;
    this.#source.close();
    this.#source = null;
    this.#tools.silent();
  }
}
