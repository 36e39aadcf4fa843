import { inMonth } from './school-time-moment.ts';
import type { Moment, TimeContext } from './school-time-moment.ts';
import { matchAt, sticky } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';
import {
  calendarYear,
  day,
  month,
  monthList,
  monthOf,
  quarter,
  schoolYear,
  schoolYears,
  slashedMonths,
  span,
  term,
  years,
} from './school-time-values.ts';

/** One named time: a day, a month, a term, a school year … with the first and last moment it covers. */
export interface Point {
  /** Null when the school year would be needed and is not known, or when the point is impossible. */
  first: Moment | null;
  last: Moment | null;
  /** Several calendar years, or several months: "từ" before it does not leave it open. */
  closed: boolean;
  inferred: boolean;
  /** What an impossible date may have meant, best first; null for a possible one. */
  broken: Moment[] | null;
  /** Where the point ends in the text. */
  end: number;
}

/** How freely numbers count as dates: in a time cell "9/2025", "T9" and "15/9" do, in a sentence only what names itself. */
export type Looseness = 'cell' | 'sentence';

type Reader = (match: RegExpExecArray, context: TimeContext, opens: boolean) => Omit<Point, 'end'> | null;

const EDGE = '(?:(dau|giua|cuoi|het|ca|trong|suot|toan|trong suot) )?';
const SCHOOL_YEARS = '(\\d{4})_[-/]_(\\d{4})(?!\\d)';
const YEAR_TAIL = `(?:_,?_\\(?_(?:cua )?nam hoc_:?_${SCHOOL_YEARS}\\)?|_,?_\\(?_(?:nam )?${SCHOOL_YEARS}\\)?|_(?:[/.]|-|,?_nam)_(\\d{3,6})(?!\\d))?`;
const PART_OF_MONTH =
  '(?:(?:dau|giua|cuoi|het|trong|nua dau|nua cuoi) )?(?:(?:cac )?tuan_(?:thu |le )?[\\d,\\s-]*\\d_(?:(?:va|den)_(?:tuan )?\\d_)?(?:cua )?)?';
const TERM = '(?:hoc_k[iy]|hk)_\\.?_';

/** In the order they are tried; the first that fits at a place wins. */
const READERS: { pattern: RegExp; read: Reader; only?: Looseness }[] = [
  {
    pattern: sticky('(?:ngay )*(\\d{1,2})_([/.-])_(\\d{1,2})_\\2_(\\d{4,6})(?![\\d/])'),
    read: (m, c) => day(m[1], m[3], m[4], c, false),
  },
  {
    pattern: sticky('(?:ngay )+(\\d{1,2})_(?:/|thang)_(\\d{1,2})(?:_(?:/|,?_nam)_(\\d{4,6}))?(?![\\d/])'),
    read: (m, c, o) => day(m[1], m[2], m[3], c, o),
  },
  {
    pattern: sticky('(?<!trong\\s+(?:vong\\s+)?)(\\d{1,2}) thang (\\d{1,2})(?:_(?:/|,?_nam)_(\\d{4,6}))?(?![\\d/])'),
    read: (m, c, o) => day(m[1], m[2], m[3], c, o),
    only: 'cell',
  },
  {
    pattern: sticky(
      `${PART_OF_MONTH}thang_0*(\\d{1,2})((?:_(?:,|;|&|va)_(?:thang )?\\d{1,2}(?![\\d/]))*_(?:,|;|&|va)_(?:thang )?\\d{1,2})${YEAR_TAIL}(?![\\d/])`,
    ),
    read: monthList,
  },
  {
    pattern: sticky(`${PART_OF_MONTH}(?:thang|t)_(\\d{1,2})_/_(\\d\\d)(?![\\d/])`),
    read: (m, c) => monthOf(m[1], `20${m[2]}`, c, false),
  },
  {
    pattern: sticky(`${PART_OF_MONTH}thang_0*(\\d{1,2})_/_0*(\\d{1,2})(?:_/|,?_nam)_(\\d{4})(?![\\d/])`),
    read: slashedMonths,
  },
  { pattern: sticky(`${PART_OF_MONTH}thang_(\\d{1,4})${YEAR_TAIL}(?!\\d)`), read: month },
  {
    pattern: sticky(
      `t_(\\d{1,2})((?:_(?:,|;|&|va)_t_\\d{1,2}(?![\\d/]))*_(?:,|;|&|va)_t_\\d{1,2})${YEAR_TAIL}(?![\\d/])`,
    ),
    read: monthList,
    only: 'cell',
  },
  {
    pattern: sticky('t_(\\d{1,2})(?:_[/.-]_(\\d{4,6}))?(?!\\d)'),
    read: (m, c, o) => monthOf(m[1], m[2], c, o),
    only: 'cell',
  },
  {
    pattern: sticky(
      `${EDGE}${TERM}(i{1,3}|[123])(?![a-z0-9])(_(?:,|va|&)_(?:${TERM})?(?:ii|2)(?![a-z0-9]))?${YEAR_TAIL}`,
    ),
    read: term,
  },
  { pattern: sticky('(?:ca )?(?:2|hai) hoc_k[iy]'), read: (_, c) => schoolYear('ca', null, c) },
  {
    pattern: sticky(
      `(?:quy_|q)(iv|i{1,3}|[1-4])(?![a-z0-9])(?:_(?:,|va|-|&)_(?:quy )?(iv|i{1,3}|[1-4])(?![a-z0-9]))?(?:_(?:/|-|,?_nam)_(\\d{4}))?(?!\\d)`,
    ),
    read: quarter,
  },
  {
    pattern: sticky(`${EDGE}nam hoc_:?_${SCHOOL_YEARS}(?:_(?:va|,|den)_(?:nam hoc )?${SCHOOL_YEARS})?`),
    read: schoolYears,
  },
  { pattern: sticky(`${EDGE}nam hoc_:?_(\\d{4})(?!\\d)`), read: (m, c) => schoolYear(m[1], Number(m[2]), c) },
  { pattern: sticky(`${EDGE}nam_${SCHOOL_YEARS}(?:_(?:va|,|den)_(?:nam )?${SCHOOL_YEARS})?`), read: schoolYears },
  { pattern: sticky(`giai doan_:?_(?:tu )?(?:nam )?${SCHOOL_YEARS}`), read: (m, c) => years(undefined, m[1], m[2], c) },
  {
    pattern: sticky('(?:(dau|giua|cuoi|het|ca|trong|suot|toan) )?nam (\\d{4})(?!\\d)'),
    read: (m) => calendarYear(m[1], Number(m[2])),
  },
  {
    pattern: sticky(
      '(dau|giua|cuoi|het|ca|trong|suot|toan|trong suot) nam(?: hoc)?(?! (?:tiep|sau|ke|truoc|qua|\\d))(?![a-z])',
    ),
    read: (m, c) => schoolYear(m[1], null, c),
  },
  {
    pattern: sticky('nam hoc(?! (?:tiep|sau|ke|truoc|qua))(?![a-z])'),
    read: (_, c) => schoolYear('ca', null, c),
    only: 'cell',
  },
  { pattern: sticky(SCHOOL_YEARS), read: (m, c) => years(undefined, m[1], m[2], c), only: 'cell' },
  {
    pattern: sticky('(\\d{1,4})_[/.]_(\\d{4,6})(?![\\d]|_[/.]_[a-z\\d])'),
    read: (m, c) => monthOf(m[1], m[2], c, false),
    only: 'cell',
  },
  { pattern: sticky('(\\d{1,2})-(\\d{4,6})(?![\\d/-])'), read: (m, c) => monthOf(m[1], m[2], c, false), only: 'cell' },
  {
    pattern: sticky('(0?[1-9]|1[0-2])_/_((?:19|20)\\d\\d)(?![\\d]|_[/.]_[a-z\\d])'),
    read: (m, c) => monthOf(m[1], m[2], c, false),
  },
  {
    pattern: sticky('(\\d{1,2})_/_(\\d{1,2})(?!\\d|_[/%])'),
    read: (m, c, o) => day(m[1], m[2], undefined, c, o),
    only: 'cell',
  },
  {
    pattern: sticky('((?:19|20)\\d\\d)(?![\\d/.,%])'),
    read: (m) => calendarYear(undefined, Number(m[1])),
    only: 'cell',
  },
];

/** The time named at `at`, or null. `opens`: "từ" stands before it. */
export function pointAt(
  text: TimeText,
  at: number,
  how: Looseness,
  context: TimeContext,
  opens: boolean,
): Point | null {
  if (/[a-z0-9/]/.test(text.folded.charAt(at - 1))) return null;
  const hot = summerAt(text, at, context);
  if (hot) return hot;
  for (const { pattern, read, only } of READERS) {
    if (only === 'cell' && how === 'sentence') continue;
    const match = matchAt(pattern, text.folded, at);
    const point = match && read(match, context, opens);
    if (match && point) return { ...point, end: at + match[0].length };
  }
  return null;
}

/** A bare month number on the right of a range: "9-12", "từ tháng 9 đến 12", "tháng 9-12 năm 2025". */
export function bareMonthAt(text: TimeText, at: number): { moment: Moment; end: number } | null {
  const match = matchAt(sticky('(1[0-2]|0?[1-9])(?![\\d/%])(?:_,?_nam_(\\d{4})(?!\\d))?'), text.folded, at);
  return match && { moment: inMonth(match[2] ? Number(match[2]) : null, Number(match[1])), end: at + match[0].length };
}

/** "hè" only with its tone, or with its year where no word has one: else the word is also "hệ" (system). */
function summerAt(text: TimeText, at: number, context: TimeContext): Point | null {
  const match = matchAt(sticky('(?:trong |dip |nghi |vao )*he(?: (?:nam )?(\\d{4}))?(?![a-z0-9])'), text.folded, at);
  if (!match) return null;
  const toneless = match[1] !== undefined && !/[^\p{ASCII}]/u.test(text.typed);
  if (!toneless && !/hè/i.test(text.typed.slice(at, at + match[0].length))) return null;
  const said = match[1] ? Number(match[1]) : null;
  const year = said ?? (context.schoolYear ? context.schoolYear.start + 1 : null);
  const known = year !== null;
  const end = at + match[0].length;
  return { ...span(known ? inMonth(year, 6) : null, known ? inMonth(year, 8) : null, said === null && known), end };
}
