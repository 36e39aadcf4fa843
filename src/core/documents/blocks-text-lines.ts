import { median, unite, type Glyphs, type Rect } from './blocks-geometry.ts';
import { shareOfWidth } from './blocks-letter-widths.ts';

/** Glyphs that stand on one line, left to right. */
export interface TextLine extends Rect {
  text: string;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** Width of the first word, to judge whether it would have fitted on the line above. */
  firstWord: number;
  glyphs: Glyphs[];
}

/** Lines from top to bottom; pieces whose heights overlap by half stand on the same line. */
export function linesOf(glyphs: readonly Glyphs[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const groups: { glyphs: Glyphs[]; baseline: number; size: number }[] = [];
  for (const each of sorted) {
    if (each.text.trim() === '') continue;
    const group = groups.at(-1);
    const near = group && Math.abs(each.baseline - group.baseline) < 0.45 * Math.max(each.size, group.size);
    if (group && near) {
      group.glyphs.push(each);
      if (each.size > group.size) Object.assign(group, { size: each.size, baseline: each.baseline });
    } else groups.push({ glyphs: [each], baseline: each.baseline, size: each.size });
  }
  return groups.map((group) => toLine(group.glyphs));
}

export function toLine(glyphs: readonly Glyphs[]): TextLine {
  const sorted = [...glyphs].sort((a, b) => a.left - b.left);
  const text = joinGlyphs(sorted);
  const inked = sorted.filter((each) => each.text.trim() !== '');
  const box = unite(sorted);
  return {
    ...box,
    text,
    baseline: median(inked.map((each) => each.baseline)),
    size: mostCommonSize(inked),
    bold: inked.every((each) => each.bold),
    italic: inked.every((each) => each.italic),
    firstWord: firstWordOf(inked, text),
    glyphs: sorted,
  };
}

/** "2022 – 2023)", which programs keep on one line as if it were one word. */
const YEARS = /^\d{4} [-–] \d{4}\S*/u;

/** Pieces that are words are measured; of a longer piece the part that its first word takes is estimated. */
function firstWordOf(inked: readonly Glyphs[], text: string): number {
  const first = YEARS.exec(text)?.[0] ?? text.split(' ')[0] ?? '';
  const word = first.replaceAll(' ', '');
  let letters = '';
  for (const each of inked) {
    letters += each.text;
    if (letters === word) return each.right - inked[0]!.left;
    if (letters.length > word.length) break;
  }
  const [left, right] = [inked[0]?.left, inked.at(-1)?.right];
  return left !== undefined && right !== undefined ? (right - left) * shareOfWidth(first, text) : 0;
}

function mostCommonSize(glyphs: readonly Glyphs[]): number {
  const sizes = new Map<number, number>();
  for (const each of glyphs) sizes.set(each.size, (sizes.get(each.size) ?? 0) + each.text.length);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function joinGlyphs(sorted: readonly Glyphs[]): string {
  let text = '';
  let end: Glyphs | undefined;
  for (const each of sorted) {
    const gap = end ? each.left - end.right : 0;
    // A blank of a line that was set tight is narrower than the gap by which two pieces are told apart.
    const apart = (each.afterBlank ? 0.05 : 0.16) * Math.min(each.size, end?.size ?? each.size);
    if (end && gap > apart && !text.endsWith(' ') && !each.text.startsWith(' ')) text += ' ';
    text += each.text;
    end = each;
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** A line cut at gaps wider than `width`. */
export function segmentsOf(line: TextLine, width: number): TextLine[] {
  const groups: Glyphs[][] = [];
  let end = -Infinity;
  for (const each of line.glyphs) {
    if (each.text.trim() === '') continue;
    if (each.left - end > width || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(each);
    end = Math.max(end, each.right);
  }
  return groups.map(toLine);
}
