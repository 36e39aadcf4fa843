import { clipboardRows } from './clipboard-rows.ts';
import { rowById, type TableDom, textOfCell } from '../dom.ts';
import { fillingOf } from './fill-rows.ts';
import type { PasteSender } from './pasted-rows.ts';

export interface TableClipboardTools {
  dom: TableDom;
  sender: PasteSender;
  /** The cell that the keyboard is in and that is not typed in. */
  current(): HTMLTableCellElement | null;
  change(cell: HTMLTableCellElement, text: string): void;
  /** Nothing was pasted, and why. */
  refused(sentence: string): void;
  /** So many rows were filled, from this cell on; null: some of them wait on this computer, which was told. */
  filled(cell: HTMLTableCellElement | null, count: number | null): void;
}

/** Cells to and from Word, Excel and other tables. */
export class TableClipboard {
  readonly #tools: TableClipboardTools;

  constructor(tools: TableClipboardTools) {
    this.#tools = tools;
    const { table } = tools.dom;
    table.addEventListener('paste', (event) => {
      const cell = tools.current();
      if (!cell || !event.clipboardData || !tools.dom.mayEdit) return;
      event.preventDefault();
      if (!this.paste(cell, event.clipboardData)) tools.change(cell, event.clipboardData.getData('text/plain').trim());
    });
    table.addEventListener('copy', (event) => {
      const cell = tools.current();
      if (!cell || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', textOfCell(cell));
    });
  }

  /** @returns true when several cells were taken: they fill the table from this one on, and rows that are missing are added below */
  paste(cell: HTMLTableCellElement, data: DataTransfer): boolean {
    const rows = clipboardRows(data);
    if (!rows || cell.cellIndex === 0) return false;
    void this.#fill(cell, rows);
    return true;
  }

  /** New rows first: when they are refused nothing at all is pasted; without a line, they and the other cells wait for it. */
  async #fill(cell: HTMLTableCellElement, rows: readonly (readonly string[])[]): Promise<void> {
    const { dom, sender, change, filled, refused } = this.#tools;
    const { cells, added } = fillingOf(dom, cell, rows);
    const problem = added && (await sender.send(added));
    if (problem !== null) return refused(problem);
    const at = (itemId: string, column: number) => rowById(dom.table, itemId)?.cells[column] ?? null;
    for (const { itemId, column, text } of cells) {
      const target = at(itemId, column);
      if (target) change(target, text);
    }
    const [first] = cells;
    filled(first ? at(first.itemId, first.column) : null, sender.isWaiting ? null : rows.length);
  }
}
