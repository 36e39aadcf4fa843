import type { ItemField, PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import type { PrintPart } from './print-model.ts';

export interface LayoutContext {
  /** Gives the titles of standards and criteria; null when it is not known. */
  set: StandardSet | null;
}

/** One form in which schools print a plan. Adding one is a file and a line in `layouts.ts`. */
export interface PlanLayout {
  name: PlanLayoutName;
  /** Vietnamese name in lists. */
  label: string;
  /** What of an item the form has room for. */
  fields: readonly ItemField[];
  /** The body: everything between title and signature. */
  body(plan: PlanDocument, context: LayoutContext): PrintPart[];
}
