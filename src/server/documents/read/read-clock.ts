import type { ReadLimits } from './read-limits.ts';

type Times = Pick<ReadLimits, 'workMilliseconds' | 'idleMilliseconds' | 'totalMilliseconds'>;

/**
 * How long the reading of one file may last. Taking it apart and understanding it gets `workMilliseconds` in all, whatever progress it
 * claims: many small steps are no less work than one. Work that is slow by nature does not count, as long as it gives a sign of life
 * every `idleMilliseconds`; to its first sign it has no more than what is left of the work. What was done since the last sign before it,
 * as to see that a page is a picture, belongs to it. `totalMilliseconds` end everything.
 */
export class ReadClock {
  readonly #times: Times;
  readonly #end: () => void;
  readonly #total: NodeJS.Timeout;
  #timer: NodeJS.Timeout;
  #workLeft: number;
  #workSince: number | null;
  #lastSign: number;

  /** Starts at once. `end` is called when the time is over. */
  constructor(times: Times, end: () => void) {
    this.#times = times;
    this.#end = end;
    this.#workLeft = times.workMilliseconds;
    this.#workSince = performance.now();
    this.#lastSign = this.#workSince;
    this.#timer = setTimeout(end, times.workMilliseconds);
    this.#total = setTimeout(end, times.totalMilliseconds);
  }

  /** Work that is slow by nature begins or ends. */
  slow(slow: boolean): void {
    const now = performance.now();
    const since = this.#workSince ?? now;
    const toFirstSign = Math.min(this.#workLeft - (now - since), this.#times.idleMilliseconds);
    if (slow) this.#workLeft -= Math.max(0, this.#lastSign - since);
    this.#workSince = slow ? null : now;
    this.#restart(slow ? toFirstSign : this.#workLeft);
  }

  signOfLife(): void {
    this.#lastSign = performance.now();
    if (this.#workSince === null) this.#restart(this.#times.idleMilliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#total);
  }

  #restart(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#end, Math.max(0, milliseconds));
  }
}
