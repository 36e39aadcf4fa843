import type { SchoolYear } from '#core/kernel/school-year.ts';

/** First month that counts to the new school year: plans for it are written from June on, when the council has judged the old. */
const TURN = 5;

/** The school year that somebody plans for on a day. */
export function schoolYearAt(day: Date): SchoolYear {
  return { start: day.getMonth() >= TURN ? day.getFullYear() : day.getFullYear() - 1 };
}

/** For a choice: two years back, since old plans are brought in too, to the next one. */
export function schoolYearsAround(day: Date): SchoolYear[] {
  const { start } = schoolYearAt(day);
  return [start + 1, start, start - 1, start - 2].map((year) => ({ start: year }));
}
