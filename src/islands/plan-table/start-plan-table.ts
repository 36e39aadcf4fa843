import type { PlanRow } from '#lib/plan/plan-row.ts';
import { type PendingEdit, SaveQueue, type SaveState } from '#lib/plan/save-queue.ts';
import { CellEditor } from './cell-editor.ts';
import { clipboardRows } from './clipboard-rows.ts';
import { Conflicts } from './conflicts.ts';
import {
  cellOf,
  fieldOf,
  findTable,
  itemIdOf,
  lastOfGroup,
  numberOf,
  rowById,
  rowsOf,
  setTextOfCell,
  type TableDom,
  textOfCell,
} from './dom.ts';
import { Drafts } from './drafts.ts';
import { Findings } from './findings.ts';
import { Grid } from './grid.ts';
import { fillRows } from './fill-rows.ts';
import { markPending, overlayPending } from './pending-cells.ts';
import { postCell } from './requests.ts';
import { onTableKey } from './table-keys.ts';
import { RowChanges } from './row-changes.ts';
import { RowPanel } from './row-panel.ts';
import { SaveStatus } from './save-status.ts';
import { UndoStack } from './undo-stack.ts';
import { word } from './words.ts';

export interface LiveTable {
  dom: TableDom;
  grid: Grid;
}

/** Brings the table of the page to life. Null when the page has none. */
export function startPlanTable(): LiveTable | null {
  const dom = findTable();
  return dom && new PlanTable(dom);
}

/** Puts the parts together: what is typed goes to the queue, what comes back goes to the page. */
class PlanTable implements LiveTable {
  readonly dom: TableDom;
  readonly grid: Grid;
  readonly #queue: SaveQueue;
  readonly #editor: CellEditor;
  readonly #findings: Findings;
  readonly #conflicts: Conflicts;
  readonly #changes: RowChanges;
  readonly #panel: RowPanel;
  readonly #status: SaveStatus;
  readonly #undo: UndoStack;
  readonly #drafts: Drafts;

  constructor(dom: TableDom) {
    this.dom = dom;
    this.#status = new SaveStatus(dom.root.querySelector('[data-status]'));
    this.#drafts = new Drafts(dom.planId, dom.userId);
    this.#queue = new SaveQueue({
      send: (edit, version) => postCell(dom.planId, edit, version),
      keep: (pending) => this.#keep(pending),
      onRow: (row, saved) => this.#take(row, saved),
      onConflict: (conflict) => this.#conflicts.show(conflict),
      onRefused: (edit, sentence) => this.#status.problem(`${this.#nameOf(edit)}: ${sentence}`),
      onState: (state) => this.#show(state),
      later: (milliseconds, work) => setTimeout(work, milliseconds),
    });
    this.grid = new Grid(dom);
    this.#findings = new Findings({
      dom,
      mend: (cell, text) => this.#change(cell, text),
      busyCell: () => this.#editor.cell,
    });
    this.#conflicts = new Conflicts({ dom, resolve: (conflict, text) => this.#resolve(conflict, text) });
    this.#undo = new UndoStack(dom.root.querySelector('[data-undo-last]'), (edit) => this.#undoEdit(edit));
    this.#changes = new RowChanges({
      dom,
      queue: this.#queue,
      say: (sentence) => this.#status.problem(sentence),
      redrawn: () => this.#redrawn(),
      focusRow: (itemId, column) => this.grid.focus(rowById(dom.table, itemId)?.cells[column]),
    });
    this.#panel = new RowPanel({
      dom,
      findings: this.#findings,
      duplicate: (row) => void this.#changes.duplicate(row),
      addBelow: (row) => void this.#addAndOpen({ after: itemIdOf(row) }),
      move: (row, step) => void this.#changes.move(row, step),
      remove: (row) => void this.#changes.remove(row),
      closed: (row) => this.grid.focus(row?.cells[0]),
    });
    this.#editor = new CellEditor({
      label: (cell) => this.#labelOf(cell),
      commit: (cell, text, before) => this.#commit(cell, text, before),
      leave: (cell, way) => this.#leave(cell, way),
      paste: (cell, data) => this.#paste(cell, data),
    });
    this.#listen();
    for (const row of rowsOf(dom.table)) this.#queue.know(itemIdOf(row), Number(row.dataset['v']));
    this.#sendDrafts();
    this.#findings.refresh(0);
    dom.root.dataset['live'] = '';
  }

  #listen(): void {
    const { table, root, mayEdit } = this.dom;
    table.addEventListener('click', (event) => this.#onClick(event));
    table.addEventListener('keydown', (event) => {
      const cell = this.grid.current;
      if (!cell || this.#editor.cell || event.target !== cell || event.isComposing) return;
      onTableKey(event, cell, {
        grid: this.grid,
        mayEdit,
        panelOpen: this.#panel.isOpen,
        closePanel: () => this.#panel.close(),
        openPanel: (row) => void this.#panel.open(row, { focus: true }),
        move: (row, step) => void this.#changes.move(row, step),
        remove: (row) => void this.#changes.remove(row),
        duplicate: (row) => void this.#changes.duplicate(row),
        undo: () => this.#undo.undo(),
        edit: (target, typed) => this.#editor.open(target, typed),
        clear: (target) => this.#change(target, ''),
      });
    });
    addEventListener('online', () => this.#queue.retry());
    addEventListener('pagehide', () => this.#editor.close('keep'));
    if (!mayEdit) return;
    table.addEventListener('paste', (event) => {
      const cell = this.grid.current;
      if (!cell || this.#editor.cell || !event.clipboardData) return;
      event.preventDefault();
      if (!this.#paste(cell, event.clipboardData)) this.#change(cell, event.clipboardData.getData('text/plain').trim());
    });
    table.addEventListener('copy', (event) => {
      const cell = this.grid.current;
      if (!cell || this.#editor.cell || !getSelection()?.isCollapsed) return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', textOfCell(cell));
    });
    root.querySelector('[data-add]')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const criterion = root.querySelector<HTMLSelectElement>('[data-add] select')?.value ?? '';
      void this.#addAndOpen(criterion === '' ? { end: true } : { criterion });
    });
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const add = target.closest<HTMLElement>('a[data-like]');
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (add) {
      event.preventDefault();
      return void this.#addAndOpen({ after: lastOfGroup(this.dom.table, add.dataset['like'] ?? '') });
    }
    if (target.closest('button, textarea')) return;
    const cell = target.closest<HTMLTableCellElement>('[data-cell]');
    if (!cell) return;
    if (cell.cellIndex === 0) {
      event.preventDefault();
      this.grid.focus(cell);
      void this.#panel.open(cell.closest('tr')!, { focus: false });
      return;
    }
    // Words that were marked with the mouse are to be copied.
    if (getSelection()?.isCollapsed === false) return;
    cell.focus({ preventScroll: true });
    if (this.dom.mayEdit) this.#editor.open(cell);
  }

  #leave(cell: HTMLTableCellElement, way: 'stay' | 'down' | 'up' | 'next' | 'back'): void {
    const targets = {
      stay: () => cell,
      down: () => this.grid.neighbour(cell, 1, 0),
      up: () => this.grid.neighbour(cell, -1, 0),
      next: () => this.grid.next(cell, 1),
      back: () => this.grid.next(cell, -1),
    };
    this.grid.focus(targets[way]() ?? cell);
  }

  /** Several cells fill the table from this one on; rows that are missing are added below. */
  #paste(cell: HTMLTableCellElement, data: DataTransfer): boolean {
    const rows = clipboardRows(data);
    if (!rows || cell.cellIndex === 0) return false;
    this.#editor.close('drop');
    void fillRows({
      cell,
      rows,
      dom: this.dom,
      changes: this.#changes,
      change: (target, text) => this.#change(target, text),
    }).then((filled) => {
      this.grid.focus(filled.first);
      this.#status.say(word('planTable.pasted', { count: filled.count }));
    });
    return true;
  }

  async #addAndOpen(where: Parameters<RowChanges['add']>[0]): Promise<void> {
    const itemId = await this.#changes.add(where);
    const row = itemId === null ? null : rowById(this.dom.table, itemId);
    if (!row) return;
    void this.#panel.open(row, { focus: false });
    this.grid.focus(row.cells[1]);
    this.#editor.open(row.cells[1]!);
  }

  /** A cell gets another text, as if it had been typed. */
  #change(cell: HTMLTableCellElement, text: string): void {
    const before = textOfCell(cell);
    if (text === before || !this.dom.mayEdit || cell.cellIndex === 0) return;
    setTextOfCell(cell, text);
    this.#commit(cell, text, before);
  }

  #commit(cell: HTMLTableCellElement, text: string, before: string): void {
    const field = fieldOf(cell, this.dom.columns);
    const row = cell.closest('tr');
    if (!field || !row) return;
    const itemId = itemIdOf(row);
    this.#status.clear();
    this.#undo.push({ itemId, field, text, base: before });
    this.#queue.edit({ itemId, field, text, base: before });
  }

  #undoEdit(edit: PendingEdit): void {
    const row = rowById(this.dom.table, edit.itemId);
    const cell = row && cellOf(row, this.dom.columns, edit.field);
    if (!cell) return;
    const now = textOfCell(cell);
    setTextOfCell(cell, edit.base);
    this.#queue.edit({ ...edit, text: edit.base, base: now });
    this.grid.focus(cell);
  }

  #resolve(conflict: PendingEdit & { theirs: string; by: string | null }, text: string): void {
    const row = rowById(this.dom.table, conflict.itemId);
    const cell = row && cellOf(row, this.dom.columns, conflict.field);
    if (cell) setTextOfCell(cell, text);
    this.#queue.resolve(conflict, text);
    this.grid.focus(cell);
  }

  /** A row as the server has it: cells that are being typed or not saved yet keep their text. */
  #take(row: PlanRow, saved: PendingEdit | null): void {
    const element = rowById(this.dom.table, row.id);
    if (!element) return;
    element.dataset['v'] = String(row.version);
    const changed: string[] = [];
    for (const { field, label } of this.dom.columns) {
      const cell = cellOf(element, this.dom.columns, field)!;
      if (cell === this.#editor.cell || this.#queue.pendingText(row.id, field) !== undefined) continue;
      if (textOfCell(cell) === row.cells[field]) continue;
      setTextOfCell(cell, row.cells[field]);
      if (field !== saved?.field) changed.push(label);
    }
    if (changed.length > 0)
      this.#status.say(word('planTable.othersChanged', { number: numberOf(element), columns: changed.join(', ') }));
    if (saved) this.#findings.refresh();
  }

  #redrawn(): void {
    overlayPending(this.dom, this.#queue.pending, this.#editor.cell);
    this.grid.refresh();
    this.#findings.draw();
    this.#conflicts.draw();
    this.#findings.refresh();
  }

  #sendDrafts(): void {
    const drafts = this.#drafts.read().filter((draft) => rowById(this.dom.table, draft.itemId));
    if (drafts.length === 0 || !this.dom.mayEdit) return;
    for (const draft of drafts) this.#queue.edit(draft);
    overlayPending(this.dom, this.#queue.pending, this.#editor.cell);
    this.#status.say(word('planTable.draftsFound', { count: drafts.length }));
  }

  #keep(pending: readonly PendingEdit[]): void {
    this.#drafts.keep(pending);
    markPending(this.dom, pending);
  }

  #show(state: SaveState): void {
    this.#status.show(state, { conflicts: this.#conflicts?.count ?? 0, pending: this.#queue?.pending.length ?? 0 });
  }

  #labelOf(cell: HTMLTableCellElement): string {
    const label = this.dom.columns[cell.cellIndex - 1]?.label ?? '';
    return word('planTable.cell', { column: label, number: numberOf(cell.closest('tr')!) });
  }

  #nameOf(edit: PendingEdit): string {
    const row = rowById(this.dom.table, edit.itemId);
    const cell = row && cellOf(row, this.dom.columns, edit.field);
    return cell ? this.#labelOf(cell) : '';
  }
}
