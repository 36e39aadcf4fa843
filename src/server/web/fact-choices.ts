import { type SchoolYear, schoolYearCode, schoolYearLabel } from '#core/kernel/school-year.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { standardsLibrary } from './standards.ts';

const FIRST_YEAR = 2015;
const LAST_YEAR = 2035;

/** What the choices of a document's facts offer; what it says already is always among them. */
export function factChoices(parts: Pick<PlanDocument, 'standardSet' | 'schoolYear'>) {
  const codes = new Set(standardsLibrary().sets.map((set) => set.code));
  if (parts.standardSet !== null) codes.add(parts.standardSet);
  return {
    schoolYears: schoolYearChoices(parts.schoolYear),
    standardSets: [...codes].map((code) => ({ value: code, label: code })),
  };
}

/** School years to choose from, the newest first. @param said those that are chosen already, always among them */
export function schoolYearChoices(...said: (SchoolYear | null)[]): { value: string; label: string }[] {
  const years = new Set(Array.from({ length: LAST_YEAR - FIRST_YEAR }, (_, index) => FIRST_YEAR + index));
  for (const year of said) if (year) years.add(year.start);
  return [...years]
    .sort((a, b) => b - a)
    .map((start) => ({ value: schoolYearCode({ start }), label: schoolYearLabel({ start }) }));
}
