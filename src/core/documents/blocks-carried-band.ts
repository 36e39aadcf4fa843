import type { Band } from './blocks-columns.ts';
import type { TextLine } from './blocks-text-lines.ts';
import { segmentsOf } from './blocks-text-lines.ts';

/** What never stands in a row of a table: a section, recipients, a signer in capitals. */
function isNoRow(text: string): boolean {
  return (
    /^(?:[IVX]{1,5}[.)]\s|Nơi nhận)/u.test(text) ||
    (text.length >= 10 && !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text))
  );
}

/** A blank between columns is at least so wide, in points. */
const GUTTER = 3.4;
/** A column of text may stand so far beyond the middle of its gutter, in points. */
const SLACK = 2;

/**
 * The rows at the top of a page that go on with a table without ruling lines, which ended the page before: so few lines show no
 * columns by themselves. `middles` are the middles of that table's gutters. The first row fills three of its columns at least, and
 * half of them; each line below keeps to the columns. Null when the page begins with something else.
 */
export function carriedBand(lines: readonly TextLine[], middles: readonly number[], leading: number): Band | null {
  const first = lines[0];
  if (first === undefined || middles.length < 2) return null;
  const taken: TextLine[] = [];
  for (const line of lines) {
    const above = taken.at(-1);
    const columns = columnsOf(line, middles);
    if (columns === null || isNoRow(line.text)) break;
    if (above !== undefined && line.baseline - above.baseline > 4 * leading) break;
    taken.push(line);
  }
  const start = taken.filter((line) => line.baseline - first.baseline < 1.2 * leading);
  const filled = new Set(start.flatMap((line) => columnsOf(line, middles) ?? []));
  if (filled.size < Math.max(3, (middles.length + 1) / 2)) return null;
  const gutters = middles.map((middle) => ({ left: middle - 1, right: middle + 1 }));
  return { lines: taken, gutters };
}

/** The columns in which the pieces of a line stand; null when one lies across two. */
function columnsOf(line: TextLine, middles: readonly number[]): number[] | null {
  const columns = segmentsOf(line, GUTTER).map((piece) => {
    const from = middles.filter((middle) => piece.left > middle - SLACK).length;
    const to = middles.filter((middle) => piece.right > middle + SLACK).length;
    return from === to ? from : -1;
  });
  return columns.includes(-1) ? null : columns;
}
