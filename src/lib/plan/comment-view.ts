import type { WordPiece } from '#core/plan/life/mentions.ts';

/** One thing that somebody said, as it is shown. */
export interface CommentView {
  id: string;
  by: string;
  /** "07/07/2026 10:32" */
  when: string;
  pieces: WordPiece[];
  /** Whom it names beside its words. */
  beside: string[];
  /** Taken back by whoever said it: there are no words. */
  withdrawn: boolean;
}

/** Something in a thread that this person may do something about, in the version that they see. */
export interface SaidVersion {
  id: string;
  version: number;
}

export const DECISIONS = ['taken', 'partly', 'not-taken', 'noted'] as const;

/** What was said first, what became of it, and what this person may do about it. */
export interface ThreadView extends CommentView {
  version: number;
  /** An answer of the school is owed; or it is talked over and settled. */
  kind: 'consultation' | 'discussion';
  itemId: string | null;
  /** Said by somebody with a link. */
  invited: boolean;
  revision: number;
  decision: (typeof DECISIONS)[number] | 'settled' | 'withdrawn' | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
  replies: CommentView[];
  mayAnswer: boolean;
  mayReply: boolean;
  maySettle: boolean;
  /** What they said last and may take back; what they took back last and may let stand again. */
  takeBack: SaidVersion | null;
  putBack: SaidVersion | null;
}
