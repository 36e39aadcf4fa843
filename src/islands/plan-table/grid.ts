import { rowsOf, type TableDom } from './dom.ts';
import type { Way } from './cells/cell-editor.ts';
import { showCell } from './cells/show-cell.ts';

/**
 * Moving about in the table with the keyboard: one cell of the whole table is in the order of Tab, arrows lead to the others.
 * Column 0 is the row's number.
 */
export class Grid {
  readonly #dom: TableDom;
  #current: HTMLTableCellElement | null = null;
  /** Called when another row is entered. */
  onRow: (row: HTMLTableRowElement) => void = () => undefined;

  constructor(dom: TableDom) {
    this.#dom = dom;
    dom.table.setAttribute('role', 'grid');
    dom.table.addEventListener('focusin', (event) => {
      const cell = (event.target as Element).closest<HTMLTableCellElement>('[data-cell]');
      if (cell) this.#enter(cell);
    });
    this.refresh();
  }

  get current(): HTMLTableCellElement | null {
    return this.#current?.isConnected ? this.#current : null;
  }

  get row(): HTMLTableRowElement | null {
    return this.current?.closest('tr') ?? null;
  }

  /** After rows were drawn anew. */
  refresh(): void {
    const rows = rowsOf(this.#dom.table);
    for (const row of rows) this.refreshRow(row);
    const first = rows[0]?.cells[1];
    if (!this.current && first) first.tabIndex = 0;
  }

  refreshRow(row: HTMLTableRowElement): void {
    for (const cell of row.cells) {
      cell.dataset['cell'] = '';
      if (cell !== this.#current) cell.tabIndex = -1;
    }
    const link = row.cells[0]?.querySelector('a');
    if (link) link.tabIndex = -1;
  }

  #enter(cell: HTMLTableCellElement): void {
    const before = this.#current;
    if (before === cell) return;
    for (const other of this.#dom.table.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) other.tabIndex = -1;
    cell.tabIndex = 0;
    this.#current = cell;
    const row = cell.closest('tr')!;
    if (before?.isConnected && before.closest('tr') === row) return;
    for (const marked of this.#dom.table.querySelectorAll('tr.at')) marked.classList.remove('at');
    row.classList.add('at');
    this.onRow(row);
  }

  focus(cell: HTMLTableCellElement | null | undefined): void {
    if (!cell) return;
    cell.focus({ preventScroll: true });
    showCell(this.#dom, cell);
  }

  /** The cell so many rows and columns away; stays inside the table. */
  neighbour(cell: HTMLTableCellElement, down: number, right: number): HTMLTableCellElement | null {
    const rows = rowsOf(this.#dom.table);
    const row = rows.indexOf(cell.closest('tr')!);
    const target = rows[Math.min(Math.max(row + down, 0), rows.length - 1)];
    const column = Math.min(Math.max(cell.cellIndex + right, 0), this.#dom.columns.length);
    return target?.cells[column] ?? null;
  }

  /** The next cell in reading order, on to the next row at the end of one; null at the end of the table. */
  next(cell: HTMLTableCellElement, step: 1 | -1): HTMLTableCellElement | null {
    const rows = rowsOf(this.#dom.table);
    const row = rows.indexOf(cell.closest('tr')!);
    const column = cell.cellIndex + step;
    if (column >= 1 && column <= this.#dom.columns.length) return rows[row]?.cells[column] ?? null;
    return rows[row + step]?.cells[step === 1 ? 1 : this.#dom.columns.length] ?? null;
  }

  /** Where writing goes on after a cell; the cell itself at the edge of the table. */
  beside(cell: HTMLTableCellElement, way: Way): HTMLTableCellElement {
    const targets = {
      stay: () => cell,
      down: () => this.neighbour(cell, 1, 0),
      up: () => this.neighbour(cell, -1, 0),
      next: () => this.next(cell, 1),
      back: () => this.next(cell, -1),
    };
    return targets[way]() ?? cell;
  }

  /** Where a key leads from a cell; null when it is no key of the grid. */
  targetOf(event: KeyboardEvent, cell: HTMLTableCellElement): HTMLTableCellElement | null {
    const far = event.ctrlKey || event.metaKey;
    const moves: Record<string, [down: number, right: number]> = {
      ArrowDown: [far ? Infinity : 1, 0],
      ArrowUp: [far ? -Infinity : -1, 0],
      ArrowRight: [0, 1],
      ArrowLeft: [0, -1],
      Home: [far ? -Infinity : 0, -Infinity],
      End: [far ? Infinity : 0, Infinity],
      PageDown: [10, 0],
      PageUp: [-10, 0],
    };
    const move = moves[event.key];
    return move ? this.neighbour(cell, ...move) : null;
  }
}
