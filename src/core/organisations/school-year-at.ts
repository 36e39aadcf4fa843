import type { SchoolYear } from '#core/kernel/school-year.ts';
import { inVietnam } from '#core/kernel/vietnam-time.ts';

/** First month that counts to the new school year: plans for it are written from June on, when the council has judged the old. */
const TURN = 5;

/** The school year that somebody plans for at a moment, by the calendar in Viet Nam. */
export function schoolYearAt(moment: Date): SchoolYear {
  const day = inVietnam(moment);
  const year = day.getUTCFullYear();
  return { start: day.getUTCMonth() >= TURN ? year : year - 1 };
}

/** For a choice: two years back, since old plans are brought in too, to the next one. */
export function schoolYearsAround(moment: Date): SchoolYear[] {
  const { start } = schoolYearAt(moment);
  return [start + 1, start, start - 1, start - 2].map((year) => ({ start: year }));
}
