import type { PendingEdit } from '#lib/plan/save-queue.ts';

const MOST = 100;

/** The last edits of this page, to be taken back one by one. */
export class UndoStack {
  readonly #edits: PendingEdit[] = [];
  readonly #button: HTMLButtonElement | null;
  readonly #undo: (edit: PendingEdit) => void;

  constructor(button: HTMLButtonElement | null, undo: (edit: PendingEdit) => void) {
    this.#button = button;
    this.#undo = undo;
    button?.addEventListener('click', () => this.undo());
  }

  push(edit: PendingEdit): void {
    this.#edits.push(edit);
    if (this.#edits.length > MOST) this.#edits.shift();
    this.#show();
  }

  undo(): void {
    const edit = this.#edits.pop();
    if (edit) this.#undo(edit);
    this.#show();
  }

  #show(): void {
    if (this.#button) this.#button.disabled = this.#edits.length === 0;
  }
}
