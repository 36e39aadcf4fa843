import type { Glyphs } from './blocks-geometry.ts';
import type { Grid } from './blocks-grid.ts';
import { fillGrid, type FilledGrid } from './blocks-grid-table.ts';
import type { DividedPage } from './blocks-page.ts';
import { fitsColumns, rowOf } from './blocks-ruled-rows.ts';
import type { TextLine } from './blocks-text-lines.ts';

/**
 * A table that is ruled between its rows only has no line where the page cuts it: what stands below its last line, and above its first
 * one on the next page, is a row or a part of one. Such lines are given to their tables, in place.
 */
export function takeOpenRows(pages: readonly DividedPage[], furniture: ReadonlyMap<TextLine, string>): void {
  for (const [index, below] of pages.entries()) {
    const above = pages[index - 1];
    const [a, b] = [above && lowest(above.grids), lowest(below.grids, -1)];
    if (!above || !a || !b || !sameColumns(a.grid, b.grid)) continue;
    const tail = above.lines.filter((line) => !furniture.has(line) && line.baseline > a.grid.bottom);
    const head = below.lines.filter((line) => !furniture.has(line) && line.baseline < b.grid.top);
    if (![...tail, ...head].every((line) => fitsColumns(line, a.grid))) continue;
    if (head.length > 0 && firstRow(a) === firstRow(b)) continue;
    if (tail.length > 0) addRow(above, a, tail, 'below');
    if (head.length > 0) addRow(below, b, head, 'above');
  }
}

/** The table that ends a page, or, turned round, the one that begins it. */
function lowest(grids: readonly FilledGrid[], sign = 1): FilledGrid | undefined {
  return [...grids].sort((x, y) => sign * (y.grid.bottom - x.grid.bottom))[0];
}

/** As `joinTables` tells two parts of one table. */
function sameColumns(a: Grid, b: Grid): boolean {
  const near = (index: number) => Math.abs(a.xs[index]! - b.xs[index]!) < 24;
  return a.fluid === true && b.fluid === true && a.xs.length === b.xs.length && a.xs.every((_, index) => near(index));
}

function firstRow({ cells }: FilledGrid): string {
  return [...cells]
    .filter(([cell]) => cell.row === 0)
    .map(([, lines]) => lines.map(({ text }) => text).join(' '))
    .join('|');
}

function addRow(page: DividedPage, filled: FilledGrid, lines: readonly TextLine[], side: 'above' | 'below'): void {
  const { grid } = filled;
  const glyphs: Glyphs[] = lines.flatMap((line) => line.glyphs);
  const top = side === 'above' ? Math.min(...lines.map((line) => line.top)) : grid.bottom;
  const bottom = side === 'above' ? grid.top : Math.max(...lines.map((line) => line.bottom));
  const cells = rowOf(lines, grid.xs, top, bottom);
  const own = fillGrid({ ...grid, top, bottom, ys: [top, bottom], cells }, glyphs);
  if (side === 'above') {
    for (const cell of grid.cells) cell.row += 1;
    grid.ys.unshift(top);
    grid.top = top;
  } else {
    for (const cell of cells) cell.row = grid.ys.length - 1;
    grid.ys.push(bottom);
    grid.bottom = bottom;
  }
  grid.cells.push(...cells);
  for (const [cell, each] of own.cells) filled.cells.set(cell, each);
  page.lines = page.lines.filter((line) => !lines.includes(line));
}
