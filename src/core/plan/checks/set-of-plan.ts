import { findSetByCode, findSetInForce } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { PlanDocument } from '../plan-document.ts';

/**
 * The set that a plan was made with: the one whose code it names, or, when it names none, the one in force on its date for its
 * type of school. Null when neither is known, and for a plan of an older scheme.
 */
export function setOfPlan(plan: PlanDocument, sets: readonly StandardSet[]): StandardSet | null {
  if (plan.legacyScheme) return null;
  if (plan.standardSet !== null) return findSetByCode(sets, plan.standardSet, plan.schoolType);
  const day = plan.date ?? (plan.schoolYear ? `${plan.schoolYear.start}-10-15` : null);
  return plan.schoolType !== null && day !== null ? findSetInForce(sets, plan.schoolType, day) : null;
}
