import type { SourceFacts } from '#core/documents/reading.ts';
import { legalBases, type LegalBasis } from '#core/plan/legal-basis.ts';
import { resultsOf, type PlanResults } from '#core/plan/results.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { criteriaOfItem } from '../criteria-of-item.ts';
import type { PlanDocument, PlanItem } from '../plan-document.ts';
import { passagesOf, type Passage } from './passage.ts';

export interface CheckInput {
  plan: PlanDocument;
  /** The file as it stands; null for a plan that was typed in the product. */
  source: SourceFacts | null;
  /** The set that the plan was made with; null when it is not known, and rules about criteria are then silent. */
  set: StandardSet | null;
  /** Null: bases are not compared with known documents. */
  library: LegalLibrary | null;
  /** The school that works with the plan, when known; the plan may name it under an older name. */
  school: { name: string; posts?: readonly string[] } | null;
}

/** The input with what several rules derive from it, each derived once. */
export interface CheckedDocument extends CheckInput {
  passages: readonly Passage[];
  bases: readonly LegalBasis[];
  results: PlanResults;
  /** Every criterion that each row names. */
  criteria: ReadonlyMap<PlanItem, readonly string[]>;
}

export function checkedDocument(input: CheckInput): CheckedDocument {
  const { plan } = input;
  return {
    ...input,
    passages: passagesOf(plan),
    bases: legalBases(plan),
    results: resultsOf(plan),
    criteria: new Map(plan.items.map((item) => [item, criteriaOfItem(item)])),
  };
}
