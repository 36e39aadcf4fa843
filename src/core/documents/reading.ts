import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { Place, SourceFormat } from './block.ts';

export type DocumentKind =
  'improvement-plan' | 'self-assessment-report' | 'external-evaluation-report' | 'result-notice' | 'other';

/** The result of reading one file. */
export interface Reading {
  format: SourceFormat;
  kind: DocumentKind;
  /** Why this kind, in words of the document; shown when it is not a plan. */
  kindReason: string;
  /** The document uses the scheme before 2018 (28, 29 or 36 criteria, "chỉ số"); its criteria are not mapped. */
  legacyScheme: boolean;
  plan: PlanDocument;
  /** What became of each non-blank paragraph of the source: exactly one entry each. */
  uses: ParagraphUse[];
  /** Facts of the source as it stands that an edited plan no longer has; checks of the source look at them. */
  source: SourceFacts;
}

export type ParagraphUse =
  | { paragraph: number; as: 'used'; for: string }
  | { paragraph: number; as: 'furniture'; reason: string }
  | { paragraph: number; as: 'unread'; text: string; place: Place };

export interface SourceFacts {
  /** Every paragraph, furniture excepted, in reading order, as the file has it (before normalising). */
  texts: { paragraph: number; text: string; place: Place }[];
  /** The numbers of each table's TT column, blank ones left out. */
  tableNumbers: { table: number; numbers: { text: string; place: Place }[] }[];
}
