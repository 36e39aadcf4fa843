import type { FindingPlace, Severity } from '../finding.ts';
import type { CheckedDocument } from './checked-document.ts';

/**
 * One thing that a careful secretary would want to mend, or knowingly keep, before signing. One file per rule, one line in
 * `check-rules.ts`; `docs/checks.md` is generated from these words.
 */
export interface CheckRule {
  /** "time-end-before-start"; never renamed once released, since people silence rules by it. */
  id: string;
  severity: Severity;
  title: Words;
  /** What it means and why it matters, for a school secretary; says the tolerances. */
  explanation: Words;
  /** Faulty words as they stand in a document, Vietnamese. */
  example: string;
  /** Pure; an empty list when the document does not have the thing that the rule is about. */
  check(document: CheckedDocument): Fault[];
}

export interface Words {
  vi: string;
  en: string;
}

export interface Fault {
  where: FindingPlace;
  /** One plain Vietnamese sentence that quotes what is wrong. */
  message: string;
  /** The text that would be right; left out when there is none. */
  suggestion?: string | null;
  /** Where it differs from the rule's own, as for facts that are not verified. */
  severity?: Severity;
}
