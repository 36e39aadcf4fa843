import type { Conflict } from '#lib/plan/save-queue.ts';
import { button, make, rowById, type TableDom } from '../dom.ts';
import { word } from '../words.ts';

export interface ConflictsTools {
  dom: TableDom;
  resolve(conflict: Conflict, text: string): void;
}

/** Two people changed one cell: both versions are shown below the row, and one of them chooses or puts them together. */
export class Conflicts {
  readonly #tools: ConflictsTools;
  readonly #open = new Map<string, Conflict>();

  constructor(tools: ConflictsTools) {
    this.#tools = tools;
  }

  get count(): number {
    return this.#open.size;
  }

  show(conflict: Conflict): void {
    this.#open.set(keyOf(conflict), conflict);
    this.draw();
    const box = this.#tools.dom.table.querySelector<HTMLElement>(`[data-conflict="${keyOf(conflict)}"]`);
    box?.scrollIntoView({ block: 'nearest' });
  }

  /** Also after rows were drawn anew. */
  draw(): void {
    const { dom } = this.#tools;
    for (const old of dom.table.querySelectorAll('tr.conflict')) old.remove();
    for (const conflict of this.#open.values()) rowById(dom.table, conflict.itemId)?.after(this.#row(conflict));
  }

  #row(conflict: Conflict): HTMLTableRowElement {
    const { dom } = this.#tools;
    const label = dom.columns.find((column) => column.field === conflict.field)?.label ?? '';
    const by = conflict.by ?? word('planTable.somebody');
    const merge = make('textarea');
    merge.value = conflict.theirs === '' ? conflict.text : `${conflict.theirs}\n${conflict.text}`;
    merge.setAttribute('aria-label', word('planTable.conflictMerged'));
    const merging = make('div', {}, make('strong', { text: word('planTable.conflictMerged') }), merge);
    merging.hidden = true;
    const keepMerged = button(word('planTable.conflictKeepMerged'), () => this.#choose(conflict, merge.value));
    keepMerged.hidden = true;
    const mergeByHand = button(word('planTable.conflictMerge'), () => {
      merging.hidden = keepMerged.hidden = false;
      mergeByHand.hidden = true;
      merge.focus();
    });
    const box = make(
      'div',
      { class: 'conflict-box' },
      make('strong', { text: word('planTable.conflict', { column: label, name: by }) }),
      make(
        'div',
        { class: 'versions' },
        version(word('planTable.conflictMine'), conflict.text),
        version(word('planTable.conflictTheirs', { name: by }), conflict.theirs),
      ),
      merging,
      make(
        'div',
        { class: 'choices' },
        button(word('planTable.conflictKeepMine'), () => this.#choose(conflict, conflict.text)),
        button(word('planTable.conflictTakeTheirs'), () => this.#choose(conflict, conflict.theirs)),
        mergeByHand,
        keepMerged,
      ),
    );
    box.setAttribute('role', 'alert');
    box.dataset['conflict'] = keyOf(conflict);
    const cell = make('td', {}, box);
    cell.colSpan = dom.columns.length + 1;
    return make('tr', { class: 'conflict' }, cell);
  }

  #choose(conflict: Conflict, text: string): void {
    this.#open.delete(keyOf(conflict));
    this.draw();
    this.#tools.resolve(conflict, text);
  }
}

function version(title: string, text: string): HTMLElement {
  return make(
    'div',
    {},
    make('strong', { text: title }),
    make('div', { class: 'text', text: text === '' ? word('planTable.blank') : text }),
  );
}

function keyOf({ itemId, field }: Conflict): string {
  return `${itemId}-${field}`;
}
