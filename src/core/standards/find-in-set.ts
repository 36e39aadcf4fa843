import type { SchoolType } from '#core/organisations/school-type.ts';
import { plain } from '#core/kernel/text.ts';
import type { Criterion, CriterionLevel, StandardSet } from './standard-set.ts';

/** All criteria in order of the set. */
export function criteriaOf(set: StandardSet): Criterion[] {
  return set.standards.flatMap((standard) => standard.criteria);
}

/** By code, "1.5"; "1.05" and spaces are forgiven. Null when the set has none. */
export function findCriterion(set: StandardSet, code: string): Criterion | null {
  const wanted = criterionKey(code);
  return criteriaOf(set).find((criterion) => criterion.code === wanted) ?? null;
}

/** Criteria that have the level: the denominator of its counts (Mức 3: 19, 19 and 20 in the sets of 2018). */
export function criteriaWithLevel(set: StandardSet, level: number): Criterion[] {
  return criteriaOf(set).filter((criterion) => findLevel(criterion, level) !== null);
}

export function findLevel(criterion: Criterion, level: number): CriterionLevel | null {
  return criterion.levels.find((each) => each.level === level) ?? null;
}

/** Highest level that the criterion has. */
export function maxLevel(criterion: Criterion): number {
  return Math.max(...criterion.levels.map((each) => each.level));
}

/** Highest level that a school can have under the set: 4 in 2018, 2 in TT 57. */
export function highestSchoolLevel(set: StandardSet): number {
  const rule = set.levelRule;
  return rule.kind === 'cumulative-all' ? rule.clauses.level : rule.levels;
}

export function findSet(sets: readonly StandardSet[], id: string): StandardSet | null {
  return sets.find((set) => set.id === id) ?? null;
}

/**
 * The set of a document: its printed code and, where annexes share one, the type of school. Null when the code is unknown, or
 * shared and no annex is for the type.
 */
export function findSetByCode(
  sets: readonly StandardSet[],
  code: string | null,
  schoolType: SchoolType | null,
): StandardSet | null {
  if (code === null) return null;
  const same = sets.filter((set) => codeKey(set.code) === codeKey(code));
  if (same.length === 1) return same[0] ?? null;
  return same.find((set) => schoolType !== null && set.schoolTypes.includes(schoolType)) ?? null;
}

/** The set that a school of the type works with on a day (YYYY-MM-DD); null before the first one known. */
export function findSetInForce(sets: readonly StandardSet[], schoolType: SchoolType, date: string): StandardSet | null {
  const running = sets.filter((set) => set.effective <= date && (set.inForceUntil === null || date < set.inForceUntil));
  return running.find((set) => set.schoolTypes.includes(schoolType)) ?? null;
}

function criterionKey(code: string): string {
  return code
    .trim()
    .replace(/[.,;:]$/, '')
    .split('.')
    .map((part) => part.trim().replace(/^0+(?=\d)/, ''))
    .join('.');
}

function codeKey(code: string): string {
  return plain(code).replace(/[\s&]/g, '').replace(/^0+/, '');
}
