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
  decision: (typeof DECISIONS)[number] | 'settled' | null;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: string | null;
  replies: CommentView[];
  mayAnswer: boolean;
  mayReply: boolean;
  maySettle: boolean;
}
