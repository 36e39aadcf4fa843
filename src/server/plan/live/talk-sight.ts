import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { type CommentMark, findCommentMarks, type Pulse } from './live-store.ts';
import type { ChangedComment, PlanEvent } from './plan-event.ts';
import { asBefore, type Sight } from './sight.ts';

/** What people say about one plan and its rows: that it was said, where and by whom. */
export class TalkSight implements Sight {
  readonly #planId: string;
  #pulse = -1;
  #known: ReadonlyMap<string, CommentMark> | null = null;

  constructor(planId: string) {
    this.#planId = planId;
  }

  /** How things stand, for a window that has just come. */
  get standing(): PlanEvent {
    return { kind: 'talk', pulse: this.#pulse, open: openByItem(this.#known?.values() ?? []), changed: [] };
  }

  async look(trx: SchoolTransaction, { talk: pulse }: Pulse): Promise<() => PlanEvent | null> {
    const known = this.#known;
    if (known !== null && pulse === this.#pulse) return asBefore;
    const marks = await findCommentMarks(trx, this.#planId);
    return () => {
      [this.#pulse, this.#known] = [pulse, new Map(marks.map((mark) => [mark.id, mark]))];
      const changed = known === null ? [] : marks.flatMap((mark) => changeOf(mark, known.get(mark.id)));
      return changed.length === 0 ? null : { kind: 'talk', pulse, open: openByItem(marks), changed };
    };
  }
}

function changeOf(mark: CommentMark, before: CommentMark | undefined): ChangedComment[] {
  if (before?.version === mark.version) return [];
  const { id, threadId, itemId, byId } = mark;
  return [{ id, threadId, itemId, byId, isNew: before === undefined }];
}

/** Threads that wait, by row; rows without one are not in it. */
function openByItem(marks: Iterable<CommentMark>): Record<string, number> {
  const open: Record<string, number> = {};
  for (const { isOpen, itemId } of marks) if (isOpen && itemId !== null) open[itemId] = (open[itemId] ?? 0) + 1;
  return open;
}
