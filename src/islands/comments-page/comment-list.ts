import { isTouched } from '../is-touched.ts';

/** Milliseconds for which what has just come is marked. */
const FRESH = 8_000;

/** The threads of the page: those that changed are drawn anew, except for forms in which somebody is writing. */
export class CommentList {
  readonly #list: HTMLOListElement;
  readonly #furnish: (form: HTMLFormElement) => void;
  /** How the server gave each thread. */
  readonly #given = new Map<string, string>();

  /** @param furnish makes a form of a new thread what the others are */
  constructor(list: HTMLOListElement, furnish: (form: HTMLFormElement) => void) {
    this.#list = list;
    this.#furnish = furnish;
    for (const thread of threadsOf(list)) this.#given.set(thread.id, thread.innerHTML);
  }

  /** Takes the threads and counts of the page as it is now. @returns the first thread that changed */
  take(page: Document): HTMLElement | null {
    const fresh = page.querySelector<HTMLOListElement>('ol[data-comments]');
    if (!fresh) return null;
    for (const part of ['#list', '[data-views]', '[data-newer]', '[data-older]']) takePart(page, part, this.#list);
    const ids = new Set(threadsOf(fresh).map(({ id }) => id));
    for (const thread of threadsOf(this.#list)) if (!ids.has(thread.id) && !hasWords(thread)) thread.remove();
    let next: Element | null = null;
    let first: HTMLElement | null = null;
    for (const thread of threadsOf(fresh).toReversed()) {
      const shown = threadsOf(this.#list).find(({ id }) => id === thread.id);
      const given = thread.innerHTML;
      if (shown && this.#given.get(thread.id) === given) {
        next = shown;
        continue;
      }
      this.#given.set(thread.id, given);
      const drawn = shown && hasWords(shown) ? drawAround(shown, thread) : document.adoptNode(thread);
      if (shown && drawn !== shown) shown.replaceWith(drawn);
      else if (!shown) this.#list.insertBefore(drawn, next);
      for (const form of drawn.querySelectorAll<HTMLFormElement>('form[data-mentions]'))
        if (!form.querySelector('.mention-box')) this.#furnish(form);
      mark(drawn);
      next = first = drawn;
    }
    return first;
  }
}

function threadsOf(list: HTMLOListElement): HTMLLIElement[] {
  return [...list.children].filter((child): child is HTMLLIElement => child instanceof HTMLLIElement);
}

function hasWords(thread: HTMLElement): boolean {
  return [...thread.querySelectorAll('form')].some(isTouched);
}

/** Everything of a thread but the forms that are being written in, which stay where they are. */
function drawAround(shown: HTMLLIElement, fresh: HTMLLIElement): HTMLLIElement {
  const kept = [...shown.children].filter((child) => [...formsIn(child)].some(isTouched));
  for (const child of [...shown.children]) if (!kept.includes(child)) child.remove();
  let next: Element | null = null;
  for (const child of [...fresh.children].toReversed()) {
    const stays = kept.find((each) => actionOf(each) !== null && actionOf(each) === actionOf(child));
    if (!stays) shown.insertBefore(child, next);
    next = stays ?? child;
  }
  return shown;
}

function formsIn(element: Element): HTMLFormElement[] {
  return [...(element.matches('form') ? [element as HTMLFormElement] : []), ...element.querySelectorAll('form')];
}

/** "answer" of the part of a thread in which one answers. */
function actionOf(element: Element): string | null {
  return /\?\/(\w+)/.exec(formsIn(element)[0]?.getAttribute('action') ?? '')?.[1] ?? null;
}

/** A part that one of the pages may lack. */
function takePart(page: Document, selector: string, before: Element): void {
  const [shown, fresh] = [document.querySelector(selector), page.querySelector(selector)];
  if (shown && fresh) shown.replaceWith(fresh);
  else if (fresh) before.before(fresh);
}

function mark(element: HTMLElement): void {
  element.tabIndex = -1;
  element.dataset['fresh'] = '';
  setTimeout(() => delete element.dataset['fresh'], FRESH);
}
