import type { PlanMove, PlanState } from './plan-life.ts';

/** Steps at which somebody decides about a plan with everything that was said about it before them. */
export const DECIDING_MOVES = ['submit', 'approve', 'return', 'issue', 'close'] as const satisfies PlanMove[];

/** One thing that was said in a thread; `withdrawnAt`: when its author took it back. Ids of turns and steps grow with time. */
export interface Turn {
  id: string;
  withdrawnAt: Date | null;
}

export interface SaidThread<Said extends Turn = Turn> {
  kind: 'consultation' | 'discussion';
  revision: number;
  /** Answered or settled. */
  isClosed: boolean;
  /** As they were said; the first began it. */
  turns: readonly Said[];
}

export interface PlanOfThread {
  state: PlanState;
  revision: number;
  /** Id of the last step that was one of `DECIDING_MOVES`; null: there was none. */
  decidedBy: string | null;
}

/** Others have answered it; or somebody has decided about the plan with these words before their eyes. */
export type StandsBecause = 'answered' | 'decided';

/** Why an author can take their words back no more; null when they can. Words that were replied to stand. */
export function whyNotTakenBack(thread: SaidThread, turn: Turn, plan: PlanOfThread): StandsBecause | null {
  const last = thread.turns.findLast(({ withdrawnAt }) => withdrawnAt === null);
  return last?.id === turn.id ? whyNotPutBack(thread, turn, plan) : 'answered';
}

/** Why words that were taken back cannot stand again; null when they can. What a consultation was told is decided about when it ends. */
export function whyNotPutBack(thread: SaidThread, { id }: Turn, plan: PlanOfThread): StandsBecause | null {
  if (thread.isClosed) return 'answered';
  const isOver = plan.state !== 'consultation' || plan.revision !== thread.revision;
  if (thread.kind === 'consultation' && isOver) return 'decided';
  return plan.decidedBy !== null && plan.decidedBy > id ? 'decided' : null;
}

/** What of a thread one of its authors may take back now, and what they took back last and may let stand again. */
export function turnsToTakeBack<Said extends Turn>(
  thread: SaidThread<Said>,
  plan: PlanOfThread,
  isMine: (turn: Said) => boolean,
): { takeBack: Said | null; putBack: Said | null } {
  const mine = thread.turns.filter(isMine);
  const latest = mine
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .reduce<Said | null>((one, turn) => (one && one.withdrawnAt! > turn.withdrawnAt! ? one : turn), null);
  return {
    takeBack: mine.find((turn) => whyNotTakenBack(thread, turn, plan) === null) ?? null,
    putBack: latest && whyNotPutBack(thread, latest, plan) === null ? latest : null,
  };
}
