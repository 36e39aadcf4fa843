import type { PendingEdit } from '#lib/plan/save-queue.ts';

/** Cells that are typed but not saved, kept by the browser: they survive a closed page and a lost line. */
export class Drafts {
  readonly #key: string;

  constructor(planId: string, userId: string) {
    this.#key = `caitien.draft.${userId}.${planId}`;
  }

  read(): PendingEdit[] {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key) ?? '[]') as PendingEdit[];
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }

  keep(pending: readonly PendingEdit[]): void {
    try {
      if (pending.length === 0) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(pending));
    } catch {
      // A browser that keeps nothing: the page itself still holds the text.
    }
  }
}
