import type { DocumentKind } from '#core/documents/reading.ts';

/** What the list of uploads shows of one file. */
export interface UploadCard {
  id: string;
  fileName: string;
  /** dd/MM/yyyy HH:mm */
  when: string;
  state: 'waiting' | 'reading' | 'review' | 'accepted' | 'failed' | 'other' | 'discarded';
  progress: { step: 'open' | 'page' | 'recognise' | 'convert'; done: number; total: number } | null;
  /** What went wrong and what to do, for `failed`. */
  sentence: string | null;
  /** The reading may succeed when it is tried again. */
  mayRetry: boolean;
  outcome: { kind: DocumentKind; kindReason: string; legacyScheme: boolean; items: number; unread: number } | null;
  planId: string | null;
}

/** True while the card will change by itself. */
export function isBusy(card: Pick<UploadCard, 'state'>): boolean {
  return card.state === 'waiting' || card.state === 'reading';
}
