import type { Checked, FieldProblem } from '#core/kernel/field-problem.ts';
import { findSchoolYear, type SchoolYear } from '#core/kernel/school-year.ts';
import { typedLine } from '#core/kernel/text.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import { isSchoolType } from './school-type.ts';

export interface NewSchool {
  /** As in the letterhead, "Trường Mầm non Hoa Sen". */
  name: string;
  type: SchoolType;
  /** Cơ quan chủ quản, free text: "UBND xã Bình Minh"; null when left blank. */
  governingBody: string | null;
  schoolYear: SchoolYear;
  /** Where documents are dated from, "Bình Minh"; null when left blank. */
  place: string | null;
}

const LONGEST = 200;

/** Reads what a person typed for a new school; every problem at once. */
export function readNewSchool(
  typed: Record<'name' | 'type' | 'governingBody' | 'schoolYear' | 'place', string>,
): Checked<NewSchool> {
  const name = typedLine(typed.name);
  const governingBody = typedLine(typed.governingBody);
  const place = typedLine(typed.place);
  const schoolYear = findSchoolYear(typed.schoolYear);
  const type = typed.type;
  const problems: FieldProblem[] = [];
  if (name === '') problems.push({ field: 'name', problem: 'missing' });
  for (const [field, text] of Object.entries({ name, governingBody, place })) {
    if (text.length > LONGEST) problems.push({ field, problem: 'too-long' });
  }
  if (!isSchoolType(type)) problems.push({ field: 'type', problem: 'missing' });
  if (schoolYear === null) problems.push({ field: 'schoolYear', problem: 'missing' });
  if (problems.length > 0 || !isSchoolType(type) || schoolYear === null) return { ok: false, problems };
  return { ok: true, value: { name, type, governingBody: governingBody || null, schoolYear, place: place || null } };
}
