import type { DraftCell, DraftRow, DraftTable } from './blocks-draft.ts';
import { nameIn, valueStarts } from './blocks-card-names.ts';
import type { Glyphs, PageGeometry } from './blocks-geometry.ts';
import type { LaidTable } from './blocks-grid-table.ts';
import { startsLowerCase } from './blocks-lines.ts';
import { columnOf, leadingOf, paragraphsOfLines, toDraft } from './blocks-paragraphs.ts';
import { toLine, type TextLine } from './blocks-text-lines.ts';

/** Names of facts on the left and what they say on the right, without ruling lines: a small table of one item. */
export interface Card {
  lines: TextLine[];
  rows: Pair[][];
  /** Where the values begin. */
  x: number;
}

/** A name with the lines of its value, perhaps one of two on a row. */
interface Pair {
  field: string;
  name: TextLine[];
  value: TextLine[];
}

/** One line of a card: what stands left of the values, and the rest. */
interface Entry {
  line: TextLine;
  left: TextLine | null;
  right: TextLine | null;
  /** Null for a line that goes on with the row of another one. */
  field: string | null;
}

/** Lines of one column may be set so much apart, in font sizes. */
const SAME = 2;
const FARTHEST_ROW = 4;

/**
 * The card that begins at a line, null when none does. `goesOn`: a card ended the page before, so that one name is enough to go on
 * with it.
 */
export function cardAt(lines: readonly TextLine[], at: number, goesOn: boolean): Card | null {
  for (const x of startsAt(lines, at)) {
    const entries = entriesAt(lines, at, x);
    const rows = rowsOf(entries, x);
    const open = at + entries.length === lines.length;
    if (isCard(rows, goesOn, open)) return { lines: entries.map(({ line }) => line), rows, x };
  }
  return null;
}

/** Where the values of a card may begin whose first name stands on the line, or on the next one, beside the middle of its value. */
function startsAt(lines: readonly TextLine[], at: number): number[] {
  const line = lines[at]!;
  const starts = valueStarts(line);
  if (starts.length > 0) return starts;
  const next = lines[at + 1];
  const beside =
    next !== undefined &&
    next.right < line.left &&
    next.baseline - line.baseline < SAME * line.size &&
    nameIn(next.text);
  return beside ? [line.left] : [];
}

function entriesAt(lines: readonly TextLine[], at: number, x: number): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < at) continue;
    const above = entries.at(-1)?.line;
    const step = above === undefined ? 0 : (line.baseline - above.baseline) / line.size;
    const entry = step > FARTHEST_ROW ? null : entryOf(line, lines[index + 1], x);
    const isNamed = entry?.field !== null || (entries.length === 0 && index === at);
    if (entry === null || (!isNamed && (step > SAME || (entry.left !== null && !goesOnName(entry.left, entries)))))
      break;
    entries.push(entry);
  }
  const last = entries.findLastIndex(({ field }) => field !== null);
  const open = entries[last]?.right ?? null;
  const twoNames = open !== null && secondName(open, entries.slice(last), x) !== null;
  const isValue = ({ right }: Entry) => right === null || twoNames || right.left - x < SAME * right.size;
  // What stands below the last value and farther to the right is the signature.
  const end = entries.findIndex((entry, index) => index > last && !isValue(entry));
  return end < 0 ? entries : entries.slice(0, end);
}

/** Null for a line across both columns, or one with a text on the left that names nothing. */
function entryOf(line: TextLine, below: TextLine | undefined, x: number): Entry | null {
  const inked = line.glyphs.filter(({ text }) => text.trim() !== '');
  if (inked.some(({ left, right }) => left < x - NEAR && right > x + NEAR)) return null;
  const left = part(inked.filter((each) => each.left < x - NEAR));
  const right = part(inked.filter((each) => each.left >= x - NEAR));
  if (left === null) return { line, left, right, field: null };
  if (right !== null && !isApart(left, right)) return null;
  const field = nameIn(left.text) ?? wrappedName(left, below, x);
  if (field === null && !startsLowerCase(left.text)) return null;
  return { line, left, right, field };
}

/** A word between both columns or a sentence that runs on: they are no columns. */
function isApart(left: TextLine, right: TextLine): boolean {
  if (right.left - left.right < LEAST_BLANK * right.size) return false;
  return left.text.endsWith(':') || !/^[\p{Ll}:]/u.test(right.text);
}

/** In font sizes. */
const LEAST_BLANK = 0.15;

/** "Dự kiến" / "kinh phí" */
function wrappedName(left: TextLine, below: TextLine | undefined, x: number): string | null {
  if (below === undefined || below.left >= x - NEAR || startsLowerCase(left.text)) return null;
  const rest = part(below.glyphs.filter((each) => each.left < x - NEAR));
  return rest !== null && startsLowerCase(rest.text) ? nameIn(`${left.text} ${rest.text}`) : null;
}

/** Points by which the starts of values may differ. */
const NEAR = 2;

function part(glyphs: readonly Glyphs[]): TextLine | null {
  return glyphs.length === 0 ? null : toLine(glyphs);
}

/** A name that a narrow column broke goes on below itself. */
function goesOnName(left: TextLine, entries: readonly Entry[]): boolean {
  const above = entries.at(-1)?.left ?? entries.at(-2)?.left ?? null;
  return above !== null && startsLowerCase(left.text) && !/[:.]$/.test(above.text);
}

/** Each name begins a row; the lines between two names belong to the nearer one, where the blanks between them tell it. */
function rowsOf(entries: readonly Entry[], x: number): Pair[][] {
  const names = entries.flatMap(({ field }, index) => (field === null ? [] : [index]));
  const starts = names.map((name, order) => (order === 0 ? 0 : breakBetween(entries, names[order - 1]!, name)));
  return names.map((name, order) => pairsOf(entries.slice(starts[order], starts[order + 1]), entries[name]!, x));
}

function breakBetween(entries: readonly Entry[], above: number, below: number): number {
  let best = below;
  const gap = (index: number) => entries[index]!.line.baseline - entries[index - 1]!.line.baseline;
  for (let index = below - 1; index > above; index -= 1) if (gap(index) > gap(best) + CLEARLY) best = index;
  return best;
}

/** Points by which one blank is wider than another. */
const CLEARLY = 0.8;

function pairsOf(entries: readonly Entry[], named: Entry, x: number): Pair[] {
  const first: Pair = { field: named.field!, name: entries.flatMap(({ left }) => left ?? []), value: [] };
  const second = named.right === null ? null : secondName(named.right, entries, x);
  if (second === null) return [{ ...first, value: entries.flatMap(({ right }) => right ?? []) }];
  const inside = (from: number, to: number) =>
    entries.flatMap(
      ({ right }) => part(right?.glyphs.filter(({ left }) => left >= from - NEAR && left < to - NEAR) ?? []) ?? [],
    );
  return [
    { ...first, value: inside(-Infinity, second.left) },
    { field: second.field, name: inside(second.left, second.value), value: inside(second.value, Infinity) },
  ];
}

/** "Hiệu trưởng    Phối hợp    Kế toán": a second name behind the value of the first. */
function secondName(
  right: TextLine,
  entries: readonly Entry[],
  x: number,
): { field: string; left: number; value: number } | null {
  const inked = right.glyphs.filter(({ text }) => text.trim() !== '');
  for (const [index, glyph] of inked.entries()) {
    if (glyph.left - (inked[index - 1]?.right ?? x + glyph.size) < 0.5 * glyph.size) continue;
    const rest = toLine(inked.slice(index));
    const value = valueStarts(rest)[0] ?? (nameIn(rest.text) === null ? undefined : leftmost(entries, rest.right));
    const field =
      value === undefined ? null : nameIn(toLine(rest.glyphs.filter(({ left }) => left < value - NEAR)).text);
    if (field !== null) return { field, left: glyph.left, value: value! };
  }
  return null;
}

/** Where the value begins that stands above or below the line of its name. */
function leftmost(entries: readonly Entry[], from: number): number | undefined {
  const lefts = entries
    .flatMap(({ right }) => right?.glyphs.map(({ left }) => left) ?? [])
    .filter((left) => left > from);
  return lefts.length === 0 ? undefined : Math.min(...lefts);
}

/** `open`: it ends the page, so that who does it and when may stand on the next one. */
function isCard(rows: readonly Pair[][], goesOn: boolean, open: boolean): boolean {
  const pairs = rows.flat();
  const filled = pairs.filter(({ value }) => value.length > 0);
  const fields = new Set(pairs.map(({ field }) => field));
  if (goesOn) return filled.length > 0;
  return (
    fields.size >= 3 &&
    filled.length >= 0.7 * pairs.length &&
    fields.has('action') &&
    (open || ['time', 'owners', 'leads'].some((field) => fields.has(field)))
  );
}

/** The card as a table of two columns, or of four where a row holds two names. */
export function tableOfCard({ lines, rows, x }: Card, page: PageGeometry): LaidTable {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const columns = rows.some((row) => row.length > 1) ? 4 : 2;
  const cell = (
    own: readonly TextLine[],
    column: number,
    columnSpan: number,
    room: { left: number; right: number },
  ): DraftCell => {
    const area = { ...columnOf(own.length > 0 ? own : lines, { ...room, top: 0, bottom: 0 }), ...room };
    const content = own.length === 0 ? [] : paragraphsOfLines(own, { ...area, leading: leadingOf(lines) });
    return { column, columnSpan, rowSpan: 1, content: content.map((each) => toDraft(each, page)) };
  };
  const drafts = rows.map((row): DraftRow => {
    const cells = row.flatMap(({ name, value }, index) => {
      const from = value[0]?.left ?? x;
      const to = row.length > 1 ? Math.max(...value.map((each) => each.right), from) : right;
      const names = { left: name[0]!.left, right: Math.max(...name.map((each) => each.right)) };
      return [
        { ...cell(oneLine(name), 2 * index, 1, names) },
        cell(value, 2 * index + 1, row.length > 1 ? 1 : columns - 1, { left: from, right: to }),
      ];
    });
    return { cells, header: false, page: page.number };
  });
  const table: DraftTable = { kind: 'table', columns, rows: drafts, ruled: false };
  return { table, xs: [left, x, right] };
}

/** A name is one paragraph, however narrow its column. */
function oneLine(name: readonly TextLine[]): TextLine[] {
  const [first, ...rest] = name;
  return rest.length === 0 ? [...name] : [{ ...first!, text: name.map(({ text }) => text).join(' ') }];
}
