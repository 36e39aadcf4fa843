import { brokenMoments } from './school-time-broken.ts';
import { inMonth, isPossible, monthsOf, schoolYearEdge, yearInSchoolYear } from './school-time-moment.ts';
import type { Moment, TimeContext } from './school-time-moment.ts';
import { matchAt, sticky } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';

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
    pattern: sticky('(\\d{1,2}) thang (\\d{1,2})(?:_(?:/|,?_nam)_(\\d{4,6}))?(?![\\d/])'),
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
  { pattern: sticky(`${PART_OF_MONTH}thang_(\\d{1,4})${YEAR_TAIL}(?!\\d)`), read: month },
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
      `quy_(iv|i{1,3}|[1-4])(?![a-z0-9])(?:_(?:,|va|-|&)_(?:quy )?(iv|i{1,3}|[1-4])(?![a-z0-9]))?(?:_(?:/|-|,?_nam)_(\\d{4}))?(?!\\d)`,
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

/** A bare month number on the right of a range: "9-12", "từ tháng 9 đến 12". */
export function bareMonthAt(text: TimeText, at: number): { moment: Moment; end: number } | null {
  const match = matchAt(sticky('(1[0-2]|0?[1-9])(?![\\d/%])'), text.folded, at);
  return match && { moment: inMonth(null, Number(match[1])), end: at + match[0].length };
}

/** "hè" only with its tone: without it the word is also "hệ" (system). */
function summerAt(text: TimeText, at: number, context: TimeContext): Point | null {
  const match = matchAt(sticky('(?:trong |dip |nghi |vao )*he(?: (?:nam )?(\\d{4}))?(?![a-z0-9])'), text.folded, at);
  if (!match || !/hè/i.test(text.typed.slice(at, at + match[0].length))) return null;
  const said = match[1] ? Number(match[1]) : null;
  const year = said ?? (context.schoolYear ? context.schoolYear.start + 1 : null);
  const known = year !== null;
  const end = at + match[0].length;
  return { ...span(known ? inMonth(year, 6) : null, known ? inMonth(year, 8) : null, said === null && known), end };
}

function span(first: Moment | null, last: Moment | null, inferred = false, closed = false): Omit<Point, 'end'> {
  return { first, last, inferred, closed, broken: null };
}

function day(
  d: string | undefined,
  m: string | undefined,
  y: string | undefined,
  context: TimeContext,
  opens: boolean,
) {
  const moment = { year: y ? Number(y) : null, month: Number(m), day: Number(d) };
  return checked(moment, y, context, opens);
}

function monthOf(m: string | undefined, y: string | undefined, context: TimeContext, opens: boolean) {
  return checked(inMonth(y ? Number(y) : null, Number(m)), y, context, opens);
}

function checked(
  moment: Moment,
  yearText: string | undefined,
  context: TimeContext,
  opens: boolean,
): Omit<Point, 'end'> {
  const plausible = yearText === undefined || /^(?:19|20)\d\d$/.test(yearText);
  if (!plausible || !isPossible(moment)) {
    return { ...span(null, null), broken: brokenMoments(moment, yearText, context, opens) };
  }
  return span(moment, moment);
}

/** "tháng 10/2021", "tháng 2 năm 2021", "tháng 2 năm học 2020-2021" and "tháng 2 năm 2020-2021" (both: of that school year). */
function month(match: RegExpExecArray, context: TimeContext, opens: boolean): Omit<Point, 'end'> | null {
  const [, m, a1, a2, b1, b2, year] = match;
  const start = consecutive(a1, a2) ?? consecutive(b1, b2);
  if (start !== null) return monthOf(m, String(yearInSchoolYear(Number(m), start, context, opens)), context, opens);
  if (a1 ?? b1) return null;
  return monthOf(m, year, context, opens);
}

function monthList(match: RegExpExecArray, context: TimeContext, opens: boolean): Omit<Point, 'end'> | null {
  const [, head, rest, a1, a2, b1, b2, yearText] = match;
  const months = [Number(head), ...[...(rest ?? '').matchAll(/\d+/g)].map(Number)];
  const start = consecutive(a1, a2) ?? consecutive(b1, b2);
  const said = yearText ? Number(yearText) : null;
  if (months.some((m) => m < 1 || m > 12)) return null;
  if (said === null) {
    const base = start ?? context.schoolYear?.start ?? null;
    if (base === null) return span(null, null, false, true);
    const all = months.map((m) => inMonth(yearInSchoolYear(m, base, context, opens), m)).sort(byMonth);
    return span(all[0] ?? null, all.at(-1) ?? null, start === null, true);
  }
  // The year stands behind the last month; a month before it that is greater belongs to the year before.
  let year = said;
  const all = months.reverse().map((m, index, list) => {
    if (index > 0 && m > (list[index - 1] ?? m)) year -= 1;
    return inMonth(year, m);
  });
  return span(all.at(-1) ?? null, all[0] ?? null, false, true);
}

function byMonth(a: Moment, b: Moment): number {
  return (a.year ?? 0) * 12 + a.month - ((b.year ?? 0) * 12 + b.month);
}

function consecutive(a: string | undefined, b: string | undefined): number | null {
  return a !== undefined && Number(b) === Number(a) + 1 ? Number(a) : null;
}

/** Term I runs from the first month of the school year to December, term II from January to its last month. */
function term(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> | null {
  const [, edge, which, both, a1, a2, b1, b2, yearText] = match;
  const number = which === 'i' || which === '1' ? 1 : which === 'ii' || which === '2' ? 2 : 3;
  if (number === 3) return null;
  const said = consecutive(a1, a2) ?? consecutive(b1, b2) ?? termYear(yearText, number);
  const start = said ?? context.schoolYear?.start ?? null;
  if (start === null) return span(null, null);
  const { first, last } = monthsOf(context);
  const from = number === 1 ? inMonth(start, first) : inMonth(start + 1, 1);
  const to = both || number === 2 ? inMonth(start + 1, last) : inMonth(start, 12);
  return edged(edge, from, to, said === null);
}

function termYear(yearText: string | undefined, number: number): number | null {
  return yearText ? Number(yearText) - (number === 2 ? 1 : 0) : null;
}

/** "đầu", "giữa", "cuối" narrow a span to its first, middle (one or two) and last month. */
function edged(edge: string | undefined, from: Moment, to: Moment, inferred: boolean): Omit<Point, 'end'> {
  if (edge === 'dau') return span(from, from, inferred);
  if (edge === 'cuoi' || edge === 'het') return span(to, to, inferred);
  if (edge !== 'giua') return span(from, to, inferred);
  const count = ((to.year ?? 0) - (from.year ?? 0)) * 12 + to.month - from.month;
  return span(shift(from, Math.floor(count / 2)), shift(from, Math.ceil(count / 2)), inferred);
}

function shift(moment: Moment, months: number): Moment {
  const total = (moment.year ?? 0) * 12 + moment.month - 1 + months;
  return inMonth(Math.floor(total / 12), (total % 12) + 1);
}

const QUARTERS: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

function quarter(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> | null {
  const from = QUARTERS[match[1] ?? ''] ?? 0;
  const to = QUARTERS[match[2] ?? ''] ?? from;
  const start = context.schoolYear?.start ?? null;
  const said = match[3] ? Number(match[3]) : null;
  if (said === null && start === null) return span(null, null);
  const yearOf = (q: number): number => said ?? (start ?? 0) + (q <= 2 ? 1 : 0);
  return span(inMonth(yearOf(from), from * 3 - 2), inMonth(yearOf(to), to * 3), said === null, from !== to);
}

/** Two years in a row are a school year, even after a mere "năm"; others are calendar years from January to December. */
function years(
  edge: string | undefined,
  from: string | undefined,
  to: string | undefined,
  context: TimeContext,
): Omit<Point, 'end'> {
  const start = consecutive(from, to);
  if (start !== null) return schoolYear(edge, start, context);
  if (Number(to) <= Number(from)) return { ...span(null, null), broken: [] };
  return span(inMonth(Number(from), 1), inMonth(Number(to), 12), false, true);
}

/** "năm học 2025-2026", and "năm học 2025-2026 và 2026-2027" from the first to the last. */
function schoolYears(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> {
  const [, edge, a1, a2, b1, b2] = match;
  const start = consecutive(a1, a2);
  const until = consecutive(b1, b2);
  if (start === null || until === null) return years(edge, a1, a2, context);
  return span(schoolYearEdge(start, 'first', context), schoolYearEdge(until, 'last', context), false, true);
}

function schoolYear(edge: string | undefined, said: number | null, context: TimeContext): Omit<Point, 'end'> {
  const start = said ?? context.schoolYear?.start ?? null;
  if (start === null) return span(null, null);
  // "Cả năm" names the whole of the document's own year: nothing had to be guessed.
  const inferred = said === null && edge !== 'ca' && edge !== 'suot' && edge !== 'toan' && edge !== 'trong suot';
  return edged(edge, schoolYearEdge(start, 'first', context), schoolYearEdge(start, 'last', context), inferred);
}

function calendarYear(edge: string | undefined, year: number): Omit<Point, 'end'> {
  return edged(edge, inMonth(year, 1), inMonth(year, 12), false);
}
