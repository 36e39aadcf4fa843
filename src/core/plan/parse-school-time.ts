import type { SchoolYear, SchoolYearMonths } from '#core/kernel/school-year.ts';
import { squash } from '#core/kernel/text.ts';
import { mergeReadings } from './school-time-merge.ts';
import { phrasesIn } from './school-time-phrases.ts';
import type { Phrase } from './school-time-phrases.ts';
import { NOTHING } from './school-time-range.ts';
import { timeText } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';
import type { SchoolTime, TimePart } from './school-time.ts';

/** "Thời gian:", "Thời gian thực hiện", "Thời gian thực hiện và hoàn thành:" before the time itself. */
const LABEL =
  /^[\s*+\-•·]*thoi\s+(?:gian|diem|han)(?:\s+(?:thuc\s+hien|hoan\s+thanh|tien\s+hanh|du\s+kien|va|trien\s+khai))*\s*:?\s*/;

/**
 * A time cell, or the text behind "Thời gian:", by the conventions of `docs/school-time.md`. Never throws; text that says no
 * time keeps its words and has no dates.
 */
export function parseSchoolTime(
  text: string | null,
  context: { schoolYear: SchoolYear | null; months?: SchoolYearMonths },
): SchoolTime {
  if (text === null || squash(text) === '') return { ...NOTHING, text: null, parts: [] };
  const whole = timeText(text);
  const label = LABEL.exec(whole.folded)?.[0].length ?? 0;
  const body = { typed: whole.typed.slice(label), folded: whole.folded.slice(label) };
  const phrases = phrasesIn(body, 'cell', context);
  if (phrases.length === 0) return { ...NOTHING, needsReview: looksBroken(body.folded), text, parts: [] };
  const parts = partsOf(body, phrases);
  const merged = mergeReadings(parts);
  return { ...reading(merged), text, parts: parts.length > 1 ? parts : [] };
}

/**
 * Start and end that stand in two columns: "Tháng 9 năm 2020" | "Tháng 5 năm 2021", with or without "Từ" and "Đến". A blank end
 * leaves the start as it reads by itself; a blank start makes one date the day or month until when. `text` joins both by a line break.
 */
export function parseTimeRange(
  startText: string | null,
  endText: string | null,
  context: { schoolYear: SchoolYear | null; months?: SchoolYearMonths },
): SchoolTime {
  const start = startText !== null && squash(startText) !== '' ? startText.trim() : null;
  const end = endText !== null && squash(endText) !== '' ? endText.trim() : null;
  if (start === null) return end === null ? parseSchoolTime(null, context) : endAlone(end, context);
  if (end === null) return parseSchoolTime(start, context);
  const joined = `${start}\n${end}`;
  const range = parseSchoolTime(`${asStart(start)}\n${asEnd(end)}`, context);
  const apart = parseSchoolTime(joined, context);
  return range.parts.length <= 1 ? { ...range, text: joined } : { ...apart, text: joined };
}

function endAlone(end: string, context: { schoolYear: SchoolYear | null; months?: SchoolYearMonths }): SchoolTime {
  const alone = parseSchoolTime(end, context);
  const isOneDate = alone.start !== null && alone.start === alone.end && alone.parts.length <= 1;
  return isOneDate ? { ...parseSchoolTime(asEnd(end), context), text: end } : alone;
}

function asStart(text: string): string {
  return /^[\s-]*(?:từ|tu|bắt đầu)(?!\p{L})/iu.test(text.normalize('NFC')) ? text : `Từ ${text.replace(/^[\s-]+/, '')}`;
}

function asEnd(text: string): string {
  return /^[\s-]*(?:đến|den|tới|trước|hết)(?!\p{L})/iu.test(text.normalize('NFC'))
    ? text
    : `đến ${text.replace(/^[\s-]+/, '')}`;
}

function reading(part: TimePart | SchoolTime | Omit<SchoolTime, 'text' | 'parts'>): Omit<SchoolTime, 'text' | 'parts'> {
  const { start, end, openEnded, recurrence, condition, needsReview, suggestion, yearInferred } = part;
  return { start, end, openEnded, recurrence, condition, needsReview, suggestion, yearInferred };
}

/** A new part begins with each date, and with a rhythm or condition that stands on a line of its own. */
function partsOf(text: TimeText, phrases: readonly Phrase[]): TimePart[] {
  const groups: Phrase[][] = [];
  for (const phrase of phrases) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (!group || !last || begins(text, group, last, phrase)) groups.push([phrase]);
    else group.push(phrase);
  }
  return groups.map((group, index) => {
    const from = index === 0 ? 0 : (groups[index - 1]?.at(-1)?.end ?? 0);
    const to = index === groups.length - 1 ? text.typed.length : (group.at(-1)?.end ?? text.typed.length);
    return { ...reading(mergeReadings(group.map((phrase) => phrase.reading))), text: tidy(text.typed.slice(from, to)) };
  });
}

function begins(text: TimeText, group: readonly Phrase[], last: Phrase, next: Phrase): boolean {
  if (next.kind === 'deadline') return group.every((phrase) => phrase.kind === 'deadline');
  const dated = group.some((phrase) => phrase.kind === 'dates');
  if (next.kind === 'dates' && dated) return true;
  return /\n/.test(text.typed.slice(last.end, next.index));
}

function tidy(text: string): string {
  return squash(text)
    .replace(/^[\s,;.)\-–+•/]+|[\s,;(\-–+]+$/g, '')
    .trim();
}

/** No phrase was understood, yet numbers stand as in a date: "9/", "tháng 13x". */
function looksBroken(folded: string): boolean {
  const withoutWeeks = folded.replace(/tuan\s+[\d\s,;&-]*\d(?![\d/])/g, '');
  return /\d\s*[/.-]\s*\d|thang\s*\d|\d\s*\/\s*$|nam\s+\d/.test(withoutWeeks);
}
