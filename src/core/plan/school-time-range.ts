import { bareMonthAt, pointAt } from './school-time-points.ts';
import type { Looseness, Point } from './school-time-points.ts';
import { inMonth, isBefore, momentCode, yearInSchoolYear } from './school-time-moment.ts';
import type { Moment, TimeContext } from './school-time-moment.ts';
import { matchAt, sticky } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';
import type { TimeReading } from './school-time.ts';

export interface DatedPhrase {
  reading: TimeReading;
  end: number;
  /** Only an end was said ("đến …", "trước …"): it closes a range that another phrase opens. */
  deadline: boolean;
}

export const NOTHING: TimeReading = {
  start: null,
  end: null,
  openEnded: false,
  recurrence: null,
  condition: null,
  needsReview: false,
  suggestion: null,
  yearInferred: false,
};

const FROM = sticky('(?:(?:bat dau|ke) )?tu(?![a-z])_(?:khoang )?');
const FROM_START = sticky('bat dau_:?_(?:vao )?');
const UNTIL = sticky('_,?_(?:den|cho den|toi|cho toi|keo dai den)(?: het| khi het| ngay| khoang)?_:?_');
const DASH = sticky('_(?:-+>?|=>|→)_(?:den )?(?:het )?');
const BEFORE = sticky(
  '(?:xong |hoan thanh )?(?:truoc|cham nhat|muon nhat|khong (?:muon|cham|tre) hon|khong qua|(?<!(?:ngan|dai|trung|thoi|gioi|qua)\\s)han(?: chot| cuoi(?: cung)?| hoan thanh)?|deadline|thoi han|ket thuc|hoan thanh|xong|het(?= (?:thang|nam hoc|hoc|hk|quy|ngay)))_:?_(?:la |vao |trong |truoc |den |het |khi (?:ket thuc|het) |le |khai giang |\\d{1,2}_(?:h|g|gio)_(?:\\d\\d)?_|ngay )*',
);
/** "trước hè", "trước học kỳ II": before it begins; "trước khi kết thúc học kỳ I" is not. */
const BEFORE_ITS_BEGIN = /truoc\s+(?:(?:ngay|le|thoi diem)\s+)*(?:khai giang\s+)?$/;
const FOLLOWING = sticky(
  '_,?_\\(?(?:(?:va )?(?:cho )?(?:trong )?(?:nhung|cac) (?:nam(?: hoc)?|thang)_(?:tiep_theo|ke tiep|sau(?: do| nay)?|toi|tiep)|va (?:nam(?: hoc)?)_(?:tiep theo|sau)|tro di|ve sau)\\)?',
);

/** A date, a range of dates, an open start or a deadline at `at`; null when none begins there. */
export function datedPhraseAt(text: TimeText, at: number, how: Looseness, context: TimeContext): DatedPhrase | null {
  if (/[a-z0-9]/.test(text.folded.charAt(at - 1))) return null;
  return deadlineAt(text, at, how, context) ?? rangeAt(text, at, how, context);
}

function deadlineAt(text: TimeText, at: number, how: Looseness, context: TimeContext): DatedPhrase | null {
  const lead = matchAt(BEFORE, text.folded, at) ?? matchAt(UNTIL, text.folded, at);
  if (!lead) return null;
  const from = at + lead[0].length;
  const point = pointAt(text, from, 'cell', context, false);
  if (
    !point ||
    (how === 'sentence' &&
      !pointAt(text, from, how, context, false) &&
      !/\/|thang/.test(text.folded.slice(from, point.end)))
  ) {
    return null;
  }
  if (point.broken) return { reading: brokenReading(null, point), end: point.end, deadline: true };
  const isSpan = point.first !== null && point.last !== null && momentCode(point.first) !== momentCode(point.last);
  const last = isSpan && BEFORE_ITS_BEGIN.test(lead[0]) ? monthBefore(point.first!) : point.last;
  const end = last && complete(last, context, false);
  if (!end) return { reading: NOTHING, end: point.end, deadline: true };
  return {
    reading: { ...NOTHING, end: momentCode(end.moment), yearInferred: point.inferred || end.inferred },
    end: point.end,
    deadline: true,
  };
}

function monthBefore({ year, month }: Moment): Moment {
  return month > 1 ? inMonth(year, month - 1) : inMonth(year === null ? null : year - 1, 12);
}

function rangeAt(text: TimeText, at: number, how: Looseness, context: TimeContext): DatedPhrase | null {
  const lead = matchAt(FROM, text.folded, at) ?? matchAt(FROM_START, text.folded, at);
  const from = at + (lead?.[0].length ?? 0);
  const days = daysOfMonth(text, from, context);
  if (days) return days;
  const left =
    pointAt(text, from, how, context, lead !== null) ??
    (lead || how === 'cell' ? bareLeft(text, from, how, context, lead !== null) : null);
  if (!left) return null;
  const right = rightAt(text, left, how, context);
  if (right) return { reading: rangeReading(left, right, context), end: right.end, deadline: false };
  return single(text, left, lead !== null, context);
}

const DAY_AND = sticky(
  '(?:ngay )?(\\d{1,2})_(?:-|den(?: het)?)_(?=(?:ngay )?\\d{1,2}_(?:/_\\d{1,2}(?:_/|(?!\\d))|thang))',
);

/** "15 - 20/9/2025", "ngày 15 đến ngày 20 tháng 9": the first day takes the month of the last. */
function daysOfMonth(text: TimeText, at: number, context: TimeContext): DatedPhrase | null {
  const match = /[\d/]/.test(text.folded.charAt(at - 1)) ? null : matchAt(DAY_AND, text.folded, at);
  const right = match && pointAt(text, at + match[0].length, 'cell', context, false);
  if (!match || !right?.last || right.last.day === null || Number(match[1]) > right.last.day) return null;
  const first = { ...right.last, day: Number(match[1]) };
  return { reading: rangeReading({ ...right, first, last: first }, right, context), end: right.end, deadline: false };
}

/** "từ 9/2025", "15/9 đến …" after "từ" in a sentence, and "9" in "9-12/2025". */
function bareLeft(text: TimeText, at: number, how: Looseness, context: TimeContext, opens: boolean): Point | null {
  const loose = pointAt(text, at, 'cell', context, opens);
  if (loose && (how === 'cell' || /\//.test(text.folded.slice(at, loose.end)))) return loose;
  const bare = how === 'cell' && !/[\d/.]/.test(text.folded.charAt(at - 1)) ? bareMonthAt(text, at) : null;
  if (!bare) return null;
  const left: Point = {
    first: bare.moment,
    last: bare.moment,
    closed: false,
    inferred: false,
    broken: null,
    end: bare.end,
  };
  return rightAt(text, left, how, context) ? left : null;
}

function rightAt(text: TimeText, left: Point, how: Looseness, context: TimeContext): Point | null {
  for (const separator of [UNTIL, DASH]) {
    const match = matchAt(separator, text.folded, left.end);
    if (!match) continue;
    const at = left.end + match[0].length;
    const loose = separator === UNTIL || how === 'cell' || /\d\s*$/.test(text.folded.slice(0, left.end));
    const point = pointAt(text, at, loose ? 'cell' : how, context, false);
    if (point) return point;
    const bare = how === 'cell' || separator === UNTIL ? bareMonthAt(text, at) : null;
    if (
      bare &&
      left.first?.day === null &&
      !/^\s*[a-z]/.test(text.folded.slice(bare.end) + (how === 'cell' ? '' : ' '))
    ) {
      return { first: bare.moment, last: bare.moment, closed: false, inferred: false, broken: null, end: bare.end };
    }
  }
  return null;
}

function single(text: TimeText, point: Point, opens: boolean, context: TimeContext): DatedPhrase {
  const tail = matchAt(FOLLOWING, text.folded, point.end);
  const end = tail ? point.end + tail[0].length : point.end;
  if (point.broken) return { reading: brokenReading(null, point), end, deadline: false };
  const open = tail !== null || (opens && !point.closed);
  const first = point.first && complete(point.first, context, opens);
  const last = point.last && complete(point.last, context, opens);
  if (!first || !last) return { reading: { ...NOTHING, openEnded: false }, end, deadline: false };
  const reading = {
    ...NOTHING,
    start: momentCode(first.moment),
    end: open ? null : momentCode(last.moment),
    openEnded: open,
    yearInferred: point.inferred || first.inferred,
  };
  return { reading, end, deadline: false };
}

/** Start and end of a range, each taking a year that only the other says; an end before its start is not corrected. */
function rangeReading(left: Point, right: Point, context: TimeContext): TimeReading {
  if (left.broken || !left.first) {
    const end = right.last && !right.broken ? complete(right.last, context, false) : null;
    const ends = end ? momentCode(end.moment) : null;
    if (left.broken) return { ...brokenReading(null, left, ends), end: ends };
    return { ...NOTHING, end: ends, needsReview: right.broken !== null };
  }
  const first = startOf(left.first, right, context);
  if (!first) return right.broken ? brokenReading(null, right) : NOTHING;
  const start = momentCode(first.moment);
  const inferred = left.inferred || first.inferred;
  if (right.broken) return { ...brokenReading(start, right), start, yearInferred: inferred };
  if (!right.last) return { ...NOTHING, start, yearInferred: inferred };
  const last =
    right.last.year === null
      ? { moment: notBefore(first.moment, right.last), inferred }
      : { moment: right.last, inferred: right.inferred };
  const end = momentCode(last.moment);
  const reading = { ...NOTHING, start, yearInferred: inferred || last.inferred };
  if (!isBefore(end, start)) return { ...reading, end };
  return { ...reading, needsReview: true, suggestion: momentCode(notBefore(first.moment, last.moment)) };
}

function startOf(left: Moment, right: Point, context: TimeContext): Completed | null {
  if (left.year !== null) return { moment: left, inferred: false };
  const end = right.last;
  if (end && end.year !== null && !right.inferred) {
    const sameYear = { ...left, year: end.year };
    const later = isBefore(momentCode(end), momentCode(sameYear));
    return { moment: later ? { ...left, year: end.year - 1 } : sameYear, inferred: false };
  }
  return complete(left, context, true);
}

/** The first such month or day that does not lie before the start. */
function notBefore(start: Moment, moment: Moment): Moment {
  const year = start.year ?? 0;
  const same = { ...moment, year };
  const next = isBefore(momentCode(same), momentCode(start)) ? { ...moment, year: year + 1 } : same;
  return next;
}

interface Completed {
  moment: Moment;
  inferred: boolean;
}

function complete(moment: Moment, context: TimeContext, opens: boolean): Completed | null {
  if (moment.year !== null) return { moment, inferred: false };
  if (!context.schoolYear) return null;
  const year = yearInSchoolYear(moment.month, context.schoolYear.start, context, opens);
  return { moment: { ...moment, year }, inferred: true };
}

/** `start` or `end` is the other side of the range, when known: a meaning that contradicts it is not suggested. */
function brokenReading(start: string | null, point: Point, end: string | null = null): TimeReading {
  const codes = (point.broken ?? []).map(momentCode);
  const fitting = codes.filter((code) => !(start && isBefore(code, start)) && !(end && isBefore(end, code)));
  return { ...NOTHING, needsReview: true, suggestion: (start === null ? fitting : fitting.sort())[0] ?? null };
}
