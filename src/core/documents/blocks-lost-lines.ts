import { contains, median, type Glyphs } from './blocks-geometry.ts';
import type { Grid, GridCell } from './blocks-grid.ts';
import { blanksIn } from './blocks-ruled-rows.ts';
import { linesOf, type TextLine } from './blocks-text-lines.ts';

/**
 * A drawn table of which some lines are missing, as a copier or a careless border leaves it: a border between two columns that the
 * first row has, and a line between two rows that are numbered. The words tell where they were: nowhere does one lie across, and both
 * sides are filled. A cell that is merged on purpose stays so.
 */
export function withLostLines(grid: Grid, glyphs: readonly Glyphs[]): Grid {
  if (grid.fluid === true || grid.xs.length < 4) return grid;
  const inked = inkedRows(grid, glyphs);
  return splitRows(splitColumns(withLostBorders(grid, inked), inked), inked);
}

/** The words of a table by the rows as drawn, so that a cell looks at its own rows only. */
interface InkedRow {
  top: number;
  bottom: number;
  glyphs: Glyphs[];
}

function inkedRows({ ys }: Grid, glyphs: readonly Glyphs[]): InkedRow[] {
  const rows = ys.slice(1).map((bottom, index): InkedRow => ({ top: ys[index]!, bottom, glyphs: [] }));
  for (const each of glyphs) {
    if (each.text.trim() === '') continue;
    const y = middleOf(each);
    rows.find(({ bottom }) => y <= bottom)?.glyphs.push(each);
  }
  return rows;
}

function middleOf({ baseline, size }: Glyphs): number {
  return baseline - 0.3 * size;
}

/** In font sizes: a blank that runs down a whole column, between its words, is a border that nobody drew or a copier lost. */
const LOST_BORDER = 0.6;

/** Borders that are missing from the first row to the last: its name is two names, and nearly all cells below hold two texts. */
function withLostBorders(grid: Grid, inked: readonly InkedRow[]): Grid {
  for (const [column] of grid.xs.slice(1).entries()) {
    const own = grid.cells.filter((cell) => cell.column === column && cell.columnSpan === 1);
    const texts = own.map((cell) => glyphsIn(cell, inked)).filter((each) => each.length > 0);
    const rows = new Set(own.map(({ row }) => row));
    if (texts.length < 3 || !rows.has(0) || own.length < 0.7 * (grid.ys.length - 1)) continue;
    const size = median(texts.flat().map((each) => each.size));
    const strip = blanksIn(texts.flat(), LOST_BORDER * size).find(({ left, right }) => {
      const both = texts.map((each) => each.some((x) => x.right <= left + 1) && each.some((x) => x.left >= right - 1));
      return both[0] && both.filter(Boolean).length >= 0.9 * both.length && isText(texts[0]!, left);
    });
    if (strip !== undefined) return withLostBorders(withBorder(grid, column, (strip.left + strip.right) / 2), inked);
  }
  return grid;
}

/** Names on both sides, no mark of a list in front of one. */
function isText(glyphs: readonly Glyphs[], x: number): boolean {
  const side = (own: readonly Glyphs[]) => own.map(({ text }) => text).join('');
  return [glyphs.filter(({ right }) => right <= x + 1), glyphs.filter(({ left }) => left > x)].every((own) =>
    /\p{Lu}\p{L}+/u.test(side(own)),
  );
}

function withBorder(grid: Grid, column: number, x: number): Grid {
  const xs = [...grid.xs.slice(0, column + 1), x, ...grid.xs.slice(column + 1)];
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    if (cell.column > column) return [{ ...cell, column: cell.column + 1 }];
    if (cell.column + cell.columnSpan <= column) return [cell];
    if (cell.columnSpan > 1) return [{ ...cell, columnSpan: cell.columnSpan + 1 }];
    return [
      { ...cell, right: x },
      { ...cell, column: column + 1, left: x },
    ];
  });
  return { ...grid, xs, cells };
}

/** Between the words on both sides of a lost border, in points. */
const LEAST_BLANK = 4;

function splitColumns(grid: Grid, inked: readonly InkedRow[]): Grid {
  const last = grid.xs.length - 1;
  const across = grid.cells.filter(({ row, columnSpan }) => row > 0 && columnSpan > 1 && columnSpan < last);
  const lost = grid.xs.flatMap((x, border) => {
    const own = across.filter(({ column, columnSpan }) => column < border && border < column + columnSpan);
    return own.length > 0 && opensInHead(grid, border, inked) && isBlankAt(own, x, inked) ? [border] : [];
  });
  return lost.length === 0 ? grid : { ...grid, cells: grid.cells.flatMap((cell) => cutAt(cell, lost, grid.xs, last)) };
}

/** Whether the first row has a name on both sides of a border. */
function opensInHead({ cells }: Grid, border: number, inked: readonly InkedRow[]): boolean {
  const beside = cells.filter(
    ({ row, column, columnSpan }) => row === 0 && (column === border || column + columnSpan === border),
  );
  return beside.length === 2 && beside.every((cell) => glyphsIn(cell, inked).length > 0);
}

/** No word of these cells lies over `x`, and most of them are filled on both sides of it. */
function isBlankAt(cells: readonly GridCell[], x: number, inked: readonly InkedRow[]): boolean {
  const sides = cells.map((cell) => {
    const own = glyphsIn(cell, inked);
    const left = own.filter((each) => each.right <= x + 1);
    const right = own.filter((each) => each.left >= x - 1);
    const near = Math.min(...right.map((each) => each.left)) - Math.max(...left.map((each) => each.right));
    return { free: left.length + right.length === own.length && near >= LEAST_BLANK, both: Number.isFinite(near) };
  });
  return sides.every(({ free }) => free) && sides.filter(({ both }) => both).length > sides.length / 2;
}

function cutAt(cell: GridCell, borders: readonly number[], xs: readonly number[], last: number): GridCell[] {
  if (cell.row === 0 || cell.columnSpan === last) return [cell];
  const ends = [...borders.filter((at) => at > cell.column && at < cell.column + cell.columnSpan)];
  const starts = [cell.column, ...ends];
  return starts.map((column, index) => {
    const end = ends[index] ?? cell.column + cell.columnSpan;
    return { ...cell, column, columnSpan: end - column, left: xs[column]!, right: xs[end]! };
  });
}

const NUMBER = /^(\d{1,3})[.)]?$/;

/** Rows in whose first cell two numbers follow each other, each beside the first lines of the other cells. */
function splitRows(grid: Grid, inked: readonly InkedRow[]): Grid {
  let result = grid;
  for (let row = 1; row < result.ys.length - 1; row++) {
    const cells = result.cells.filter((cell) => cell.row === row);
    const first = cells.find(({ column }) => column === 0);
    if (first === undefined || cells.some(({ rowSpan }) => rowSpan > 1)) continue;
    const start = secondNumber(linesOf(glyphsIn(first, inked)));
    const y = start === null ? null : lineAbove(start, cells, inked);
    if (y !== null) result = cutRow(result, row, y);
  }
  return result;
}

/** The line with "3" below the one with "2". */
function secondNumber(lines: readonly TextLine[]): TextLine | null {
  const [above, below] = lines.map(({ text }) => Number(NUMBER.exec(text)?.[1]));
  return lines.length >= 2 && below === above! + 1 ? lines[1]! : null;
}

/** Where a line stood above the row that begins beside a number; null where the other cells do not begin there too. */
function lineAbove(start: TextLine, cells: readonly GridCell[], inked: readonly InkedRow[]): number | null {
  const others = cells.filter(({ column }) => column > 0).map((cell) => linesOf(glyphsIn(cell, inked)));
  const filled = others.filter((lines) => lines.length > 0);
  const begins = filled.filter((lines) =>
    lines.some(({ baseline }) => Math.abs(baseline - start.baseline) < 0.3 * start.size),
  );
  const last = Math.max(
    ...filled
      .flat()
      .filter(({ baseline }) => baseline < start.baseline - 0.5 * start.size)
      .map(({ baseline }) => baseline),
  );
  if (!Number.isFinite(last) || begins.length < 0.7 * filled.length) return null;
  return (last + start.baseline - 0.8 * start.size) / 2 + 0.1 * start.size;
}

function cutRow(grid: Grid, row: number, y: number): Grid {
  const ys = [...grid.ys.slice(0, row + 1), y, ...grid.ys.slice(row + 1)];
  const cells = grid.cells.flatMap((cell) => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (cell.row < row) return [cell.row + cell.rowSpan > row ? { ...cell, rowSpan: cell.rowSpan + 1 } : cell];
    return [
      { ...cell, bottom: y },
      { ...cell, row: row + 1, top: y },
    ];
  });
  return { ...grid, ys, cells };
}

function glyphsIn(cell: GridCell, rows: readonly InkedRow[]): Glyphs[] {
  return rows
    .filter(({ top, bottom }) => top < cell.bottom && bottom > cell.top)
    .flatMap((row) => row.glyphs.filter((each) => contains(cell, (each.left + each.right) / 2, middleOf(each))));
}
