import { pageNow } from './page-now.ts';

/** Milliseconds: what comes together is asked for once, and not by every window in the same moment. */
const WAIT = 200;
const SPREAD = 600;

/** Puts the head of a newer page in the place of the shown one: name, years, state, who acts next, the next step. */
export function takeHead(page: Document): void {
  const [shown, fresh] = [document, page].map((each) => each.querySelector<HTMLElement>('[data-plan-head]'));
  if (!shown || !fresh) return;
  const focused = shown.contains(document.activeElement);
  shown.replaceWith(fresh);
  if (focused) fresh.querySelector<HTMLElement>('a')?.focus();
}

/** Keeps the head of an open plan true while others take steps with it. */
export class PlanHeadNow {
  #version: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The plan is in this version now. The first one that is told is that of the page. */
  hear(version: number): void {
    if (this.#version !== null && version !== this.#version) this.renew();
    this.#version = version;
  }

  /** Who looks at it may do other things than before. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#load(), WAIT + Math.random() * SPREAD);
  }

  async #load(): Promise<void> {
    const page = await pageNow(location.pathname + location.search).catch(() => null);
    if (page) takeHead(page);
  }
}
