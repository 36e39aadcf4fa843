import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { Pulse } from './live-store.ts';
import type { PlanEvent } from './plan-event.ts';

/** One kind of thing in a plan that is watched: how it was at the last look, and what became of it since. */
export interface Sight {
  /**
   * @param now tells for little whether there is anything to look at
   * @returns to be called when the look is over: takes what was seen for known. It answers with the event that tells of it, null when
   *   nothing changed, and at the first look.
   */
  look(trx: SchoolTransaction, now: Pulse): Promise<() => PlanEvent | null>;
}

/** Nothing to look at. */
export const asBefore = (): null => null;
