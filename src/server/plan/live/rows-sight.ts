import { changesBetween, fingerprintOf, type RowMark } from '#core/plan/row-marks.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { findMarks, findNames, findRows, type Pulse } from './live-store.ts';
import type { ChangedRow, PlanEvent, RemovedRow } from './plan-event.ts';
import { asBefore, type Sight } from './sight.ts';

type Marks = Awaited<ReturnType<typeof findMarks>>;

/** The rows of one plan. */
export class RowsSight implements Sight {
  readonly #planId: string;
  #pulse = -1;
  #rows: ReadonlyMap<string, RowMark> | null = null;
  #print = '';

  constructor(planId: string) {
    this.#planId = planId;
  }

  /** Fingerprint of the rows as they were at the last look. */
  get print(): string {
    return this.#print;
  }

  async look(trx: SchoolTransaction, { pulse }: Pulse): Promise<() => PlanEvent | null> {
    const known = this.#rows;
    if (known !== null && pulse === this.#pulse) return asBefore;
    const marks = await findMarks(trx, this.#planId);
    const rows = new Map(marks.filter(({ removed }) => !removed).map(({ id, version }) => [id, { id, version }]));
    const print = fingerprintOf(rows.values());
    const changes = known === null ? null : changesBetween(known, marks);
    const changed = changes && (await this.#changed(trx, changes.changed));
    const removed = changes && (await this.#removed(trx, changes.removed, marks));
    return () => {
      [this.#pulse, this.#rows, this.#print] = [pulse, rows, print];
      if (!changed || !removed || changed.length + removed.length === 0) return null;
      return { kind: 'rows', print, changed, removed };
    };
  }

  async #changed(
    trx: SchoolTransaction,
    changed: readonly { id: string; after: string | null }[],
  ): Promise<ChangedRow[]> {
    const ids = changed.map(({ id }) => id);
    const stored = await findRows(trx, this.#planId, ids);
    return changed.flatMap(({ id, after }) => {
      const row = stored.get(id);
      return row ? [{ ...row, after }] : [];
    });
  }

  async #removed(trx: SchoolTransaction, removed: readonly RowMark[], marks: Marks): Promise<RemovedRow[]> {
    const last = new Map(marks.map(({ id, byId }) => [id, byId]));
    const byIds = removed.flatMap(({ id }) => last.get(id) ?? []);
    const names = await findNames(trx, byIds);
    return removed.map((row) => {
      const byId = last.get(row.id) ?? '';
      return { ...row, byId, by: names.get(byId) ?? null };
    });
  }
}
