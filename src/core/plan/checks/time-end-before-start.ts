import type { SchoolYear } from '#core/kernel/school-year.ts';
import { oneLine, squash } from '#core/kernel/text.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { addMonths, printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { monthMentions } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { timePhrases } from './time-phrases.ts';

export const timeEndBeforeStart: CheckRule = {
  id: 'time-end-before-start',
  severity: 'error',
  title: { vi: 'Kết thúc trước khi bắt đầu', en: 'End before start' },
  explanation: {
    vi: 'Thời điểm kết thúc đứng trước thời điểm bắt đầu, thường do gõ nhầm năm. Người thực hiện không biết hạn thật và việc không theo dõi được.',
    en: 'The end of a time lies before its start, usually a mistyped year, so nobody knows the real deadline.',
  },
  example: 'Thực hiện vào tháng 9/2021 đến tháng 5/2021',
  check: ({ plan, passages }) => {
    const faults: Fault[] = [];
    const faultyItems = new Set<string>();
    for (const item of plan.items) {
      for (const phrase of timePhrases(item)) {
        const fault =
          reversedRange(phrase.text, phrase.needsReview) ?? reversedYears(phrase.text) ?? reversedReading(phrase);
        if (!fault) continue;
        faultyItems.add(item.id);
        faults.push(asFault(inItem(item, 'time', squash(fault.quote)), fault, plan.schoolYear));
      }
    }
    for (const passage of passages) {
      if (passage.field === 'time' || (passage.item && faultyItems.has(passage.item.id))) continue;
      const fault = (passage.months.length > 1 ? reversedRange(passage.text) : null) ?? reversedYears(passage.text);
      if (fault) faults.push(asFault(passage.at(fault.quote), fault, plan.schoolYear));
    }
    return faults;
  },
};

interface Reversed {
  quote: string;
  start: string;
  end: string;
}

function asFault(where: Fault['where'], { quote, start, end }: Reversed, year: SchoolYear | null): Fault {
  const meant = startWithin(year, start, end) ?? nextAfter(start, end);
  return {
    where,
    message: `Thời gian ${quoted(quote)} kết thúc (${printedDate(end)}) trước khi bắt đầu (${printedDate(start)}).`,
    suggestion: meant === null ? null : printedDate(meant),
  };
}

/**
 * Two full dates in one text, joined by "đến" or a dash, the second before the first. What could not be read may have its two
 * dates in two cells, with nothing between them.
 */
function reversedRange(text: string, fromTwoCells = false): Reversed | null {
  const line = oneLine(text);
  const mentions = monthMentions(line);
  if (mentions.length < 2) return null;
  for (const [index, first] of mentions.entries()) {
    const second = mentions[index + 1];
    if (!first.code || !second?.code) continue;
    const between = line.slice(first.index + first.quote.length, second.index);
    if (!/^\s*(?:đến(?: hết)?|tới|[-–—])\s*$/iu.test(between) && !(fromTwoCells && between.trim() === '')) continue;
    const length = Math.min(first.code.length, second.code.length);
    if (second.code.slice(0, length) >= first.code.slice(0, length)) continue;
    return { quote: line.slice(first.index, second.index + second.quote.length), start: first.code, end: second.code };
  }
  return null;
}

const YEARS =
  /năm học\s+(20\d\d)\s*[-–]\s*20\d\d\s+(?:đến|tới)(?:\s+(?:hết|cuối))?\s+năm học\s+20\d\d\s*[-–]\s*(20\d\d)(?!\d)/iu;

/** "Từ năm học 2025-2026 đến hết năm học 2021-2022". */
function reversedYears(text: string): Reversed | null {
  if (!text.includes('ăm học')) return null;
  const match = YEARS.exec(oneLine(text));
  if (!match || Number(match[2]) > Number(match[1])) return null;
  return { quote: match[0], start: `${match[1]}-09`, end: `${match[2]}-05` };
}

function reversedReading(phrase: { text: string; start: string | null; end: string | null }): Reversed | null {
  const { start, end } = phrase;
  if (start === null || end === null) return null;
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length) ? { quote: phrase.text, start, end } : null;
}

/** "10/2024 - 01/2024" in 2023-2024: the start a year earlier, where it alone lies outside the school year; else null. */
function startWithin(year: SchoolYear | null, start: string, end: string): string | null {
  if (year === null) return null;
  const [first, last] = [`${year.start}-08`, `${year.start + 1}-08`];
  const meant = `${Number(start.slice(0, 4)) - 1}${start.slice(4)}`;
  const within = (code: string) => code.slice(0, 7) >= first && code.slice(0, 7) <= last;
  const length = Math.min(meant.length, end.length);
  return !within(start) && within(end) && within(meant) && meant.slice(0, length) <= end.slice(0, length)
    ? meant
    : null;
}

/** The end in the first year in which it does not lie before the start; null when that is more than a year away. */
function nextAfter(start: string, end: string): string | null {
  let year = Number(start.slice(0, 4));
  if (end.slice(4, 7) < start.slice(4, 7)) year += 1;
  const meant = `${year}${end.slice(4)}`;
  return meant.slice(0, 7) <= addMonths(start, 12) ? meant : null;
}
