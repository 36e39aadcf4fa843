import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import type { PendingEdit } from '#lib/plan/save-queue.ts';
import { newRowId } from '../rows/new-row-id.ts';

/**
 * Cells that are typed but not saved, kept by the browser: they survive a closed page and a lost line. Each page keeps its own under a key
 * of its own, so that one that has saved everything does not erase what waits in another window.
 */
export class Drafts {
  readonly #ofPlan: string;
  readonly #key: string;
  /** Found and not in the hands of the page: their row is not shown, or their cell waits with other words already. */
  #later: PendingEdit[] = [];
  #kept: PendingEdit[] = [];

  constructor(planId: string, userId: string) {
    this.#ofPlan = `caitien.draft.${userId}.${planId}`;
    this.#key = `${this.#ofPlan}.${newRowId()}`;
    // A page that was opened meanwhile has taken these for left behind; this one is still there to save them, and may have newer words.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === this.#key && newValue === null && this.#kept.length > 0) this.#write();
    });
  }

  /** Takes over what pages of this plan have left behind. */
  find(): void {
    try {
      const keys = Object.keys(localStorage).filter(
        (key) => key === this.#ofPlan || (key.startsWith(`${this.#ofPlan}.`) && key !== this.#key),
      );
      if (keys.length === 0) return;
      for (const draft of keys.sort().flatMap((key) => readDrafts(localStorage.getItem(key))))
        if (!this.#later.some((other) => isCellOf(other, draft) && other.text === draft.text)) this.#later.push(draft);
      // First here, then no longer there: a page that breaks off in between leaves them twice, never not at all.
      if (this.keep([])) for (const key of keys) localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to find.
    }
  }

  /**
   * What was found and can be tried now, one for a cell: it belongs to the page from here on, which is to keep it.
   * @param isShown whether the page shows its row
   */
  take(pending: readonly PendingEdit[], isShown: (itemId: string) => boolean): PendingEdit[] {
    const taken: PendingEdit[] = [];
    for (const draft of this.#later)
      if (isShown(draft.itemId) && ![...pending, ...taken].some((other) => isCellOf(other, draft))) taken.push(draft);
    this.#later = this.#later.filter((draft) => !taken.includes(draft));
    return taken;
  }

  /** @returns whether the browser has them all */
  keep(pending: readonly PendingEdit[]): boolean {
    this.#kept = [...pending, ...this.#later];
    return this.#write();
  }

  /** Megabytes in one cell, which no server takes, must not push out what else was typed. */
  #write(): boolean {
    if (this.#put(this.#kept)) return true;
    this.#put(this.#kept.filter(({ text }) => text.length <= CELL_LIMIT));
    return false;
  }

  #put(edits: readonly PendingEdit[]): boolean {
    try {
      if (edits.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(edits));
      return true;
    } catch {
      // A browser that is full or keeps nothing: the page itself still holds the text.
      return false;
    }
  }
}

function isCellOf(one: PendingEdit, other: PendingEdit): boolean {
  return one.itemId === other.itemId && one.field === other.field;
}

function readDrafts(text: string | null): PendingEdit[] {
  try {
    const kept = JSON.parse(text ?? '[]') as PendingEdit[];
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
