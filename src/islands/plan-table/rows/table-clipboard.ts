import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import { word } from '../words.ts';
import { clipboardRows } from './clipboard-rows.ts';
import { rowById, type TableDom, textOfCell } from '../dom.ts';
import { fillingOf } from './fill-rows.ts';
import type { PasteSender } from './pasted-rows.ts';

/** A text that is a little too long is shown, to be shortened; a page that lays out megabytes in a narrow column stands still. */
const MOST_SHOWN = 10 * CELL_LIMIT;

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
      if (this.paste(cell, event.clipboardData) === null)
        tools.change(cell, event.clipboardData.getData('text/plain').trim());
    });
    table.addEventListener('copy', (event) => {
      const cell = tools.current();
      if (!cell || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', textOfCell(cell));
    });
  }

  /**
   * @returns `cells`: they fill the table from this one on, and rows that are missing are added below; `refused`: nothing was pasted, and
   * that was said; null: the text of one cell, which is left to the caller
   */
  paste(cell: HTMLTableCellElement, data: DataTransfer): 'cells' | 'refused' | null {
    const rows = cell.cellIndex === 0 ? null : clipboardRows(data);
    const longest = Math.max(...(rows?.flat() ?? [data.getData('text/plain')]).map((text) => text.length));
    if (longest > MOST_SHOWN) {
      this.#tools.refused(word('planTable.pasteTooLong', { length: longest, limit: CELL_LIMIT }));
      return 'refused';
    }
    if (!rows) return null;
    void this.#fill(cell, rows);
    return 'cells';
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
