import { numberOf } from '../dom.ts';
import { word } from '../words.ts';

/** Milliseconds for which what others do is gathered before it is said again: a status that never rests helps nobody. */
const GATHER = 8_000;
/** Milliseconds for which a cell that somebody else wrote is marked. */
export const FRESH = 5_000;

interface Change {
  row: HTMLTableRowElement;
  columns: string[];
  by: string | null;
}

/** Says what others did, now and then and all together; what is over is not said for ever. */
export class OthersSaid {
  readonly #say: (sentence: string) => void;
  #changes: Change[] = [];
  #names = new Set<string>();
  #others = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (sentence: string) => void) {
    this.#say = say;
  }

  changed(change: Change): void {
    if (change.columns.length === 0) return;
    this.#changes.push(change);
    this.#note(change.by);
  }

  added(by: string | null): void {
    this.#others += 1;
    this.#note(by);
  }

  #note(by: string | null): void {
    if (by !== null) this.#names.add(by);
    // The first is told at once (after all of the same moment), the others together.
    this.#timer ??= setTimeout(() => this.#tell(), 0);
  }

  #tell(): void {
    const sentence = this.#sentence();
    this.#say(sentence ?? '');
    if (sentence === null) {
      this.#timer = undefined;
      return;
    }
    [this.#changes, this.#names, this.#others] = [[], new Set(), 0];
    this.#timer = setTimeout(() => this.#tell(), GATHER);
  }

  #sentence(): string | null {
    const rows = new Set(this.#changes.map(({ row }) => row));
    const name = [...this.#names].join(', ') || word('planTable.somebody');
    const [first] = this.#changes;
    if (first && rows.size === 1 && this.#others === 0) {
      const columns = [...new Set(this.#changes.flatMap((change) => change.columns))].join(', ');
      return word('planTable.othersChanged', { number: numberOf(first.row), name, columns });
    }
    const count = rows.size + this.#others;
    return count === 0 ? null : word('planTable.othersRows', { name, count });
  }
}
