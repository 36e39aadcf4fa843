import type { PlanRow } from './plan-row.ts';

/** Somebody who has the plan open in some window. */
export interface Person {
  userId: string;
  name: string;
  /** The row that they are at. */
  itemId: string | null;
}

/** A row of somebody else's making: new, written or moved. */
export interface LiveRow {
  row: PlanRow;
  /** The row that it stands below in the whole plan; null: it is the first. */
  after: string | null;
  /** Who did it: name, null for somebody who is not of the school any more, and id. */
  by: string | null;
  byId: string;
}

/** What travels to an open plan as server-sent events, each under its kind. */
export interface LiveMessages {
  /** `print`: fingerprint of the rows of the plan (`core/plan/row-marks.ts`). */
  hello: { visitorId: string; print: string; mayEdit: boolean };
  rows: { print: string; changed: LiveRow[]; removed: { id: string; version: number; byId: string }[] };
  people: { people: Person[] };
  editing: { mayEdit: boolean };
  end: { why: 'signed-out' | 'not-allowed' };
}
