import type { SaveQueue } from '#lib/plan/save-queue.ts';
import { button, itemIdOf, numberOf, rowById, rowsOf, type TableDom } from '../dom.ts';
import { postRow, type RowAnswer } from '../cells/requests.ts';
import { word } from '../words.ts';

export interface RowChangesTools {
  dom: TableDom;
  queue: SaveQueue;
  say(sentence: string): void;
  /** Draws the rows as they are at the server. */
  reload(): Promise<void>;
  /** A row that was just added stays in sight. */
  keepInSight(itemId: string): void;
  focusRow(itemId: string, column: number): void;
}

export type NewRow = { after: string } | { copyOf: string } | { criterion: string } | { end: true };

const UNDO_FOR = 10_000;

/** Rows that come, go and change places. Each change is made at the server first; the rows are then drawn anew. */
export class RowChanges {
  readonly #tools: RowChangesTools;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;
  /** A row is on its way: the second press of a double click wants no other. */
  #adding = false;

  constructor(tools: RowChangesTools) {
    this.#tools = tools;
  }

  /** @returns the id of the new row; null when there is none */
  async add(where: NewRow): Promise<string | null> {
    if (this.#adding) return null;
    this.#adding = true;
    const { dom, keepInSight, reload } = this.#tools;
    try {
      const answer = await postRow(`/plans/${dom.planId}/items`, where);
      if (!this.#taken(answer)) return null;
      keepInSight(answer.row.id);
      await reload();
      return answer.row.id;
    } finally {
      this.#adding = false;
    }
  }

  /** A copy of a row below it; what is typed and not saved yet would be missing in it. */
  async duplicate(row: HTMLTableRowElement): Promise<void> {
    if (this.#tools.queue.isBusy(itemIdOf(row))) return this.#tools.say(word('planTable.saveFirst'));
    const column = columnInUse() ?? 1;
    const itemId = await this.add({ copyOf: itemIdOf(row) });
    if (itemId !== null) this.#tools.focusRow(itemId, column);
  }

  /** One place up or down. */
  async move(row: HTMLTableRowElement, step: 1 | -1): Promise<void> {
    const { dom } = this.#tools;
    const rows = rowsOf(dom.table);
    const index = rows.indexOf(row);
    const target = rows[index + step];
    if (!dom.whole || target) await this.moveBelow(row, step === 1 ? target! : (rows[index - 2] ?? null));
  }

  /** Below another row, or to the top (null). It can be taken back for a while. */
  async moveBelow(row: HTMLTableRowElement, above: HTMLTableRowElement | null): Promise<void> {
    const { dom } = this.#tools;
    if (!dom.whole) return this.#tools.say(word('planTable.movesInWhole'));
    const rows = rowsOf(dom.table);
    const before = rows[rows.indexOf(row) - 1] ?? null;
    if (before === above) return;
    const itemId = itemIdOf(row);
    const column = columnInUse();
    const back = before && itemIdOf(before);
    if (!(await this.#change(row, 'move', { after: above && itemIdOf(above) }))) return;
    if (column !== null) this.#focusAgain(itemId, column);
    const moved = rowById(dom.table, itemId);
    this.#offerUndo(word('planTable.moved', { number: moved ? numberOf(moved) : '' }), async () => {
      const now = rowById(dom.table, itemId);
      return now !== null && this.#change(now, 'move', { after: back });
    });
  }

  async remove(row: HTMLTableRowElement): Promise<void> {
    const rows = rowsOf(this.#tools.dom.table);
    const neighbour = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    const itemId = itemIdOf(row);
    if (!(await this.#change(row, 'remove', {}))) return;
    this.#offerUndo(word('planTable.removed'), async () => {
      const done = await this.restore(itemId);
      if (done) this.#tools.focusRow(itemId, 1);
      return done;
    });
    if (neighbour) this.#focusAgain(itemIdOf(neighbour), 0);
  }

  /** Brings a removed row back to its place. @param version the newest that is known; what the page knows when left out */
  async restore(itemId: string, version = this.#tools.queue.versionOf(itemId) ?? 1): Promise<boolean> {
    const { dom, queue, reload } = this.#tools;
    const answer = await postRow(`/plans/${dom.planId}/items/${itemId}/restore`, { version });
    // It was written once more before it was removed.
    if (answer.kind === 'conflict' && answer.row.version > version) return this.restore(itemId, answer.row.version);
    if (!this.#taken(answer)) return false;
    queue.heard(answer.row);
    await reload();
    return true;
  }

  /** Unless somebody has gone on to another cell while the answer was on its way: the next key is meant for that one. */
  #focusAgain(itemId: string, column: number): void {
    if (columnInUse() === null) this.#tools.focusRow(itemId, column);
  }

  /** @param undo says whether it was taken back */
  #offerUndo(sentence: string, undo: () => Promise<boolean>): void {
    const place = this.#tools.dom.root.querySelector<HTMLElement>('[data-undo]');
    if (!place) return;
    const back = button(word('planTable.undo'), () => {
      void undo().then((done) => {
        if (done) place.hidden = true;
      });
    });
    place.replaceChildren(`${sentence} `, back);
    place.hidden = false;
    clearTimeout(this.#undoTimer);
    this.#undoTimer = setTimeout(() => (place.hidden = true), UNDO_FOR);
  }

  async #change(row: HTMLTableRowElement, action: 'move' | 'remove', body: object): Promise<boolean> {
    const { dom, queue, reload } = this.#tools;
    const itemId = itemIdOf(row);
    if (queue.isBusy(itemId)) {
      this.#tools.say(word('planTable.saveFirst'));
      return false;
    }
    const version = queue.versionOf(itemId) ?? 1;
    const answer = await postRow(`/plans/${dom.planId}/items/${itemId}/${action}`, { version, ...body });
    if (answer.kind === 'conflict') {
      queue.heard(answer.row);
      this.#tools.say(word('planTable.changedMeanwhile'));
      await reload();
      return false;
    }
    if (!this.#taken(answer)) return false;
    queue.heard(answer.row);
    await reload();
    return true;
  }

  #taken(answer: RowAnswer): answer is Extract<RowAnswer, { kind: 'row' }> {
    if (answer.kind === 'unreachable') this.#tools.say(word('planTable.needsLine'));
    else if (answer.kind === 'refused') this.#tools.say(answer.sentence);
    return answer.kind === 'row';
  }
}

/** Column of the cell that the keyboard is in. */
function columnInUse(): number | null {
  return document.activeElement?.closest<HTMLTableCellElement>('[data-cell]')?.cellIndex ?? null;
}
