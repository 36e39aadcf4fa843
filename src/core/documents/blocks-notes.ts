import { cellTextOfDraft } from './blocks-draft.ts';
import { median } from './blocks-geometry.ts';
import type { PageItem } from './blocks-page.ts';

/** Notes are set at most so large, as a part of the size of the text. */
const SMALL = 0.87;

const MARK = /^(\d{1,2}|\*{1,3})[.)]?\s*\p{L}/u;

/**
 * Footnotes: the last paragraphs of a page, in letters smaller than its text, the first of them with a number that stands behind a word
 * above. Small print without such a number, like recipients, is none.
 */
export function notesOf(items: readonly PageItem[]): ReadonlySet<PageItem> {
  const content = items.filter((item) => item.kind !== 'furniture');
  const sizes = content.flatMap((item) => (item.kind === 'paragraph' ? item.laid.lines.map(({ size }) => size) : []));
  if (sizes.length < 2) return new Set();
  const small = content.slice(content.findLastIndex((item) => !isSmall(item, SMALL * median(sizes))) + 1);
  const first = small.findIndex((item) => item.kind === 'paragraph' && isMarked(textOf(item), content));
  return new Set(first < 0 ? [] : small.slice(first));
}

function isSmall(item: PageItem, most: number): boolean {
  return item.kind === 'paragraph' && item.laid.lines.every(({ size }) => size <= most);
}

function isMarked(note: string, content: readonly PageItem[]): boolean {
  const mark = MARK.exec(note)?.[1];
  if (mark === undefined) return false;
  const behindWord = new RegExp(`[\\p{L})%”"][.,;:]?${mark.replaceAll('*', '\\*')}(?![\\d*])`, 'u');
  return content.some((item) => behindWord.test(textOf(item)));
}

function textOf(item: PageItem): string {
  if (item.kind === 'furniture') return item.draft.text;
  if (item.kind === 'paragraph') return item.laid.lines.map(({ text }) => text).join(' ');
  return item.laid.table.rows.flatMap((row) => row.cells.map(cellTextOfDraft)).join('\n');
}
