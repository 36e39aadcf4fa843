import { pageNow, SessionOver } from './page-now.ts';

/**
 * The part of a page that shows long work follows it: while `data-busy` is true the page is asked for again and that part takes its
 * place. Without this script there is a link to look again.
 */
const POLL = 1500;

async function follow(): Promise<void> {
  const shown = document.querySelector<HTMLElement>('[data-live]');
  if (shown?.dataset['busy'] !== 'true') return;
  try {
    const next = await newest();
    if (next && next.innerHTML !== shown.innerHTML && !shown.contains(document.activeElement)) shown.replaceWith(next);
  } catch (error) {
    // The page itself leads to the door. Not by loading it again: it may be the answer to a form.
    if (error instanceof SessionOver) return location.assign(location.pathname);
  }
  setTimeout(() => void follow(), POLL);
}

async function newest(): Promise<HTMLElement | null> {
  // Without the question that came with asking: the answer is whether work goes on.
  const page = await pageNow(location.pathname);
  return page?.querySelector<HTMLElement>('[data-live]') ?? null;
}

setTimeout(() => void follow(), POLL);
