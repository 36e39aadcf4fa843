import type { LiveTable } from './start-plan-table.ts';

/** The original beside the rows: the source of the row that one is in is marked and brought into sight. On a phone, two tabs. */
export function startSourceSide({ grid }: LiveTable): void {
  const both = document.querySelector<HTMLElement>('[data-both]');
  const frame = document.querySelector<HTMLElement>('[data-source-frame]');
  if (!both || !frame) return;
  both.dataset['live'] = '';
  grid.onRow = (row) => mark(frame, (row.dataset['p'] ?? '').split(' ').filter(Boolean));
  for (const tab of document.querySelectorAll<HTMLElement>('[data-side]')) {
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      show(both, tab.dataset['side'] ?? 'rows');
      if (tab.dataset['side'] === 'source') frame.querySelector('.lit')?.scrollIntoView({ block: 'center' });
    });
  }
  // A link to a place in the original works from the other side too.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href*="#p"]');
    const id = link?.hash.slice(1) ?? '';
    const target = /^p\d+$/.test(id) ? document.getElementById(id) : null;
    if (!link || link.pathname !== location.pathname || !target) return;
    event.preventDefault();
    show(both, 'source');
    mark(frame, [id.slice(1)]);
    frame.focus({ preventScroll: true });
  });
}

function show(both: HTMLElement, side: string): void {
  both.dataset['both'] = side;
  for (const tab of document.querySelectorAll<HTMLElement>('[data-side]')) {
    if (tab.dataset['side'] === side) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}

function mark(frame: HTMLElement, ids: readonly string[]): void {
  for (const lit of frame.querySelectorAll('.lit')) lit.classList.remove('lit');
  const paragraphs = ids.map((id) => document.getElementById(`p${id}`)).filter((element) => element !== null);
  for (const paragraph of paragraphs) paragraph.classList.add('lit');
  const [first] = paragraphs;
  if (!first || frame.scrollHeight <= frame.clientHeight) {
    if (getComputedStyle(frame).maxHeight === 'none') first?.scrollIntoView({ block: 'center' });
    return;
  }
  const top = frame.getBoundingClientRect().top;
  const offset = first.getBoundingClientRect().top - top;
  // Above the first rows the frame reaches down below the window.
  const seen = Math.max(Math.min(frame.clientHeight, innerHeight - top), 0);
  if (offset < 0 || offset > seen - 120) frame.scrollTop += offset - seen / 4;
}
