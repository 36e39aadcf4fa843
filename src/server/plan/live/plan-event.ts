import type { StoredItem } from '../plan-item-row.ts';
import type { Visitor } from './live-store.ts';

/** A row that is new, was written or moved, and the row that it stands below (null: it is the first). */
export interface ChangedRow {
  stored: StoredItem;
  after: string | null;
  /** Who did it; null for somebody who is not of the school any more. */
  by: string | null;
}

/** What somebody who has a plan open is told of. */
export type PlanEvent =
  /** The first: how the plan stands (`fingerprintOf` its rows), under which id this window is known, whether the person may write. */
  | { kind: 'hello'; visitorId: string; print: string; mayEdit: boolean }
  /** Rows changed; `print` is that of the plan after it. */
  | { kind: 'rows'; print: string; changed: ChangedRow[]; removed: { id: string; version: number; byId: string }[] }
  /** Who has the plan open, the listener included. */
  | { kind: 'people'; people: Visitor[] }
  /** The plan took a step in its life, or the person has another role or group. */
  | { kind: 'editing'; mayEdit: boolean }
  /** Nothing more will come: the session or the membership ended; the plan may not be read any more. */
  | { kind: 'end'; why: 'signed-out' | 'not-allowed' };
