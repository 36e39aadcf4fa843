import type { StoredItem } from '../plan-item-row.ts';
import type { CommentMark, Visitor } from './live-store.ts';

/** A row that is new, was written or moved, and the row that it stands below (null: it is the first). */
export interface ChangedRow {
  stored: StoredItem;
  after: string | null;
  /** Who did it; null for somebody who is not of the school any more. */
  by: string | null;
}

/** A row that is not in the plan any more, and who took it out. */
export interface RemovedRow {
  id: string;
  version: number;
  byId: string;
  by: string | null;
}

/** Something that was said, answered or settled: which, where and by whom. Its words are asked for by those who may read them. */
export interface ChangedComment extends Omit<CommentMark, 'version' | 'isOpen'> {
  isNew: boolean;
}

/** What somebody who has a plan open is told of. */
export type PlanEvent =
  /**
   * The first: how the plan stands (`fingerprintOf` its rows; version of what stands around them), under which id this window is
   * known, whether the person may write.
   */
  | { kind: 'hello'; visitorId: string; print: string; version: number; mayEdit: boolean }
  /** Rows changed; `print` is that of the plan after it. */
  | { kind: 'rows'; print: string; changed: ChangedRow[]; removed: RemovedRow[] }
  /**
   * People talk: `pulse` grows with everything that happens in it, `open` counts the threads that wait at each row. Without changes
   * it says how things stand, to a window that has just come.
   */
  | { kind: 'talk'; pulse: number; open: Record<string, number>; changed: ChangedComment[] }
  /** What stands around the rows is in another version; `by`: who changed it, nobody when the plan took a step. */
  | { kind: 'parts'; version: number; by: { id: string; name: string }[] }
  /** Who has the plan open, the listener included. */
  | { kind: 'people'; people: Visitor[] }
  /** The plan took a step in its life, or the person has another role or group. */
  | { kind: 'editing'; mayEdit: boolean }
  /** Nothing more will come: the session or the membership ended; the plan may not be read any more. */
  | { kind: 'end'; why: 'signed-out' | 'not-allowed' };
