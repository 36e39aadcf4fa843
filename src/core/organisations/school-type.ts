/** In the order of stages; "multi-level" has several; "continuing" is giáo dục thường xuyên. */
export type SchoolType = 'preschool' | 'primary' | 'lower-secondary' | 'upper-secondary' | 'multi-level' | 'continuing';

/** In the order in which a form offers them. */
export const SCHOOL_TYPES: readonly SchoolType[] = [
  'preschool',
  'primary',
  'lower-secondary',
  'upper-secondary',
  'multi-level',
  'continuing',
];

export function isSchoolType(value: unknown): value is SchoolType {
  return SCHOOL_TYPES.includes(value as SchoolType);
}
