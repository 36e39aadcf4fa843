import type { ReadLimits } from './read-limits.ts';

type Times = Pick<ReadLimits, 'workMilliseconds' | 'waitMilliseconds' | 'idleMilliseconds' | 'totalMilliseconds'>;

/** How often the times are looked at, in milliseconds. */
const LOOK = 50;

/**
 * How long the reading of one file may last. Taking it apart and understanding it gets `workMilliseconds` of processor time in all,
 * whatever progress it claims: many small steps are no less work than one, and a computer that is busy with other things is no reason to
 * refuse a file. On the wall that work may last `waitMilliseconds`, so that what waits for ever ends too. Work that is slow by nature does
 * not count, as long as it gives a sign of life every `idleMilliseconds`; to its first sign it has no more than what is left of the work.
 * What was done since the last sign before it, as to see that a page is a picture, belongs to it. `totalMilliseconds` end everything.
 */
export class ReadClock {
  readonly #times: Times;
  readonly #usedOr: () => number | null;
  readonly #look: NodeJS.Timeout;
  readonly #start: Moment;
  #left: Moment;
  /** Where the work that counts began; null while slow work goes on. */
  #since: Moment | null;
  #lastSign: Moment;
  #slowSince: Moment;
  #slowHasSign = false;
  #lastUsed: number | null = null;

  /** Starts at once. `usedOr` tells the processor time so far in milliseconds; null, and the clock on the wall counts. `end` is called when the time is over. */
  constructor(times: Times, usedOr: () => number | null, end: () => void) {
    this.#times = times;
    this.#usedOr = usedOr;
    this.#left = { used: times.workMilliseconds, wall: times.waitMilliseconds };
    this.#start = this.#since = this.#lastSign = this.#slowSince = this.#now();
    this.#look = setInterval(() => {
      if (!this.#isOver()) return;
      this.stop();
      end();
    }, LOOK);
  }

  /** Work that is slow by nature begins or ends. */
  slow(slow: boolean): void {
    const now = this.#now();
    if (slow && this.#since !== null) {
      const worked = between(this.#since, this.#lastSign);
      this.#left = between(worked, this.#left);
      this.#slowSince = this.#lastSign;
      this.#slowHasSign = false;
    }
    this.#since = slow ? null : now;
    this.#lastSign = now;
  }

  signOfLife(): void {
    this.#lastSign = this.#now();
    this.#slowHasSign = true;
  }

  stop(): void {
    clearInterval(this.#look);
  }

  #isOver(): boolean {
    const now = this.#now();
    const { totalMilliseconds, idleMilliseconds } = this.#times;
    if (now.wall - this.#start.wall >= totalMilliseconds) return true;
    if (this.#since !== null) return isUsedUp(between(this.#since, now), this.#left);
    if (now.wall - this.#lastSign.wall >= idleMilliseconds) return true;
    return !this.#slowHasSign && isUsedUp(between(this.#slowSince, now), this.#left);
  }

  #now(): Moment {
    const wall = performance.now();
    const used = this.#usedOr();
    if (used !== null) this.#lastUsed = used;
    // A process that has ended just now tells no more.
    return { wall, used: used ?? this.#lastUsed ?? wall };
  }
}

/** Milliseconds of processor time, and on the wall. */
interface Moment {
  used: number;
  wall: number;
}

function between(from: Moment, to: Moment): Moment {
  return { used: to.used - from.used, wall: to.wall - from.wall };
}

function isUsedUp(spent: Moment, left: Moment): boolean {
  return spent.used >= left.used || spent.wall >= left.wall;
}
