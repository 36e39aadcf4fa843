import { remember } from '#core/kernel/remember.ts';
import { daysInMonth } from './dates.ts';

/** A day or month as it stands in a text, possible or not. */
export interface MonthMention {
  quote: string;
  index: number;
  day: number | null;
  month: number;
  /** As typed, "2021", "20201"; null when left out. */
  yearText: string | null;
  /** YYYY-MM or YYYY-MM-DD; null when impossible or without a year. */
  code: string | null;
  /** Why it cannot be; null when it can. */
  problem: 'day' | 'month' | 'year' | null;
}

const MENTION =
  /(?<![\d/.,])(?:(?:ngày\s+)(?<d1>\d{1,2})\s*(?:tháng|[/.-])\s*(?<m1>\d{1,2})(?:\s*(?:năm|[/.-])\s*(?<y1>\d{3,5}))?|tháng\s+(?<m2>\d{1,2})(?:\s*(?:năm\s+(?!học)|\/)\s*(?<y2>\d{3,5}))?|(?<d3>\d{1,2})\/(?<m3>\d{1,2})\/(?<y3>\d{3,5})|(?<m4>\d{1,2})\s*\/\s*(?<y4>\d{3,5}))(?![\d%]|\/\p{L})/giu;

/** What every mention has; most texts with a number have none. */
const MAY_MENTION = /(?:ngày|tháng)\s+\d|\d\s*\/\s*\d/i;

/** "tháng 9/2021", "9/2021", "ngày 05 tháng 9 năm 2024", "30/5/2024". Numbers of documents ("19/2018/TT-BGDĐT") are none. */
export function monthMentions(text: string): readonly MonthMention[] {
  return MAY_MENTION.test(text) ? readMentions(text) : [];
}

/** Time cells repeat down a table, and several rules read each of them. */
const readMentions = remember((text: string): readonly MonthMention[] =>
  [...text.matchAll(MENTION)].map((match) => {
    const groups = match.groups ?? {};
    const dayText = groups['d1'] ?? groups['d3'];
    const monthText = groups['m1'] ?? groups['m2'] ?? groups['m3'] ?? groups['m4'];
    const yearText = groups['y1'] ?? groups['y2'] ?? groups['y3'] ?? groups['y4'] ?? null;
    const day = dayText === undefined ? null : Number(dayText);
    const month = Number(monthText);
    const problem = problemOf(day, month, yearText);
    const code = problem === null && yearText !== null ? codeOf(day, month, yearText) : null;
    return { quote: match[0].trim(), index: match.index, day, month, yearText, code, problem };
  }),
);

function problemOf(day: number | null, month: number, yearText: string | null): MonthMention['problem'] {
  if (yearText !== null && !/^(?:19|20)\d\d$/.test(yearText)) return 'year';
  if (month < 1 || month > 12) return 'month';
  const year = yearText === null ? null : Number(yearText);
  return day !== null && (day < 1 || day > daysInMonth(month, year)) ? 'day' : null;
}

function codeOf(day: number | null, month: number, yearText: string): string {
  const code = `${yearText}-${String(month).padStart(2, '0')}`;
  return day === null ? code : `${code}-${String(day).padStart(2, '0')}`;
}
