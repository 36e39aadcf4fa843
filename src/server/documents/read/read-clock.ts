import type { ReadLimits } from './read-limits.ts';

type Times = Pick<ReadLimits, 'workMilliseconds' | 'idleMilliseconds' | 'totalMilliseconds'>;

/**
 * How long the reading of one file may last. Taking it apart and understanding it gets `workMilliseconds` in all, whatever progress it
 * claims: many small steps are no less work than one. Work that is slow by nature does not count, as long as it gives a sign of life
 * every `idleMilliseconds`; to its first sign it has no more than what is left of the work. `totalMilliseconds` end everything.
 */
export class ReadClock {
  readonly #times: Times;
  readonly #end: () => void;
  readonly #total: NodeJS.Timeout;
  #timer: NodeJS.Timeout;
  #workLeft: number;
  #workSince: number | null;

  /** Starts at once. `end` is called when the time is over. */
  constructor(times: Times, end: () => void) {
    this.#times = times;
    this.#end = end;
    this.#workLeft = times.workMilliseconds;
    this.#workSince = performance.now();
    this.#timer = setTimeout(end, times.workMilliseconds);
    this.#total = setTimeout(end, times.totalMilliseconds);
  }

  /** Work that is slow by nature begins or ends. */
  slow(slow: boolean): void {
    const now = performance.now();
    if (this.#workSince !== null) this.#workLeft -= now - this.#workSince;
    this.#workSince = slow ? null : now;
    this.#restart(Math.min(this.#workLeft, slow ? this.#times.idleMilliseconds : Infinity));
  }

  signOfLife(): void {
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
