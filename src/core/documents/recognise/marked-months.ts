import type { GridRow } from './grid.ts';
import { flatText } from './grid.ts';

/**
 * The time of a row whose months are marked in columns of their own, as the headers name them: "Tháng 9 - tháng 12" for a run,
 * "Tháng 10, tháng 2" for single ones; "" when none is marked. `months` by grid column.
 */
export function markedMonths(row: GridRow, months: readonly (string | null)[]): string {
  const runs: { from: string; to: string }[] = [];
  let previous = -2;
  for (const [column, month] of months.entries()) {
    if (month === null || flatText(row.cells[column] ?? null) === '') continue;
    const last = runs.at(-1);
    if (last !== undefined && previous === column - 1) last.to = month;
    else runs.push({ from: month, to: month });
    previous = column;
  }
  const text = runs.map(({ from, to }) => (from === to ? `tháng ${from}` : `tháng ${from} - tháng ${to}`)).join(', ');
  return text.replace(/^t/, 'T');
}
