import { itemIdOf, rowsOf, type TableDom } from '../dom.ts';
import { newRowId } from './new-row-id.ts';
import type { PastedRows } from './pasted-rows.ts';

/** What becomes of pasted cells: some fill cells that are there, the others are new rows below. */
export interface Filling {
  /** By the id of their row, since rows are drawn anew while new ones are added. */
  cells: { itemId: string; column: number; text: string }[];
  added: PastedRows | null;
}

/** Puts pasted cells over the table from one cell on, without writing anything yet. */
export function fillingOf(dom: TableDom, cell: HTMLTableCellElement, pasted: readonly (readonly string[])[]): Filling {
  const all = rowsOf(dom.table);
  const targets = all.slice(all.indexOf(cell.closest('tr')!));
  const cells = pasted
    .slice(0, targets.length)
    .flatMap((texts, index) =>
      texts.map((text, offset) => ({ itemId: itemIdOf(targets[index]!), column: cell.cellIndex + offset, text })),
    );
  const missing = pasted.slice(targets.length);
  if (missing.length === 0) return { cells, added: null };
  const rows = missing.map((texts) => ({
    id: newRowId(),
    cells: Object.fromEntries(
      texts.flatMap((text, offset) => {
        const field = dom.columns[cell.cellIndex - 1 + offset]?.field;
        return field && text !== '' ? [[field, text]] : [];
      }),
    ),
  }));
  return { cells, added: { after: itemIdOf(targets.at(-1)!), rows } };
}
