import { brokenMoments } from './school-time-broken.ts';
import { inMonth, isPossible, monthsOf, schoolYearEdge, yearInSchoolYear } from './school-time-moment.ts';
import type { Moment, TimeContext } from './school-time-moment.ts';
import type { Point } from './school-time-points.ts';

/** What the matches of `school-time-points.ts` mean: one function for each kind of named time. */

export function span(first: Moment | null, last: Moment | null, inferred = false, closed = false): Omit<Point, 'end'> {
  return { first, last, inferred, closed, broken: null };
}

export function day(
  d: string | undefined,
  m: string | undefined,
  y: string | undefined,
  context: TimeContext,
  opens: boolean,
) {
  const moment = { year: y ? Number(y) : null, month: Number(m), day: Number(d) };
  return checked(moment, y, context, opens);
}

export function monthOf(m: string | undefined, y: string | undefined, context: TimeContext, opens: boolean) {
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
export function month(match: RegExpExecArray, context: TimeContext, opens: boolean): Omit<Point, 'end'> | null {
  const [, m, a1, a2, b1, b2, year] = match;
  const start = consecutive(a1, a2) ?? consecutive(b1, b2);
  if (start !== null) return monthOf(m, String(yearInSchoolYear(Number(m), start, context, opens)), context, opens);
  if (a1 ?? b1) return null;
  return monthOf(m, year, context, opens);
}

export function monthList(match: RegExpExecArray, context: TimeContext, opens: boolean): Omit<Point, 'end'> | null {
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

/** "Tháng 7/8/2026": July and August where one month follows the other; otherwise a day may be meant, which nobody can tell. */
export function slashedMonths([, first, second, year]: RegExpExecArray): Omit<Point, 'end'> | null {
  const [from, to] = [Number(first), Number(second)];
  if (to < 1 || to > 12) return null;
  const months =
    to === (from % 12) + 1
      ? span(inMonth(Number(year) - (to < from ? 1 : 0), from), inMonth(Number(year), to), false, true)
      : null;
  return months ?? { ...span(null, null), broken: [{ year: Number(year), month: to, day: from }] };
}

function byMonth(a: Moment, b: Moment): number {
  return (a.year ?? 0) * 12 + a.month - ((b.year ?? 0) * 12 + b.month);
}

function consecutive(a: string | undefined, b: string | undefined): number | null {
  return a !== undefined && Number(b) === Number(a) + 1 ? Number(a) : null;
}

/** Term I runs from the first month of the school year to December, term II from January to its last month. */
export function term(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> | null {
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

export function quarter(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> | null {
  const from = QUARTERS[match[1] ?? ''] ?? 0;
  const to = QUARTERS[match[2] ?? ''] ?? from;
  const start = context.schoolYear?.start ?? null;
  const said = match[3] ? Number(match[3]) : null;
  if (said === null && start === null) return span(null, null);
  const yearOf = (q: number): number => said ?? (start ?? 0) + (q <= 2 ? 1 : 0);
  return span(inMonth(yearOf(from), from * 3 - 2), inMonth(yearOf(to), to * 3), said === null, from !== to);
}

/** Two years in a row are a school year, even after a mere "năm"; others are calendar years from January to December. */
export function years(
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
export function schoolYears(match: RegExpExecArray, context: TimeContext): Omit<Point, 'end'> {
  const [, edge, a1, a2, b1, b2] = match;
  const start = consecutive(a1, a2);
  const until = consecutive(b1, b2);
  if (start === null || until === null) return years(edge, a1, a2, context);
  return span(schoolYearEdge(start, 'first', context), schoolYearEdge(until, 'last', context), false, true);
}

export function schoolYear(edge: string | undefined, said: number | null, context: TimeContext): Omit<Point, 'end'> {
  const start = said ?? context.schoolYear?.start ?? null;
  if (start === null) return span(null, null);
  // "Cả năm" names the whole of the document's own year: nothing had to be guessed.
  const inferred = said === null && edge !== 'ca' && edge !== 'suot' && edge !== 'toan' && edge !== 'trong suot';
  return edged(edge, schoolYearEdge(start, 'first', context), schoolYearEdge(start, 'last', context), inferred);
}

export function calendarYear(edge: string | undefined, year: number): Omit<Point, 'end'> {
  return edged(edge, inMonth(year, 1), inMonth(year, 12), false);
}
