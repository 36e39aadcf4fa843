import type { SaveState } from '#lib/plan/save-queue.ts';
import { timeNow } from '../live/server-clock.ts';
import { word } from '../words.ts';

/** The line that says where what was typed is: saved and when, on its way, or only on this computer. */
export class SaveStatus {
  readonly #place: HTMLElement | null;
  #wasSaving = false;
  #extra = '';
  #refused = '';

  constructor(place: HTMLElement | null) {
    this.#place = place;
  }

  show(state: SaveState, { conflicts, pending }: { conflicts: number; pending: number }): void {
    if (state === 'offline') this.#write('offline', word('planTable.offline'));
    else if (state === 'saving') {
      this.#wasSaving = true;
      this.#write('saving', word('planTable.saving'));
    } else if (conflicts > 0) this.#write('problem', word('planTable.conflictsOpen', { count: conflicts }));
    else if (pending > 0 && this.#refused !== '') this.#write('problem', this.#refused);
    else if (this.#wasSaving && pending === 0) {
      this.#refused = '';
      this.#write('saved', word('planTable.saved', { time: timeNow() }));
    }
  }

  /** A person goes on writing: what was said beside the state has been read. */
  clear(): void {
    this.#extra = '';
  }

  /** Something that matters beside the state, until one goes on writing. */
  say(sentence: string): void {
    this.#extra = sentence;
    this.#write(this.#place?.dataset['state'] ?? 'saved', this.#base);
  }

  /** Something waits on this computer for the line. */
  offline(sentence: string): void {
    this.#wasSaving = true;
    this.#write('offline', sentence);
  }

  /** A cell that cannot be saved as it is: said again after others were saved, until it is put right. */
  refused(sentence: string): void {
    this.#refused = sentence;
    this.problem(sentence);
  }

  problem(sentence: string): void {
    this.#extra = '';
    this.#write('problem', sentence);
  }

  #base = '';

  #write(state: string, sentence: string): void {
    if (!this.#place) return;
    this.#base = sentence;
    this.#place.dataset['state'] = state;
    this.#place.textContent = [sentence, this.#extra].filter(Boolean).join(' · ');
  }
}
