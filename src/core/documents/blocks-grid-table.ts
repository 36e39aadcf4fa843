import type { DraftCell, DraftRow, DraftTable } from './blocks-draft.ts';
import { contains, type Glyphs, type PageGeometry } from './blocks-geometry.ts';
import type { Grid, GridCell } from './blocks-grid.ts';
import { columnOf, leadingOf, paragraphsOfLines, toDraft } from './blocks-paragraphs.ts';
import { paragraphGap, type Stack } from './blocks-paragraph-gaps.ts';
import { linesOf, type TextLine } from './blocks-text-lines.ts';

/** A table on one page, with the positions that join it to its part on the next. */
export interface LaidTable {
  table: DraftTable;
  xs: number[];
  /** No line tells where its columns part (`Grid.fluid`). */
  fluid?: boolean;
}

/** A drawn table with the lines of its cells. */
export interface FilledGrid {
  grid: Grid;
  cells: Map<GridCell, TextLine[]>;
}

/** Fills the cells of a grid with the glyphs whose middle they hold. */
export function fillGrid(grid: Grid, glyphs: readonly Glyphs[]): FilledGrid {
  const pieces = glyphs.flatMap((each) => splitAtBorders(each, grid));
  const byCell = new Map<GridCell, Glyphs[]>();
  for (const piece of pieces) {
    // A word wider than its cell sticks out on the right.
    const x = piece.left + 0.3 * (piece.right - piece.left);
    const y = piece.baseline - 0.3 * piece.size;
    const cell = grid.cells.find((each) => contains(each, x, y)) ?? grid.cells.find((each) => contains(each, x, y, 4));
    if (cell) byCell.set(cell, [...(byCell.get(cell) ?? []), piece]);
  }
  return { grid, cells: new Map([...byCell].map(([cell, own]) => [cell, linesOf(own)])) };
}

/** How lines of a table follow each other: in font sizes, where paragraphs begin, and the usual step between two lines. */
interface Rhythm {
  apartFrom: number | null;
  leading: number | null;
}

/** `apartFrom`: where paragraphs begin in the cells of the document, for a table too small to tell. */
export function tableOfGrid(filled: FilledGrid, page: PageGeometry, apartFrom: number | null): LaidTable {
  const { grid, cells } = filled;
  const own = paragraphGap(stacksOf(filled));
  const rhythm = { apartFrom: own === undefined ? apartFrom : own, leading: usualLeading(filled) };
  const rows: DraftRow[] = grid.ys.slice(1).map(() => ({ cells: [], header: false, page: page.number }));
  for (const cell of grid.cells) rows[cell.row]?.cells.push(toCell(cell, cells.get(cell) ?? [], page, rhythm));
  const table: DraftTable = { kind: 'table', columns: grid.xs.length - 1, rows: dropEmptyRows(rows), ruled: true };
  return { table, xs: grid.xs, fluid: grid.fluid === true };
}

/** Two lines alone do not tell whether they stand near to each other: the cells with more lines do. */
function usualLeading({ cells }: FilledGrid): number | null {
  const leadings = [...cells.values()]
    .filter((lines) => lines.length > 2)
    .map((lines) => leadingOf(lines) / lines[0]!.size);
  return leadings.length > 0 ? Math.min(...leadings) : null;
}

export function stacksOf({ cells }: FilledGrid): Stack[] {
  return [...cells].map(([room, lines]) => ({ lines, room }));
}

function toCell(cell: GridCell, lines: TextLine[], page: PageGeometry, rhythm: Rhythm): DraftCell {
  const { column, columnSpan, rowSpan } = cell;
  if (lines.length === 0) return { column, columnSpan, rowSpan, content: [] };
  const room = { ...columnOf(lines, cell), apartFrom: rhythm.apartFrom };
  if (lines.length === 2 && rhythm.leading !== null) room.leading = rhythm.leading * lines[0]!.size;
  return { column, columnSpan, rowSpan, content: paragraphsOfLines(lines, room).map((each) => toDraft(each, page)) };
}

/** A row that no cell starts in exists only because a line was drawn twice; a row without cells shortens the spans above. */
function dropEmptyRows(rows: DraftRow[]): DraftRow[] {
  const kept: DraftRow[] = [];
  rows.forEach((row, index) => {
    if (row.cells.length > 0) return void kept.push(row);
    for (let above = 0; above < index; above++)
      for (const cell of rows[above]!.cells) if (above + cell.rowSpan > index && cell.rowSpan > 1) cell.rowSpan--;
  });
  return kept;
}

/** Two cells on one line may come as one piece of text: cut it at the blank nearest to the border between them. */
function splitAtBorders(piece: Glyphs, grid: Grid): Glyphs[] {
  const y = piece.baseline - 0.3 * piece.size;
  const border = grid.cells.find(
    (cell) => y > cell.top && y < cell.bottom && cell.right > piece.left + 2 && cell.right < piece.right - 2,
  )?.right;
  if (border === undefined || !piece.text.trim().includes(' ')) return [piece];
  const width = (piece.right - piece.left) / piece.text.length;
  const blanks = [...piece.text].flatMap((sign, index) => (/\s/.test(sign) ? [index] : []));
  const cut = blanks.sort(
    (a, b) => Math.abs(piece.left + (a + 0.5) * width - border) - Math.abs(piece.left + (b + 0.5) * width - border),
  )[0]!;
  if (Math.abs(piece.left + (cut + 0.5) * width - border) > 2 * piece.size) return [piece];
  const first = { ...piece, text: piece.text.slice(0, cut), right: Math.min(border - 0.5, piece.left + cut * width) };
  const second = {
    ...piece,
    text: piece.text.slice(cut + 1),
    left: Math.max(border + 0.5, piece.left + (cut + 1) * width),
  };
  return [first, ...splitAtBorders(second, grid)];
}
