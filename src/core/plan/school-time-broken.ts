import { inMonth, isPossible, momentCode, schoolYearEdge, yearInSchoolYear } from './school-time-moment.ts';
import type { Moment, TimeContext } from './school-time-moment.ts';

/**
 * What an impossible date may have meant, best first: a year with a digit too many or too few ("20201" is 2020 or 2021), a month
 * past December (13 is 12, 1 or 3). Moments inside the document's school year come first. May be empty.
 */
export function brokenMoments(
  moment: Moment,
  yearText: string | undefined,
  context: TimeContext,
  opens: boolean,
): Moment[] {
  const years = yearText === undefined ? [null] : yearsMeant(yearText, moment.month, context, opens);
  const candidates: Moment[] = [];
  for (const month of monthsMeant(moment.month)) {
    for (const year of years) {
      const known = year ?? (context.schoolYear && yearInSchoolYear(month, context.schoolYear.start, context, opens));
      if (known !== null) candidates.push(...daysMeant({ ...moment, month, year: known }));
    }
  }
  return [
    ...candidates.filter((c) => insideSchoolYear(c, context)),
    ...candidates.filter((c) => !insideSchoolYear(c, context)),
  ];
}

function yearsMeant(text: string, month: number, context: TimeContext, opens: boolean): number[] {
  if (/^(?:19|20)\d\d$/.test(text)) return [Number(text)];
  const shorter = [...text].map((_, index) => text.slice(0, index) + text.slice(index + 1));
  const found = [...new Set(shorter)].filter((year) => /^20[0-4]\d$/.test(year)).map(Number);
  if (found.length > 0) return found.sort((a, b) => a - b);
  return context.schoolYear ? [yearInSchoolYear(month, context.schoolYear.start, context, opens)] : [];
}

function monthsMeant(month: number): number[] {
  if (month >= 1 && month <= 12) return [month];
  const text = String(month);
  const shorter = [...text].map((_, index) => Number(text.slice(0, index) + text.slice(index + 1)));
  return [...new Set([...(month === 13 ? [12] : []), ...shorter])].filter((m) => m >= 1 && m <= 12);
}

function daysMeant(moment: Moment): Moment[] {
  if (isPossible(moment)) return [moment];
  if (moment.day === null || moment.day < 29 || moment.day > 31) return [inMonth(moment.year, moment.month)];
  const last = [30, 29, 28].map((day) => ({ ...moment, day })).find(isPossible);
  return last ? [last] : [];
}

function insideSchoolYear(moment: Moment, context: TimeContext): boolean {
  if (!context.schoolYear) return false;
  const month = momentCode(inMonth(moment.year, moment.month));
  const first = momentCode(schoolYearEdge(context.schoolYear.start, 'first', context));
  return month >= first && month <= momentCode(schoolYearEdge(context.schoolYear.start, 'last', context));
}
