import type { PrintCell } from './print-model.ts';

/** First grid column of each cell of each row, minding cells that reach down from rows above. */
export function cellStarts(rows: readonly { cells: readonly PrintCell[] }[], columns: number): number[][] {
  let busy = Array.from({ length: columns }, () => 0);
  return rows.map(({ cells }) => {
    const below = busy.map((rowsLeft) => Math.max(0, rowsLeft - 1));
    let column = 0;
    const starts = cells.map((cell) => {
      while ((busy[column] ?? 0) > 0) column += 1;
      const start = column;
      for (let each = start; each < start + cell.columnSpan; each += 1) below[each] = cell.rowSpan - 1;
      column += cell.columnSpan;
      return start;
    });
    busy = below;
    return starts;
  });
}
