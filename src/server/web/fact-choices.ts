import { type SchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import { schoolYearAt } from '#core/organisations/school-year-at.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { LONGEST_SPAN } from '#core/plan/plan-scope.ts';
import { standardsLibrary } from './standards.ts';

const FIRST_YEAR = 2015;

/** What the choices of a document's facts offer; what it says already is always among them. */
export function factChoices(parts: Pick<PlanDocument, 'standardSet' | 'schoolYear'>, now: Date) {
  const codes = new Set(standardsLibrary().sets.map((set) => set.code));
  if (parts.standardSet !== null) codes.add(parts.standardSet);
  return {
    schoolYears: schoolYearChoices(now, parts.schoolYear),
    standardSets: [...codes].map((code) => ({ value: code, label: code })),
  };
}

/**
 * School years to choose from, the newest first: to the end of the longest strategy that begins next year.
 * @param said those that are chosen already, always among them
 */
export function schoolYearChoices(now: Date, ...said: (SchoolYear | null)[]): { value: string; label: string }[] {
  const count = schoolYearAt(now).start + LONGEST_SPAN + 1 - FIRST_YEAR;
  const years = new Set(Array.from({ length: count }, (_, index) => FIRST_YEAR + index));
  for (const year of said) if (year) years.add(year.start);
  return [...years]
    .sort((a, b) => b - a)
    .map((start) => ({ value: schoolYearCode({ start }), label: schoolYearLabel({ start }) }));
}
