import { DEFAULT_MONTHS } from '#core/kernel/school-year.ts';
import type { SchoolYear, SchoolYearMonths } from '#core/kernel/school-year.ts';

/** What a time is read against: the school year of the document, and the months it runs. */
export interface TimeContext {
  schoolYear: SchoolYear | null;
  months?: SchoolYearMonths;
}

/** A month, or a day; `year` is null as long as nobody has said or inferred it. */
export interface Moment {
  year: number | null;
  month: number;
  day: number | null;
}

/** A moment of which only the year and month matter. */
export function inMonth(year: number | null, month: number): Moment {
  return { year, month, day: null };
}

/** "2021-05" or "2021-05-30". The year must be known. */
export function momentCode(moment: Moment): string {
  const month = `${moment.year ?? 0}-${String(moment.month).padStart(2, '0')}`;
  return moment.day === null ? month : `${month}-${String(moment.day).padStart(2, '0')}`;
}

export function monthsOf(context: TimeContext): SchoolYearMonths {
  return context.months ?? DEFAULT_MONTHS;
}

/** First or last month of a school year. */
export function schoolYearEdge(start: number, edge: 'first' | 'last', context: TimeContext): Moment {
  const months = monthsOf(context);
  return edge === 'first' ? inMonth(start, months.first) : inMonth(start + 1, months.last);
}

/**
 * The calendar year of a month named without one. Months up to the end of the school year lie in its second year; June and
 * July too when they stand alone (closing the year), but not after "từ": "từ tháng 6 đến cuối năm học" is the June before.
 */
export function yearInSchoolYear(month: number, start: number, context: TimeContext, opens: boolean): number {
  const { first, last } = monthsOf(context);
  if (month <= last) return start + 1;
  if (month >= first || opens) return start;
  return month <= Math.max(last, 7) ? start + 1 : start;
}

/** Real calendar dates only: no month 13, no 31 April. */
export function isPossible(moment: Moment): boolean {
  if (moment.month < 1 || moment.month > 12) return false;
  if (moment.day === null) return true;
  const leap = moment.year === null || (moment.year % 4 === 0 && (moment.year % 100 !== 0 || moment.year % 400 === 0));
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][moment.month - 1] ?? 31;
  return moment.day >= 1 && moment.day <= days;
}

/** Negative when `a` lies before `b`; a bare month covers all of its days. Codes as `momentCode` writes them. */
export function isBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}
