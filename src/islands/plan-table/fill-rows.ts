import { itemIdOf, rowById, rowsOf, type TableDom } from './dom.ts';
import type { RowChanges } from './row-changes.ts';

/**
 * Puts pasted cells into the table from one cell on; rows that are missing are added below.
 * @returns the cell it began with, and how many rows were filled
 */
export async function fillRows(options: {
  cell: HTMLTableCellElement;
  rows: readonly (readonly string[])[];
  dom: TableDom;
  changes: RowChanges;
  change(cell: HTMLTableCellElement, text: string): void;
}): Promise<{ first: HTMLTableCellElement | null; count: number }> {
  const { cell, rows, dom, changes, change } = options;
  const column = cell.cellIndex;
  const all = rowsOf(dom.table).map(itemIdOf);
  const targets = all.slice(all.indexOf(itemIdOf(cell.closest('tr')!)));
  let last = targets.at(-1)!;
  for (let missing = targets.length; missing < rows.length; missing++) {
    const added = await changes.add({ after: last });
    if (added === null) break;
    targets.push((last = added));
  }
  for (const [index, texts] of rows.entries()) {
    const itemId = targets[index];
    const row = itemId === undefined ? null : rowById(dom.table, itemId);
    for (const [offset, text] of texts.entries()) {
      const target = row?.cells[column + offset];
      if (target) change(target, text);
    }
  }
  const first = rowById(dom.table, targets[0]!)?.cells[column] ?? null;
  return { first, count: Math.min(rows.length, targets.length) };
}
