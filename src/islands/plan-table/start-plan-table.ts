import type { PlanRow } from '#lib/plan/plan-row.ts';
import { type PendingEdit, SaveQueue, type SaveState } from '#lib/plan/save-queue.ts';
import { CellEditor } from './cells/cell-editor.ts';
import { Conflicts } from './cells/conflicts.ts';
import { cellOf, fieldOf, findTable, itemIdOf, lastOfGroup, numberOf, rowById, rowsOf } from './dom.ts';
import { setTextOfCell, type TableDom, textOfCell } from './dom.ts';
import { Drafts } from './cells/drafts.ts';
import { Findings } from './findings.ts';
import { Grid } from './grid.ts';
import { LiveTogether } from './live/live-together.ts';
import { PasteSender } from './rows/pasted-rows.ts';
import { markPending, overlayPending } from './cells/pending-cells.ts';
import { postCell } from './cells/requests.ts';
import { RowChanges } from './rows/row-changes.ts';
import { RowDrag } from './rows/row-drag.ts';
import { RowPanel } from './row-panel.ts';
import { SaveStatus } from './cells/save-status.ts';
import { TableClipboard } from './rows/table-clipboard.ts';
import { onTableKey } from './table-keys.ts';
import { takeRow } from './live/take-row.ts';
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
  readonly #drag: RowDrag;
  readonly #together: LiveTogether;
  readonly #clipboard: TableClipboard;
  readonly #sender: PasteSender;

  constructor(dom: TableDom) {
    this.dom = dom;
    this.#status = new SaveStatus(dom.root.querySelector('[data-status]'));
    this.#drafts = new Drafts(dom.planId, dom.userId);
    this.#queue = new SaveQueue({
      send: (edit, version) => postCell(dom.planId, edit, version),
      keep: (pending) => this.#keep(pending),
      onRow: (row, saved) => this.#take(row, saved),
      onConflict: (conflict) => this.#conflicts.show(conflict),
      onRefused: (edit, sentence) => this.#status.refused(`${this.#nameOf(edit)}: ${sentence}`),
      onState: (state) => this.#show(state),
      later: (milliseconds, work) => setTimeout(work, milliseconds),
    });
    this.grid = new Grid(dom);
    this.#editor = new CellEditor({
      label: (cell) => this.#labelOf(cell),
      commit: (cell, text, before, version) => this.#commit(cell, text, before, version),
      leave: (cell, way) => this.grid.focus(this.grid.beside(cell, way)),
      paste: (cell, data) => this.#pasteInto(cell, data),
    });
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
      reload: () => {
        this.#findings.refresh();
        return this.#together.reload();
      },
      keepInSight: (itemId) => this.#together.keepInSight(itemId),
      focusRow: (itemId, column) => this.grid.focus(rowById(dom.table, itemId)?.cells[column]),
    });
    this.#drag = new RowDrag({ dom, moveBelow: (row, above) => void this.#changes.moveBelow(row, above) });
    this.#panel = new RowPanel({
      dom,
      findings: this.#findings,
      duplicate: (row) => void this.#changes.duplicate(row),
      addBelow: (row) => void this.#addAndOpen({ after: itemIdOf(row) }),
      move: (row, step) => void this.#changes.move(row, step),
      remove: (row) => void this.#changes.remove(row),
      closed: (row) => this.grid.focus(row?.cells[0]),
    });
    for (const row of rowsOf(dom.table)) this.#queue.know(itemIdOf(row), Number(row.dataset['v']));
    this.#together = new LiveTogether({
      dom,
      queue: this.#queue,
      editor: this.#editor,
      status: this.#status,
      restore: (itemId, version) => this.#changes.restore(itemId, version),
      redrawn: () => this.#redrawn(),
      heard: () => this.#findings.heard(),
      talk: (message) => this.#panel.hear(message),
      focus: (cell) => this.grid.focus(cell),
    });
    this.#sender = new PasteSender({
      dom,
      arrived: async ({ rows }) => {
        for (const { id } of rows) this.#together.keepInSight(id);
        await this.#together.reload();
      },
      late: (count) => this.#status.say(word('planTable.pasteLate', { count })),
      waiting: (count) => this.#status.offline(word('planTable.pasteWaits', { count })),
      refused: (count, sentence) => this.#status.problem(word('planTable.pasteKept', { count, reason: sentence })),
    });
    this.#clipboard = new TableClipboard({
      dom,
      sender: this.#sender,
      current: () => (this.#editor.cell ? null : this.grid.current),
      change: (cell, text) => this.#change(cell, text),
      refused: (sentence) => this.#status.problem(word('planTable.pasteRefused', { reason: sentence })),
      filled: (cell, count) => {
        this.grid.focus(cell);
        if (count !== null) this.#status.say(word('planTable.pasted', { count }));
      },
    });
    this.#listen();
    this.#sendDrafts();
    this.#findings.refresh(0);
    dom.root.dataset['live'] = '';
  }

  #listen(): void {
    const { dom } = this;
    const { table, root } = dom;
    table.addEventListener('click', (event) => this.#onClick(event));
    table.addEventListener('keydown', (event) => {
      const cell = this.grid.current;
      if (!cell || this.#editor.cell || event.target !== cell || event.isComposing) return;
      onTableKey(event, cell, {
        grid: this.grid,
        mayEdit: dom.mayEdit,
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
    addEventListener('online', () => {
      this.#queue.retry();
      void this.#sender.retry();
    });
    addEventListener('pagehide', () => this.#editor.close('keep'));
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

  #pasteInto(cell: HTMLTableCellElement, data: DataTransfer): boolean {
    const done = this.#clipboard.paste(cell, data);
    if (done === 'cells') this.#editor.close('drop');
    return done !== null;
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

  /** @param version of the row in which the cell said `before`; the one that is shown when left out */
  #commit(cell: HTMLTableCellElement, text: string, before: string, version?: number): void {
    const field = fieldOf(cell, this.dom.columns);
    const row = cell.closest('tr');
    if (!field || !row) return;
    const edit = { itemId: itemIdOf(row), field, text, base: before, version: version ?? Number(row.dataset['v']) };
    this.#status.clear();
    this.#undo.push(edit);
    this.#queue.edit(edit);
  }

  #undoEdit(edit: PendingEdit): void {
    const row = rowById(this.dom.table, edit.itemId);
    const cell = row && cellOf(row, this.dom.columns, edit.field);
    if (!cell) return;
    const now = textOfCell(cell);
    setTextOfCell(cell, edit.base);
    this.#queue.edit({ ...edit, text: edit.base, base: now, version: Number(row.dataset['v']) });
    this.grid.focus(cell);
  }

  #resolve(conflict: PendingEdit & { theirs: string; by: string | null }, text: string): void {
    const row = rowById(this.dom.table, conflict.itemId);
    const cell = row && cellOf(row, this.dom.columns, conflict.field);
    if (cell) setTextOfCell(cell, text);
    this.#queue.resolve(conflict, text);
    this.grid.focus(cell);
  }

  /** An answer to a save. */
  #take(row: PlanRow, saved: PendingEdit | null): void {
    const columns = takeRow({ dom: this.dom, queue: this.#queue, editor: this.#editor }, row, saved);
    const element = rowById(this.dom.table, row.id);
    if (element) this.#together.said.changed({ row: element, columns, by: null });
    if (saved) this.#findings.refresh();
  }

  #redrawn(): void {
    overlayPending(this.dom, this.#queue.pending, this.#editor.cell);
    this.grid.refresh();
    this.#drag.refresh();
    this.#findings.draw();
    this.#conflicts.draw();
  }

  #sendDrafts(): void {
    if (!this.dom.mayEdit) return;
    this.#drafts.find();
    const count = this.#tryDrafts();
    if (count > 0) this.#status.say(word('planTable.draftsFound', { count }));
  }

  /** @returns how many of the drafts that were found are on their way now */
  #tryDrafts(): number {
    const drafts = this.#drafts.take(this.#queue.pending, (itemId) => rowById(this.dom.table, itemId) !== null);
    // A draft of a page that did not note the version yet must not hide what others wrote since.
    for (const draft of drafts) this.#queue.edit({ ...draft, version: draft.version ?? 1 });
    if (drafts.length > 0) overlayPending(this.dom, this.#queue.pending, this.#editor.cell);
    return drafts.length;
  }

  #keep(pending: readonly PendingEdit[]): void {
    this.#drafts.keep(pending);
    markPending(this.dom, pending);
    this.#tryDrafts();
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
