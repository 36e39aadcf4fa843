import type { Place } from '#core/documents/block.ts';
import type { ItemField } from './plan-document.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** One thing that a careful secretary would want to mend, or knowingly keep, before signing. */
export interface Finding {
  /** Id of the rule, "time-end-before-start". */
  rule: string;
  severity: Severity;
  /** One plain Vietnamese sentence that quotes what is wrong. */
  message: string;
  where: FindingPlace;
  /** The text that would be right, when there is one; never applied by itself. */
  suggestion: string | null;
}

export interface FindingPlace {
  part: 'letterhead' | 'title' | 'section' | 'item' | 'signature' | 'recipients' | 'document';
  /** `PlanItem.id`, for part `item`. */
  item: string | null;
  field: ItemField | null;
  /** Labels of the section and its parents, "II.4", for part `section`. */
  section: string | null;
  /** The words at fault, as typed. */
  quote: string | null;
  place: Place | null;
}
