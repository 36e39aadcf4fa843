import { remember } from '#core/kernel/remember.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { parseBudget } from '#core/plan/budget.ts';
import type { Owners, OwnerStyle } from '#core/plan/owner.ts';
import { parseOwners } from '#core/plan/owner.ts';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import type { Budget } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';

/** What the cells of one document say. The same posts, times and sums come in row after row: each is read once. */
export interface CellReadings {
  readonly schoolYear: SchoolYear | null;
  /** Shared between rows. */
  owners(cell: string | undefined, style: CellStyle): Readonly<Owners>;
  budget(cell: string | null): Budget;
  time(cell: string | null): SchoolTime;
}

type CellStyle = Exclude<OwnerStyle, 'leads'>;

const NO_OWNERS: Owners = { leads: [], collaborators: [] };

export function cellReadings(schoolYear: SchoolYear | null): CellReadings {
  const owners: Record<CellStyle, (cell: string) => Owners> = {
    'lead-and-collaborators': remember((cell) => parseOwners(cell, 'lead-and-collaborators')),
    'all-lead': remember((cell) => parseOwners(cell, 'all-lead')),
    collaborators: remember((cell) => parseOwners(cell, 'collaborators')),
  };
  const budget = remember(parseBudget);
  const time = remember((cell) => parseSchoolTime(cell, { schoolYear }));
  return {
    schoolYear,
    owners: (cell, style) => (cell === undefined ? NO_OWNERS : owners[style](cell)),
    // Copies, since each item has its own.
    budget: (cell) => (cell === null ? parseBudget(null) : { ...budget(cell) }),
    time: (cell) => (cell === null ? parseSchoolTime(null, { schoolYear }) : { ...time(cell) }),
  };
}
