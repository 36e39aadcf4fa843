import type { SaveQueue } from '#lib/plan/save-queue.ts';
import { button, itemIdOf, rowById, rowsOf, type TableDom } from './dom.ts';
import { postRow, type RowAnswer } from './requests.ts';
import { word } from './words.ts';

export interface RowChangesTools {
  dom: TableDom;
  queue: SaveQueue;
  say(sentence: string): void;
  /** Rows were drawn anew. */
  redrawn(): void;
  focusRow(itemId: string, column: number): void;
}

export type NewRow = { after: string } | { copyOf: string } | { criterion: string } | { end: true };

const UNDO_FOR = 10_000;

/** Rows that come, go and change places. Each change is made at the server first; the rows are then drawn anew. */
export class RowChanges {
  readonly #tools: RowChangesTools;
  readonly #added: string[] = [];
  #undoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(tools: RowChangesTools) {
    this.#tools = tools;
  }

  /** @returns the id of the new row; null when there is none */
  async add(where: NewRow): Promise<string | null> {
    const answer = await postRow(`/plans/${this.#tools.dom.planId}/items`, where);
    if (!this.#taken(answer)) return null;
    this.#added.push(answer.row.id);
    await this.reload();
    return answer.row.id;
  }

  /** A copy of a row below it; what is typed and not saved yet would be missing in it. */
  async duplicate(row: HTMLTableRowElement): Promise<void> {
    if (this.#tools.queue.isBusy(itemIdOf(row))) return this.#tools.say(word('planTable.saveFirst'));
    const column = document.activeElement?.closest<HTMLTableCellElement>('[data-cell]')?.cellIndex ?? 1;
    const itemId = await this.add({ copyOf: itemIdOf(row) });
    if (itemId !== null) this.#tools.focusRow(itemId, column);
  }

  async move(row: HTMLTableRowElement, step: 1 | -1): Promise<void> {
    const { dom } = this.#tools;
    if (!dom.whole) return this.#tools.say(word('planTable.movesInWhole'));
    const rows = rowsOf(dom.table);
    const index = rows.indexOf(row);
    const target = rows[index + step];
    if (!target) return;
    const after = step === 1 ? target : rows[index - 2];
    const column = document.activeElement?.closest<HTMLTableCellElement>('[data-cell]')?.cellIndex ?? null;
    const done = await this.#change(row, 'move', { after: after ? itemIdOf(after) : null });
    if (done && column !== null) this.#tools.focusRow(itemIdOf(row), column);
  }

  async remove(row: HTMLTableRowElement): Promise<void> {
    const rows = rowsOf(this.#tools.dom.table);
    const neighbour = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    const itemId = itemIdOf(row);
    if (!(await this.#change(row, 'remove', {}))) return;
    this.#offerUndo(itemId);
    if (neighbour) this.#tools.focusRow(itemIdOf(neighbour), 0);
  }

  #offerUndo(itemId: string): void {
    const place = this.#tools.dom.root.querySelector<HTMLElement>('[data-undo]');
    if (!place) return;
    const undo = button(word('planTable.undo'), () => void this.#restore(itemId));
    place.replaceChildren(`${word('planTable.removed')} `, undo);
    place.hidden = false;
    clearTimeout(this.#undoTimer);
    this.#undoTimer = setTimeout(() => (place.hidden = true), UNDO_FOR);
  }

  async #restore(itemId: string): Promise<void> {
    const { dom, queue } = this.#tools;
    const version = queue.versionOf(itemId) ?? 0;
    const answer = await postRow(`/plans/${dom.planId}/items/${itemId}/restore`, { version });
    if (!this.#taken(answer)) return;
    dom.root.querySelector<HTMLElement>('[data-undo]')!.hidden = true;
    queue.know(itemId, answer.row.version);
    await this.reload();
    this.#tools.focusRow(itemId, 1);
  }

  async #change(row: HTMLTableRowElement, action: 'move' | 'remove', body: object): Promise<boolean> {
    const { dom, queue } = this.#tools;
    const itemId = itemIdOf(row);
    if (queue.isBusy(itemId)) {
      this.#tools.say(word('planTable.saveFirst'));
      return false;
    }
    const version = queue.versionOf(itemId) ?? 0;
    const answer = await postRow(`/plans/${dom.planId}/items/${itemId}/${action}`, { version, ...body });
    if (answer.kind === 'conflict') {
      queue.know(itemId, answer.row.version);
      this.#tools.say(word('planTable.changedMeanwhile'));
      await this.reload();
      return false;
    }
    if (!this.#taken(answer)) return false;
    queue.know(itemId, answer.row.version);
    await this.reload();
    return true;
  }

  #taken(answer: RowAnswer): answer is Extract<RowAnswer, { kind: 'row' }> {
    if (answer.kind === 'unreachable') this.#tools.say(word('planTable.needsLine'));
    else if (answer.kind === 'refused') this.#tools.say(answer.sentence);
    return answer.kind === 'row';
  }

  /** The body of the table as it is at the server; cells that are not saved yet keep what was typed. */
  async reload(): Promise<void> {
    const { dom, queue } = this.#tools;
    const answer = await fetch(`/plans/${dom.planId}/rows?${this.#query()}`).catch(() => null);
    if (!answer?.ok) return;
    const html = await answer.text();
    const { scrollTop, scrollLeft } = dom.frame;
    for (const body of [...dom.table.tBodies]) body.remove();
    // Escaped where it is made: plan-rows-html.ts.
    dom.table.insertAdjacentHTML('beforeend', html);
    dom.frame.scrollTo(scrollLeft, scrollTop);
    dom.root.querySelector('[data-no-rows]')?.toggleAttribute('hidden', html !== '');
    for (const row of rowsOf(dom.table)) queue.know(itemIdOf(row), Number(row.dataset['v']));
    this.#tools.redrawn();
  }

  /** The view that the page's address asks for; rows that were just added stay in sight whatever it is. */
  #query(): string {
    const query = new URLSearchParams(location.search);
    if (this.#tools.dom.withSource) query.set('source', '');
    for (const itemId of this.#added) query.append('keep', itemId);
    return query.toString();
  }

  rowOf(itemId: string): HTMLTableRowElement | null {
    return rowById(this.#tools.dom.table, itemId);
  }
}
