import type { PlanRow } from './plan-row.ts';

/** Somebody who has the plan open in some window. */
export interface Person {
  userId: string;
  name: string;
  /** The row that they are at, or the part around the table (`core/plan/part-id.ts`). */
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

/** A row that is not in the plan any more, and who took it out. */
export interface RemovedRow {
  id: string;
  version: number;
  byId: string;
  by: string | null;
}

/** Something that was said, answered or settled. Its words are asked for by those who may read them. */
export interface ChangedComment {
  id: string;
  threadId: string;
  /** The row that it is about; null: the whole plan. */
  itemId: string | null;
  byId: string | null;
  isNew: boolean;
}

/** What travels to an open plan as server-sent events, each under its kind. */
export interface LiveMessages {
  /** `print`: fingerprint of the rows of the plan (`core/plan/row-marks.ts`); `version`: of what stands around them. */
  hello: { visitorId: string; print: string; version: number; mayEdit: boolean };
  rows: { print: string; changed: LiveRow[]; removed: RemovedRow[] };
  /** `pulse` grows with everything that is said, answered and settled; `open`: threads that wait, by row. */
  talk: { pulse: number; open: Record<string, number>; changed: ChangedComment[] };
  /** What stands around the rows is in another version; `by`: who changed it. */
  parts: { version: number; by: { id: string; name: string }[] };
  people: { people: Person[] };
  editing: { mayEdit: boolean };
  end: { why: 'signed-out' | 'not-allowed' };
}
