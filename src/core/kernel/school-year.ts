/**
 * A school year N-(N+1). By convention it runs from September N to May N+1 (`shared` documents of schools write "9/2025 –
 * 5/2026"); the months can be configured, since each province sets its own dates.
 */
export interface SchoolYear {
  /** Calendar year of the first term: 2025 for "2025–2026". */
  readonly start: number;
}

export interface SchoolYearMonths {
  /** 1-12, in the year `start`. */
  readonly first: number;
  /** 1-12, in the year after. */
  readonly last: number;
}

export const DEFAULT_MONTHS: SchoolYearMonths = { first: 9, last: 5 };

/** "2025-2026", "2025 – 2026", "2025/2026", inside any sentence; null when there is none or the years do not follow each other. */
export function findSchoolYear(text: string): SchoolYear | null {
  for (const match of text.matchAll(/(?<!\d)((?:19|20)\d\d)\s*[-\u2010-\u2015/]\s*((?:19|20)\d\d)(?!\d)/g)) {
    const start = Number(match[1]);
    if (Number(match[2]) === start + 1) return { start };
  }
  return null;
}

/** "2025-2026": in data, file names and `read --json`. */
export function schoolYearCode(year: SchoolYear): string {
  return `${year.start}-${year.start + 1}`;
}

/** "2025–2026": on screens and in print. */
export function schoolYearLabel(year: SchoolYear): string {
  return `${year.start}–${year.start + 1}`;
}

/** "2025–2026"; of several school years the first and the last calendar year, "2025–2030". */
export function spanLabel(first: SchoolYear, last: SchoolYear | null): string {
  return last === null || last.start <= first.start ? schoolYearLabel(first) : `${first.start}–${last.start + 1}`;
}
