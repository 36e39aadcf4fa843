import { criteriaNamedIn } from './criterion-reference.ts';
import type { PlanItem } from './plan-document.ts';

/** Every criterion that a row serves, its own first; empty when it names none. */
export function criteriaOfItem({ criterion, criterionText }: Pick<PlanItem, 'criterion' | 'criterionText'>): string[] {
  if (criterion === null) return [];
  const named = criterionText === null ? [] : criteriaNamedIn(criterionText);
  return named[0] === criterion ? named : [criterion];
}
