import { firstWords } from '#lib/plan/first-words.ts';
import { button, cellOf, itemIdOf, make, numberOf, rowById, type TableDom, textOfCell } from '../dom.ts';
import { word } from '../words.ts';

export interface RemovedRowsTools {
  dom: TableDom;
  /** Brings a row back to its place. @returns whether it is there again */
  restore(itemId: string, version: number): Promise<boolean>;
}

interface Removed {
  itemId: string;
  version: number;
  sentence: string;
}

/** How many are told one by one; the others are counted. */
const MOST_TOLD = 3;

/** Rows that somebody else took out of the plan: which they were and by whom, with the way back for those who may write. */
export class RemovedRows {
  readonly #tools: RemovedRowsTools;
  readonly #list: HTMLElement | null;
  /** Newest first. */
  #removed: Removed[] = [];
  readonly #lines = new WeakMap<Removed, HTMLElement>();

  constructor(tools: RemovedRowsTools) {
    this.#tools = tools;
    this.#list = tools.dom.root.querySelector('[data-removed]');
  }

  /** @param row as it still stands in the table */
  show(row: HTMLTableRowElement, { name, version }: { name: string | null; version: number }): void {
    const itemId = itemIdOf(row);
    const sentence = word('planTable.removedBy', {
      row: `${word('planTable.row')} ${numberOf(row)}${this.#wordsOf(row)}`,
      name: name ?? word('planTable.somebody'),
    });
    this.#removed = [{ itemId, version, sentence }, ...this.#removed.filter((each) => each.itemId !== itemId)];
    this.draw();
  }

  /** Also after rows were drawn anew: one that is back needs no word any more. */
  draw(): void {
    const { dom } = this.#tools;
    this.#removed = this.#removed.filter((removed) => !isBack(dom, removed));
    const lines = this.#removed.slice(0, MOST_TOLD).map((removed) => this.#lineOf(removed));
    const rest = this.#removed.length - lines.length;
    if (rest > 0) lines.push(make('li', { text: word('planTable.removedMore', { count: rest }) }));
    if (this.#list) showLines(this.#list, lines);
  }

  #lineOf(removed: Removed): HTMLElement {
    const line = this.#lines.get(removed) ?? this.#line(removed);
    this.#lines.set(removed, line);
    return line;
  }

  /** The beginning of what the row asks to be done, or of whatever it says first. */
  #wordsOf(row: HTMLTableRowElement): string {
    const { columns } = this.#tools.dom;
    const action = cellOf(row, columns, 'action');
    const cells = [...(action ? [action] : []), ...[...row.cells].slice(1)];
    const words = cells.map(textOfCell).find((text) => text.trim() !== '');
    return words === undefined ? '' : ` “${firstWords(words)}”`;
  }

  #line(removed: Removed): HTMLElement {
    const { dom, restore } = this.#tools;
    const { itemId, version, sentence } = removed;
    const line = make('li', {}, make('span', { text: sentence }));
    if (dom.mayEdit)
      line.append(
        button(word('planTable.bringBack'), () => {
          void restore(itemId, version).then((done) => done && this.#drop(itemId));
        }),
      );
    line.append(button(word('planTable.seen'), () => this.#drop(itemId)));
    return line;
  }

  #drop(itemId: string): void {
    this.#removed = this.#removed.filter((each) => each.itemId !== itemId);
    this.draw();
  }
}

/** A line that stays is not touched: somebody may be pressing one of its buttons. */
function showLines(list: HTMLElement, lines: readonly HTMLElement[]): void {
  for (const shown of [...list.children]) if (!lines.some((line) => line === shown)) shown.remove();
  for (const [index, line] of lines.entries()) {
    if (list.children[index] !== line) list.insertBefore(line, list.children[index] ?? null);
  }
}

/** Coming back adds one to the version; a row in an older one has not left the table yet. */
function isBack({ table }: TableDom, { itemId, version }: Removed): boolean {
  return Number(rowById(table, itemId)?.dataset['v'] ?? 0) > version;
}
