import { withRangeBreaks } from './date-ranges.ts';
import { linesOf } from './measured-row.ts';
import { CELL_PADDING, TABLE_SIZE } from './print-model.ts';
import { measureText, textWidth } from './text-width.ts';

/**
 * The paragraphs of a cell in a row that may break over a page. A paragraph of a single line is bound to its neighbour by "\n" where
 * it would else stand alone at the end of one page or the beginning of the next: a paragraph never leaves a single line.
 */
export function boundParagraphs(paragraphs: readonly string[], width: number): string[] {
  const bound = [...paragraphs];
  const single = (text: string) => textWidth(text, TABLE_SIZE) <= width - CELL_PADDING;
  if (bound.length > 1 && single(bound[0]!)) bound.splice(0, 2, bound.slice(0, 2).join('\n'));
  if (bound.length > 1 && single(bound.at(-1)!)) bound.splice(-2, 2, bound.slice(-2).join('\n'));
  return bound;
}

/** Cells of up to so many lines are never torn: only the long ones go on on the next page. */
const SHORT_CELL = 8;

/** Whether a cell stays whole in a row that may break, and does not do so by itself as up to three lines of one paragraph do. */
export function isWholeCell(paragraphs: readonly string[], width: number): boolean {
  const lines = paragraphs.reduce((sum, text) => sum + linesOf(textWidth(text, TABLE_SIZE), width), 0);
  return lines <= SHORT_CELL && (paragraphs.length > 1 || lines > 3);
}

/**
 * Marks with U+200B where a word that is wider than `width` mm may break: behind its signs, else where the line is full. Between two
 * dates one may break anywhere.
 */
export function withSoftBreaks(text: string, width: number, size: number, bold = false): string {
  const open = withRangeBreaks(text);
  if (measureText(open, size, bold).widest <= width) return open;
  return open.replace(/[^ \t\n\u200B]+/gu, (word) =>
    textWidth(word, size, bold) <= width ? word : softened(word, width, (part) => textWidth(part, size, bold)),
  );
}

function softened(word: string, width: number, measure: (part: string) => number): string {
  let made = '';
  let part = '';
  for (const letter of word) {
    const afterSign = /[/@?=&_]$/.test(part) && measure(part) > width / 3;
    if (part !== '' && (afterSign || measure(part + letter) > width)) {
      made += `${part}\u200B`;
      part = '';
    }
    part += letter;
  }
  return made + part;
}
