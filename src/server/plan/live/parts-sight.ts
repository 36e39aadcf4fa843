import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findNames, findPartAuthors, type Pulse } from './live-store.ts';
import type { PlanEvent } from './plan-event.ts';
import { asBefore, type Sight } from './sight.ts';

/** What stands around the rows of one plan: its version, and who made it. What differs is seen by whoever asks for it. */
export class PartsSight implements Sight {
  readonly #planId: string;
  #version: number | null = null;

  constructor(planId: string) {
    this.#planId = planId;
  }

  get version(): number {
    return this.#version ?? 0;
  }

  async look(trx: SchoolTransaction, { version }: Pulse): Promise<() => PlanEvent | null> {
    const known = this.#version;
    if (version === known) return asBefore;
    const ids = known === null ? [] : await findPartAuthors(trx, this.#planId, known);
    const names = await findNames(trx, ids);
    return () => {
      this.#version = version;
      if (known === null) return null;
      return { kind: 'parts', version, by: ids.flatMap((id) => (names.has(id) ? { id, name: names.get(id)! } : [])) };
    };
  }
}
