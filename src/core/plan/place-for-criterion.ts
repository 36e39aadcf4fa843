import { squash } from '#core/kernel/text.ts';
import type { Criterion } from '#core/standards/standard-set.ts';
import type { PlanItem } from './plan-document.ts';

/**
 * After which row a new row about a criterion goes: the last one about the same criterion, else the last one about an earlier
 * criterion, else the top ("first"), or the end (null) in a plan whose rows name no criteria.
 */
export function placeForCriterion(
  items: readonly Pick<PlanItem, 'id' | 'criterion'>[],
  code: string,
): string | 'first' | null {
  if (items.every((item) => item.criterion === null)) return null;
  const upTo = (wanted: (criterion: string) => boolean) =>
    items.findLast((item) => item.criterion !== null && wanted(item.criterion))?.id;
  return upTo((criterion) => criterion === code) ?? upTo((criterion) => compareCodes(criterion, code) < 0) ?? 'first';
}

/** "1.9" before "1.10". */
export function compareCodes(one: string, other: string): number {
  const [a, b] = [one, other].map((code) => code.split('.').map(Number)) as [number[], number[]];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What a row says that is about this criterion, or about none. */
export function placeOf(
  criterion: Pick<Criterion, 'code' | 'title'> | null,
): Pick<PlanItem, 'standard' | 'criterion' | 'criterionText'> {
  if (criterion === null) return { standard: null, criterion: null, criterionText: null };
  return {
    standard: criterion.code.split('.')[0] ?? null,
    criterion: criterion.code,
    criterionText: squash(`Tiêu chí ${criterion.code}: ${criterion.title}`),
  };
}
