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
  readonly #versions = new Map<string, number>();

  constructor(tools: LostRowsTools) {
    this.#tools = tools;
  }

  show(row: HTMLTableRowElement, version: number): void {
    this.#versions.set(itemIdOf(row), version);
    this.draw();
  }

  /** Also after rows were drawn anew. */
  draw(): void {
    const { table } = this.#tools.dom;
    for (const old of table.querySelectorAll('tr.lost-note')) old.remove();
    for (const [itemId, version] of this.#versions) {
      const row = rowById(table, itemId);
      if (!row) this.#versions.delete(itemId);
      else if (Number(row.dataset['v']) > version) this.#found(itemId, row);
      else {
        row.classList.add('lost');
        row.after(this.#note(itemId, version));
      }
    }
  }

  /** Somebody brought it back. */
  #found(itemId: string, row: HTMLTableRowElement): void {
    this.#versions.delete(itemId);
    row.classList.remove('lost');
  }

  #note(itemId: string, version: number): HTMLTableRowElement {
    const { dom, drop, restore } = this.#tools;
    const box = make(
      'div',
      { class: 'conflict-box' },
      make('strong', { text: word('planTable.lost') }),
      make(
        'div',
        { class: 'choices' },
        button(word('planTable.lostRestore'), () => {
          void restore(itemId, version).then((done) => {
            if (!done) return;
            this.#versions.delete(itemId);
            this.draw();
          });
        }),
        button(word('planTable.lostDrop'), () => {
          this.#versions.delete(itemId);
          rowById(dom.table, itemId)?.remove();
          drop(itemId);
          this.draw();
        }),
      ),
    );
    box.setAttribute('role', 'alert');
    const cell = make('td', {}, box);
    cell.colSpan = dom.columns.length + 1;
    return make('tr', { class: 'conflict lost-note' }, cell);
  }
}
