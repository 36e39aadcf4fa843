import type { SaidThread, Turn } from '#core/plan/life/take-back.ts';
import type { CommentRow } from './comment-store.ts';

/** What was said, as far as it can be taken back. */
export interface SaidTurn extends Turn {
  row: CommentRow;
}

/** A thread as rules about taking words back see it. @param replies oldest first */
export function saidThread(root: CommentRow, replies: readonly CommentRow[]): SaidThread<SaidTurn> {
  const { kind, revision } = root;
  const isClosed = root.decision !== null && !isWithdrawn(root);
  return { kind, revision, isClosed, turns: [root, ...replies].map(turnOf) };
}

/** Its author took it back: the words stay in their row and are shown to nobody. */
export function isWithdrawn({ decision }: Pick<CommentRow, 'decision'>): boolean {
  return decision === 'withdrawn';
}

function turnOf(row: CommentRow): SaidTurn {
  return { row, id: row.id, withdrawnAt: isWithdrawn(row) ? row.answered_at : null };
}
