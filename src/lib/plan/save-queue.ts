import type { EditableField } from '#core/plan/edit-item.ts';
import type { PlanRow } from './plan-row.ts';

/** A cell that was typed and is not known to be saved. */
export interface PendingEdit {
  itemId: string;
  field: EditableField;
  text: string;
  /** What the cell said when the typing began. */
  base: string;
  /** The newest version of the row in which the cell is known to have said so: a save names it, so that it never hides other words. */
  version?: number;
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
  /** What the cell says in `version`. */
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

  /** The version in which the page shows a row. */
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

  /** @param edit without a version it was typed over what the page shows now */
  edit(edit: PendingEdit): void {
    const key = keyOf(edit);
    const { base, version = this.#versions.get(edit.itemId) ?? 0 } = this.#pending.get(key) ?? edit;
    this.#pending.set(key, { ...edit, base, version });
    this.#changed();
    this.#pump();
  }

  /** A person chose between two versions: `text` is to stand, over what they were shown. */
  resolve(conflict: Conflict, text: string): void {
    const key = keyOf(conflict);
    this.#waiting.delete(key);
    if (text === conflict.theirs) this.#pending.delete(key);
    else {
      const { itemId, field, theirs, version = 0 } = conflict;
      this.#pending.set(key, { itemId, field, text, base: theirs, version });
    }
    this.#changed();
    this.#pump();
  }

  /** Somebody else changed a row. Words that are typed over a cell that still says what it did may be saved over the new version. */
  heard(row: PlanRow): void {
    this.#versions.set(row.id, Math.max(row.version, this.#versions.get(row.id) ?? 0));
    for (const [key, edit] of this.#pending) {
      const stillSo = edit.itemId === row.id && row.cells[edit.field] === edit.base;
      if (stillSo && row.version > (edit.version ?? 0)) this.#pending.set(key, { ...edit, version: row.version });
    }
  }

  /** A row is gone, and a person does not want to keep what they typed in it. */
  forgetRow(itemId: string): void {
    for (const [key, edit] of this.#pending) {
      if (edit.itemId !== itemId) continue;
      this.#waiting.delete(key);
      this.#pending.delete(key);
    }
    this.#changed();
    this.#pump();
  }

  /** A row that was gone is back: what was typed in it is tried again. */
  retryRow(itemId: string): void {
    for (const [key, edit] of this.#pending) if (edit.itemId === itemId) this.#waiting.delete(key);
    this.#pump();
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
    const result = await this.#tools.send(edit, edit.version ?? 0);
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
    const { version } = row;
    this.heard(row);
    const theirs = row.cells[edit.field];
    const latest = this.#pending.get(key);
    if (result.kind === 'saved') {
      if (latest?.text === edit.text) this.#pending.delete(key);
      else if (latest) this.#pending.set(key, { ...latest, base: theirs, version });
      this.#tools.onRow(row, edit);
    } else if (theirs === edit.text.normalize('NFC').trim()) {
      this.#pending.delete(key);
      this.#tools.onRow(row, edit);
    } else if (theirs === edit.base) {
      this.#tools.onRow(row, null);
    } else {
      this.#waiting.add(key);
      this.#tools.onRow(row, null);
      this.#tools.onConflict({ ...edit, text: latest?.text ?? edit.text, theirs, version, by: result.by ?? null });
    }
  }

  #changed(): void {
    this.#tools.keep(this.pending);
  }
}

function keyOf({ itemId, field }: Pick<PendingEdit, 'itemId' | 'field'>): string {
  return `${itemId} ${field}`;
}
