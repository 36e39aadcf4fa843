import { button, itemIdOf, make, rowById, type TableDom } from '../dom.ts';
import { word } from '../words.ts';

export interface LostRowsTools {
  dom: TableDom;
  /** Brings the row back to the plan. @returns whether it is there again */
  restore(itemId: string, version: number): Promise<boolean>;
  /** What was typed in the row is not wanted any more. */
  drop(itemId: string): void;
}

/** Rows that somebody else removed while this person had words in them: they stay to be seen, and a person says what becomes of them. */
export class LostRows {
  readonly #tools: LostRowsTools;
  /** Version and who removed it, by row. */
  readonly #lost = new Map<string, { version: number; by: string | null }>();

  constructor(tools: LostRowsTools) {
    this.#tools = tools;
  }

  show(row: HTMLTableRowElement, version: number, by: string | null): void {
    this.#lost.set(itemIdOf(row), { version, by: by ?? this.#lost.get(itemIdOf(row))?.by ?? null });
    this.draw();
  }

  /** Also after rows were drawn anew. */
  draw(): void {
    const { table } = this.#tools.dom;
    for (const [itemId, { version }] of this.#lost) {
      const row = rowById(table, itemId);
      if (!row) this.#lost.delete(itemId);
      else if (Number(row.dataset['v']) > version) this.#found(itemId, row);
      else row.classList.add('lost');
    }
    // A note that is right stays as it is: somebody may be pressing one of its buttons.
    for (const note of table.querySelectorAll<HTMLElement>('tr.lost-note')) {
      if (note.previousElementSibling?.classList.contains('lost') !== true) note.remove();
    }
    for (const row of table.querySelectorAll<HTMLTableRowElement>('tr.lost')) {
      const lost = this.#lost.get(itemIdOf(row));
      if (!lost) row.classList.remove('lost');
      else if (!row.nextElementSibling?.classList.contains('lost-note')) row.after(this.#note(itemIdOf(row), lost));
    }
  }

  /** Somebody brought it back. */
  #found(itemId: string, row: HTMLTableRowElement): void {
    this.#lost.delete(itemId);
    row.classList.remove('lost');
  }

  #note(itemId: string, { version, by }: { version: number; by: string | null }): HTMLTableRowElement {
    const { dom, drop, restore } = this.#tools;
    const box = make(
      'div',
      { class: 'conflict-box' },
      make('strong', { text: word('planTable.lost', { name: by ?? word('planTable.somebody') }) }),
      make(
        'div',
        { class: 'choices' },
        button(word('planTable.lostRestore'), () => {
          void restore(itemId, version).then((done) => {
            if (!done) return;
            leaveRow(rowById(dom.table, itemId));
            this.#lost.delete(itemId);
            this.draw();
          });
        }),
        button(word('planTable.lostDrop'), () => {
          this.#lost.delete(itemId);
          leaveRow(rowById(dom.table, itemId));
          rowById(dom.table, itemId)?.remove();
          drop(itemId);
          this.draw();
        }),
      ),
    );
    box.setAttribute('role', 'alert');
    // Leaving the cell would draw the row anew under the pointer, and the press would be lost.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    const cell = make('td', {}, box);
    cell.colSpan = dom.columns.length + 1;
    return make('tr', { class: 'conflict lost-note' }, cell);
  }
}

/** Ends the typing in a row: what was typed goes where it belongs. */
function leaveRow(row: HTMLTableRowElement | null): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && row?.contains(activeElement)) activeElement.blur();
}
