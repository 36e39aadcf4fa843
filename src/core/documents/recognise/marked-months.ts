import type { GridRow } from './grid.ts';
import { flatText } from './grid.ts';

/** What people put into a column of months to say "here": anything else is text of its own. */
const MARK = /^[\p{P}\p{S}xXvVüþ\s]+$/u;

/**
 * The time of a row whose months or terms are marked in columns of their own, as the headers name them: "Tháng 9 - tháng 12" for a
 * run, "Tháng 10, tháng 2" for single ones. Words in such a column stay with their month: "Tháng 9: Phát phiếu; tháng 10: Tổng hợp".
 * "" when none is marked. `months` by grid column.
 */
export function markedMonths(row: GridRow, months: readonly (string | null)[]): string {
  const runs: { from: string; to: string; words: string }[] = [];
  let previous = -2;
  for (const [column, month] of months.entries()) {
    const cell = row.cells[column] ?? null;
    if (month === null || cell === null || flatText(cell) === '') continue;
    const words = MARK.test(flatText(cell)) ? '' : flatText(cell);
    const last = runs.at(-1);
    const goesOn = last !== undefined && previous === column - 1;
    if (goesOn && (row.cells[column - 1] === cell || (words === '' && last.words === ''))) last.to = month;
    else runs.push({ from: month, to: month, words });
    previous = column;
  }
  const said = runs.some(({ words }) => words !== '');
  const text = runs
    .map(({ from, to, words }) => {
      const time = from === to ? named(from) : `${named(from)} - ${named(to)}`;
      return words === '' ? time : `${time}: ${words}`;
    })
    .join(said ? '; ' : ', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function named(period: string): string {
  return /^\d/.test(period) ? `tháng ${period}` : period;
}
