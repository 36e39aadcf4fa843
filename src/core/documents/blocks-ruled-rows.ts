import { contains, type Glyphs, type Rule } from './blocks-geometry.ts';
import type { Grid, GridCell } from './blocks-grid.ts';
import { linesOf, segmentsOf, type TextLine } from './blocks-text-lines.ts';

/** Between the words of two columns, in points; a blank of a line is narrower, or stands elsewhere on the next one. */
const NARROWEST = 3.6;

/** In font sizes: between two names in the head of a table. */
const APART = 0.45;

/** Ends of lines that belong to one table differ by no more, in points. */
const SAME_END = 4;

interface Strip {
  left: number;
  right: number;
}

/**
 * Tables that are ruled between their rows only: lines of one width, one below the other, with no line down. What stands between two
 * of them is a row; its columns are told by the strips that stay blank in all rows. Such a table has three columns or more. `above`:
 * the one that ended the page before, which may go on at the top.
 */
export function rowRuledGrids(loose: readonly Rule[], glyphs: readonly Glyphs[], above: Grid | null): Grid[] {
  const stacks = stacksOf(loose);
  return stacks.flatMap(
    (stack, index) => (index === 0 && above && gridBelow(above, stack, glyphs)) || gridOf(stack, glyphs) || [],
  );
}

/** Level lines that begin and end alike, from top to bottom. */
function stacksOf(rules: readonly Rule[]): Rule[][] {
  const stacks: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const own = stacks.find(
      ([first]) => Math.abs(first!.from - rule.from) < SAME_END && Math.abs(first!.to - rule.to) < SAME_END,
    );
    if (own === undefined) stacks.push([rule]);
    else own.push(rule);
  }
  return stacks.filter((stack) => stack.length >= 2);
}

/** The rows that go on with a table, in its columns; null when they do not. */
function gridBelow(above: Grid, stack: readonly Rule[], glyphs: readonly Glyphs[]): Grid | null {
  const { left, right } = endsOf(stack);
  if (Math.abs(left - above.left) > SAME_END || Math.abs(right - above.right) > SAME_END) return null;
  const rows = rowsOf(stack, glyphs);
  const fitting = rows.every((lines) => lines.length > 0 && lines.every((line) => fitsColumns(line, above)));
  return fitting ? gridWith(above.xs, stack, rows) : null;
}

function gridOf(stack: readonly Rule[], glyphs: readonly Glyphs[]): Grid | null {
  if (stack.length < 3) return null;
  const { left, right } = endsOf(stack);
  const rows = rowsOf(stack, glyphs);
  const parted = rows.filter((lines) => lines.some((line) => segmentsOf(line, 2 * NARROWEST).length > 1));
  const strips = stripsOf(parted);
  if (rows.some((lines) => lines.length === 0) || parted.length < 2 || strips.length < 2) return null;
  const xs = [left, ...strips.map((strip) => (strip.left + strip.right) / 2), right];
  const before = rows.slice(0, rows.indexOf(parted[0]!));
  return before.every((lines) => liesAcross(lines, xs)) ? gridWith(xs, stack, rows) : null;
}

function endsOf(stack: readonly Rule[]): Strip {
  return { left: Math.min(...stack.map(({ from }) => from)), right: Math.max(...stack.map(({ to }) => to)) };
}

/** The lines of text between two level lines each. */
function rowsOf(stack: readonly Rule[], glyphs: readonly Glyphs[]): TextLine[][] {
  const ends = endsOf(stack);
  return stack.slice(1).map(({ at: bottom }, index) => {
    const box = { ...ends, top: stack[index]!.at, bottom };
    return linesOf(
      glyphs.filter((each) => contains(box, (each.left + each.right) / 2, each.baseline - 0.3 * each.size)),
    );
  });
}

function gridWith(xs: readonly number[], stack: readonly Rule[], rows: readonly TextLine[][]): Grid {
  const ys = stack.map(({ at }) => at);
  const cells = rows.flatMap((lines, row) =>
    rowOf(lines, xs, ys[row]!, ys[row + 1]!).map((cell) => ({ ...cell, row })),
  );
  return { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, xs: [...xs], ys, cells, fluid: true };
}

/** Within the width of the table, and no word of it over a border between two columns unless it stands in its middle, as names of groups do. */
export function fitsColumns(line: TextLine, { left, right, xs }: Grid): boolean {
  if (line.left < left - SAME_END || line.right > right + SAME_END) return false;
  if (Math.abs((line.left + line.right) / 2 - (left + right) / 2) < SAME_END) return true;
  return line.glyphs.every((each) => !xs.slice(1, -1).some((x) => each.left < x - 2 && each.right > x + 2));
}

/** What no word of any row covers, and what sets apart the cells of a row in which most of them hold words. */
function stripsOf(rows: readonly TextLine[][]): Strip[] {
  const pieces = (lines: readonly TextLine[]) => segmentsOf(lines[0]!, 2 * NARROWEST).length;
  const head = rows.reduce((most, each) => (pieces(each) > pieces(most) ? each : most), rows[0] ?? []);
  const words = rows.flatMap((lines) => lines.flatMap(({ glyphs }) => glyphs)).filter(({ text }) => text.trim() !== '');
  return blanksIn(words, NARROWEST).filter((strip) => {
    const around = blanksIn(
      head.flatMap((line) => line.glyphs),
      APART * (head[0]?.size ?? 0),
    );
    return around.some((blank) => blank.left <= strip.left + 1 && blank.right >= strip.right - 1);
  });
}

/** The strips that no word covers, from left to right, at least so wide. */
export function blanksIn(words: readonly Glyphs[], narrowest: number): Strip[] {
  const strips: Strip[] = [];
  const sorted = [...words].sort((a, b) => a.left - b.left);
  let right = sorted[0]?.right ?? 0;
  for (const word of sorted) {
    if (word.left - right >= narrowest) strips.push({ left: right, right: word.left });
    right = Math.max(right, word.right);
  }
  return strips;
}

/** The cells of a row, counted from 0: one for each column; for the name of a group one over all of them. */
export function rowOf(lines: readonly TextLine[], xs: readonly number[], top: number, bottom: number): GridCell[] {
  const cell = (column: number, columnSpan: number): GridCell => ({
    ...{ row: 0, column, rowSpan: 1, columnSpan, top, bottom },
    ...{ left: xs[column]!, right: xs[column + columnSpan]! },
  });
  if (liesAcross(lines, xs)) return [cell(0, xs.length - 1)];
  return xs.slice(1).map((_, column) => cell(column, 1));
}

function liesAcross(lines: readonly TextLine[], xs: readonly number[]): boolean {
  const inner = xs.slice(1, -1);
  const whole = lines.every((line) => segmentsOf(line, 2 * NARROWEST).length === 1);
  if (!whole) return false;
  const middle = (xs[0]! + xs.at(-1)!) / 2;
  return lines.some(
    (line) =>
      Math.abs((line.left + line.right) / 2 - middle) < SAME_END || inner.some((x) => line.left < x && line.right > x),
  );
}
