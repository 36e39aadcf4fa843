import type { Glyphs } from './blocks-geometry.ts';
import { toLine, type TextLine } from './blocks-text-lines.ts';
import { fieldOfHeader } from './recognise/column-field.ts';

/** Longest name of a fact, in characters. */
const LONGEST_NAME = 45;

/** The fact that a text names as the head of a table does ("Người thực hiện:"); null for any other text. */
export function nameIn(text: string): string | null {
  const name = text.replace(/^(?:[-+•*]|[a-zđ][.)]|\d{1,2}[.)])\s+/u, '').replace(/\s*:$/, '');
  if (name.length > LONGEST_NAME || !/^\p{Lu}/u.test(name) || /[,;.:\d]/.test(name)) return null;
  const field = fieldOfHeader(name);
  return field === 'number' ? null : field;
}

/** A blank before a value is at least so wide, in font sizes; behind a colon any blank may be one. */
const BLANK = 0.5;

/** Where on a line a value begins behind the name of a fact. */
export function valueStarts(line: TextLine): number[] {
  const inked = line.glyphs.filter(({ text }) => text.trim() !== '');
  const starts: number[] = [];
  for (const [index, glyph] of inked.entries()) {
    const before = inked[index - 1];
    if (before === undefined || !isApart(before, glyph)) continue;
    const name = toLine(inked.slice(0, index)).text;
    if (name.length > LONGEST_NAME + 4) break;
    if (nameIn(name) !== null) starts.push(glyph.left);
  }
  return starts;
}

function isApart(before: Glyphs, after: Glyphs): boolean {
  return before.text.trimEnd().endsWith(':') || after.left - before.right >= BLANK * after.size;
}
