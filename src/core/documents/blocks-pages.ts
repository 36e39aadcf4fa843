import {
  cellTextOfDraft,
  draftParagraph,
  isBlank,
  type Draft,
  type DraftParagraph,
  type DraftRow,
  type DraftTable,
} from './blocks-draft.ts';
import { areNamed, continuesRow, joinContinuedRows } from './blocks-continued-rows.ts';
import { rejoinMerges } from './blocks-cut-merges.ts';
import { findFurniture } from './blocks-furniture.ts';
import { cluster, nearest, type PageGeometry } from './blocks-geometry.ts';
import { stacksOf, type LaidTable } from './blocks-grid-table.ts';
import { notesOf } from './blocks-notes.ts';
import { takeOpenRows } from './blocks-open-rows.ts';
import { dividePage, layoutPage, type DividedPage, type PageItem } from './blocks-page.ts';
import { paragraphGap, type Stack } from './blocks-paragraph-gaps.ts';
import { continuesOverPage, toDraft } from './blocks-paragraphs.ts';
import { joinWrapped } from './blocks-lines.ts';
import { findWatermarks } from './blocks-watermark.ts';
import type { TextLine } from './blocks-text-lines.ts';

/**
 * Pages of placed text and ruling lines as drafts in reading order. A table that goes on at the top of the next page becomes
 * one table again, its repeated header furniture; so does a paragraph cut by the page break.
 */
export function draftsOfPages(pages: readonly PageGeometry[]): Draft[] {
  const watermarks = findWatermarks(pages);
  const divided: DividedPage[] = [];
  for (const page of pages) divided.push(dividePage(page, watermarks.get(page)!, divided.at(-1)));
  const furniture = findFurniture(divided);
  takeOpenRows(divided, furniture);
  const gapInCells = paragraphGap(divided.flatMap((page) => page.grids.flatMap(stacksOf))) ?? null;
  const byWidth = new Map<number, Body>();
  for (const { page } of divided)
    if (!byWidth.has(page.width)) byWidth.set(page.width, bodyOf(divided, page.width, furniture));
  const bodies = new Map(divided.map((each) => [each, byWidth.get(each.page.width)!]));
  const apartFrom = paragraphGap(divided.map((each) => stackOf(each, bodies.get(each)!, furniture))) ?? null;
  const drafts: Draft[] = [];
  let last: Last | null = null;
  for (const each of divided) {
    const items = layoutPage(each, { ...bodies.get(each)!, apartFrom }, furniture, gapInCells, guttersOf(last));
    const first = items.find((item) => item.kind !== 'furniture');
    const notes = notesOf(items);
    for (const item of items) {
      if (item.kind === 'furniture') drafts.push(item.draft);
      else if (item.kind === 'paragraph' && notes.has(item))
        drafts.push({ ...toDraft(item.laid, item.page), note: true });
      else last = place(drafts, item, item === first ? last : null);
    }
  }
  return drafts.filter((draft) => draft.kind === 'table' || !isBlank(draft));
}

/** The running text of a page. */
function stackOf({ lines, page }: DividedPage, body: Body, furniture: ReadonlyMap<TextLine, string>): Stack {
  const room = { ...body, top: 0, bottom: page.height };
  return { lines: lines.filter((line) => !furniture.has(line)), room };
}

interface Body {
  left: number;
  right: number;
}

type Content = Exclude<PageItem, { kind: 'furniture' }>;

/** The content that ended the page before, and the draft that it became. */
interface Last {
  item: Content;
  draft: Draft;
}

/** The middles of the gutters of a table without ruling lines that ended the page before. */
function guttersOf(last: Last | null): readonly number[] {
  return last?.item.kind === 'table' && !last.item.laid.table.ruled ? last.item.laid.xs.slice(1, -1) : [];
}

/** Appends the item, joined to what ended the page before when it continues that. */
function place(drafts: Draft[], item: Content, last: Last | null): Last {
  const joined = last && join(last, item);
  if (last && joined) {
    drafts.push(...joined);
    return item.kind === 'paragraph' ? { ...last, item } : last;
  }
  const draft = item.kind === 'table' ? item.laid.table : toDraft(item.laid, item.page);
  drafts.push(draft);
  return { item, draft };
}

/** The text area of pages of the same width: from the left edge to where nearly all full lines end. */
function bodyOf(divided: readonly DividedPage[], width: number, furniture: ReadonlyMap<unknown, string>): Body {
  const lines = divided
    .filter((each) => Math.abs(each.page.width - width) < 2)
    .flatMap((each) => each.lines)
    .filter((line) => !furniture.has(line));
  const longest = lines.reduce((most, line) => Math.max(most, line.right - line.left), 0);
  const long = lines.filter((line) => line.right - line.left > 0.6 * longest);
  const rights = long.map((line) => line.right).sort((a, b) => a - b);
  const left = long.reduce((least, line) => Math.min(least, line.left), Infinity);
  // A document of short lines only does not show its right margin: it is taken to be as wide as the left one.
  const short = longest < 0.55 * width;
  return {
    left,
    right: (short ? undefined : rights[Math.floor(0.9 * rights.length)]) ?? width - Math.min(left, 90),
  };
}

/** Null when the item begins something; else what it leaves behind beside the draft that it was joined to. */
function join(last: Last, item: Content): Draft[] | null {
  if (last.item.kind === 'paragraph' && item.kind === 'paragraph' && last.draft.kind === 'paragraph') {
    if (!continuesOverPage(last.item.laid, item.laid)) return null;
    last.draft.text = joinWrapped(last.draft.text, toDraft(item.laid, item.page).text);
    return [];
  }
  if (last.item.kind === 'table' && item.kind === 'table') return joinTables(last.item.laid, item.laid);
  return null;
}

/** How far the borders of two parts of one table may be apart, in points. */
const SAME_BORDER = 4;

/** Appends the second part of a table to the first, in place. Null when they are two tables. */
export function joinTables(above: LaidTable, below: LaidTable): DraftParagraph[] | null {
  const [a, b] = [above.table, below.table];
  if (a.ruled !== b.ruled) return null;
  if (!a.ruled) return sameColumns(above, below) ? appendRows(a, b) : null;
  const apart = (x: number | undefined, y: number | undefined) => Math.abs((x ?? 0) - (y ?? 0)) > SAME_BORDER;
  if (apart(above.xs[0], below.xs[0]) || apart(above.xs.at(-1), below.xs.at(-1))) return null;
  if (above.fluid || below.fluid) return sameColumns(above, below) ? appendRows(a, b) : null;
  const repeated = repeatedHeader(a.rows, b.rows);
  const sameBorders = above.xs.length === below.xs.length && above.xs.every((x, index) => !apart(x, below.xs[index]));
  const shared = above.xs.filter((x) => below.xs.some((y) => !apart(x, y))).length;
  if (!sameBorders && repeated === 0 && shared < 0.7 * Math.min(above.xs.length, below.xs.length)) return null;
  const xs = cluster([...above.xs, ...below.xs], SAME_BORDER);
  regrid(above, xs);
  regrid(below, xs);
  return appendRows(a, b);
}

/** How far the gutters of two parts of a table without lines may be apart, in points: their texts move them. */
const SAME_GUTTER = 24;

function sameColumns(above: LaidTable, below: LaidTable): boolean {
  if (above.xs.length !== below.xs.length || above.xs.length < 4) return false;
  return above.xs.slice(0, -1).every((x, index) => Math.abs(x - below.xs[index]!) < SAME_GUTTER);
}

function appendRows(a: DraftTable, b: DraftTable): DraftParagraph[] {
  const repeated = repeatedHeader(a.rows, b.rows);
  for (const row of a.rows.slice(0, repeated)) row.header = true;
  const body = b.rows.slice(repeated);
  const first = body[0];
  const previous = a.rows.at(-1);
  const goesOn = () => first !== undefined && previous !== undefined && continuesRow(previous, first, areNamed(a.rows));
  const cut = first === undefined || !a.ruled || goesOn() ? [] : rejoinMerges(a.rows, first);
  if (first && goesOn()) {
    for (const owner of cut) owner.rowSpan -= 1;
    a.rows = joinContinuedRows({ ...a, rows: [...a.rows, ...body] }, new Set([first])).rows;
  } else a.rows.push(...body);
  return b.rows.slice(0, repeated).flatMap(furnitureOf);
}

/** How many first rows of the lower part repeat those of the upper one. */
function repeatedHeader(above: readonly DraftRow[], below: readonly DraftRow[]): number {
  let count = 0;
  while (
    count < 4 &&
    count < above.length &&
    count < below.length &&
    textOf(above[count]!) !== '' &&
    textOf(above[count]!) === textOf(below[count]!)
  )
    count++;
  return count;
}

function textOf(row: DraftRow): string {
  return row.cells
    .map(cellTextOfDraft)
    .filter((text) => text !== '')
    .join('\t')
    .replace(/\s+/g, ' ');
}

function furnitureOf(row: DraftRow): DraftParagraph[] {
  return row.cells.flatMap((cell) =>
    cell.content.flatMap((each) =>
      each.kind === 'paragraph' ? [draftParagraph(each.text, { ...each, furniture: 'repeated-header' })] : [],
    ),
  );
}

/** Columns counted anew on finer borders. */
function regrid(laid: LaidTable, xs: number[]): void {
  for (const row of laid.table.rows) {
    for (const cell of row.cells) {
      const left = nearest(xs, laid.xs[cell.column] ?? 0);
      const right = nearest(xs, laid.xs[cell.column + cell.columnSpan] ?? 0);
      cell.column = left;
      cell.columnSpan = Math.max(1, right - left);
    }
  }
  laid.xs = xs;
  laid.table.columns = xs.length - 1;
}
