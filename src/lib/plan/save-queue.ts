import type { EditableField } from '#core/plan/edit-item.ts';
import type { PlanRow } from './plan-row.ts';

/** A cell that was typed and is not known to be saved. */
export interface PendingEdit {
  itemId: string;
  field: EditableField;
  text: string;
  /** What the cell said when the typing began. */
  base: string;
}

export type SaveResult =
  | { kind: 'saved'; row: PlanRow }
  /** The row is in another version by now; `row` is how it stands. */
  | { kind: 'conflict'; row: PlanRow; by: string | null }
  /** Could not be sent; worth trying again. */
  | { kind: 'unreachable' }
  /** Was refused for good, in words. */
  | { kind: 'refused'; sentence: string };

export interface Conflict extends PendingEdit {
  theirs: string;
  by: string | null;
}

export interface SaveQueueTools {
  send(edit: PendingEdit, version: number): Promise<SaveResult>;
  /** Keeps what is not saved where it survives the page; called at each change. */
  keep(pending: readonly PendingEdit[]): void;
  /** A row came back from the server; `saved` is the cell that is now as it was typed. */
  onRow(row: PlanRow, saved: PendingEdit | null): void;
  onConflict(conflict: Conflict): void;
  onRefused(edit: PendingEdit, sentence: string): void;
  onState(state: SaveState): void;
  /** Calls back once after a while. */
  later(milliseconds: number, work: () => void): void;
}

export type SaveState = 'idle' | 'saving' | 'offline';

const RETRY = 3000;
const MOST_AT_ONCE = 4;

/**
 * Sends typed cells one after the other, at most one at a time for a row, each against the version that is known; keeps them
 * while the server cannot be reached. When a row has moved on, a cell that nobody else touched is sent again against the new version;
 * a cell that somebody else changed too waits for a person to choose.
 */
export class SaveQueue {
  readonly #tools: SaveQueueTools;
  readonly #versions = new Map<string, number>();
  readonly #pending = new Map<string, PendingEdit>();
  readonly #waiting = new Set<string>();
  readonly #busy = new Set<string>();
  #offline = false;

  constructor(tools: SaveQueueTools) {
    this.#tools = tools;
  }

  /** What is known of a row when the page is drawn. */
  know(itemId: string, version: number): void {
    this.#versions.set(itemId, version);
  }

  versionOf(itemId: string): number | undefined {
    return this.#versions.get(itemId);
  }

  get pending(): PendingEdit[] {
    return [...this.#pending.values()];
  }

  pendingText(itemId: string, field: EditableField): string | undefined {
    return this.#pending.get(keyOf({ itemId, field }))?.text;
  }

  /** True while a row has cells that are not saved: it must not be moved or removed yet. */
  isBusy(itemId: string): boolean {
    return this.#busy.has(itemId) || this.pending.some((edit) => edit.itemId === itemId);
  }

  edit(edit: PendingEdit): void {
    const key = keyOf(edit);
    const before = this.#pending.get(key);
    this.#pending.set(key, before ? { ...edit, base: before.base } : edit);
    this.#changed();
    this.#pump();
  }

  /** A person chose between two versions: `text` is to stand, over what they were shown. */
  resolve(conflict: Conflict, text: string): void {
    const key = keyOf(conflict);
    this.#waiting.delete(key);
    if (text === conflict.theirs) this.#pending.delete(key);
    else this.#pending.set(key, { ...conflict, text, base: conflict.theirs });
    this.#changed();
    this.#pump();
  }

  forget(edit: Pick<PendingEdit, 'itemId' | 'field'>): void {
    this.#waiting.delete(keyOf(edit));
    this.#pending.delete(keyOf(edit));
    this.#changed();
  }

  /** The line may be back. */
  retry(): void {
    this.#offline = false;
    this.#pump();
  }

  #pump(): void {
    for (const [key, edit] of this.#pending) {
      if (this.#offline || this.#busy.size >= MOST_AT_ONCE) break;
      if (this.#waiting.has(key) || this.#busy.has(edit.itemId)) continue;
      this.#busy.add(edit.itemId);
      void this.#send(key, edit);
    }
    const state = this.#offline ? 'offline' : this.#busy.size > 0 ? 'saving' : 'idle';
    this.#tools.onState(state);
  }

  async #send(key: string, edit: PendingEdit): Promise<void> {
    const result = await this.#tools.send(edit, this.#versions.get(edit.itemId) ?? 0);
    this.#busy.delete(edit.itemId);
    if (result.kind === 'unreachable') this.#lose();
    else if (result.kind === 'refused') this.#refuse(key, edit, result.sentence);
    else this.#take(key, edit, result);
    this.#changed();
    this.#pump();
  }

  #lose(): void {
    this.#offline = true;
    this.#tools.later(RETRY, () => this.retry());
  }

  #refuse(key: string, edit: PendingEdit, sentence: string): void {
    this.#waiting.add(key);
    this.#tools.onRefused(edit, sentence);
  }

  #take(
    key: string,
    edit: PendingEdit,
    result: { kind: 'saved' | 'conflict'; row: PlanRow; by?: string | null },
  ): void {
    const { row } = result;
    this.#versions.set(row.id, row.version);
    const theirs = row.cells[edit.field];
    const latest = this.#pending.get(key);
    if (result.kind === 'saved') {
      if (latest?.text === edit.text) this.#pending.delete(key);
      else if (latest) this.#pending.set(key, { ...latest, base: theirs });
      this.#tools.onRow(row, edit);
    } else if (theirs === edit.text) {
      this.#pending.delete(key);
      this.#tools.onRow(row, edit);
    } else if (theirs === edit.base) {
      this.#tools.onRow(row, null);
    } else {
      this.#waiting.add(key);
      this.#tools.onRow(row, null);
      this.#tools.onConflict({ ...edit, text: latest?.text ?? edit.text, theirs, by: result.by ?? null });
    }
  }

  #changed(): void {
    this.#tools.keep(this.pending);
  }
}

function keyOf({ itemId, field }: Pick<PendingEdit, 'itemId' | 'field'>): string {
  return `${itemId} ${field}`;
}
