import { squash } from '#core/kernel/text.ts';
import type { TimePart } from '../school-time.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { isOverBefore, monthsSpanned, printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { monthMentions } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { SEVERAL_YEARS, timePhrases } from './time-phrases.ts';

export const timeBeforeDocument: CheckRule = {
  id: 'time-before-document',
  severity: 'warning',
  title: { vi: 'Thời gian trước ngày của kế hoạch', en: 'Before the plan’s own date' },
  explanation: {
    vi: 'Việc đã phải xong, hoặc đã phải bắt đầu, trước tháng mà kế hoạch được ký: không còn kịp làm theo kế hoạch. “Cả năm”, “năm học …” và việc kéo dài các năm không bị báo.',
    en: 'An action is over, or had to start, before the month in which the plan was signed. Whole-year and open-ended times are accepted.',
  },
  example: 'Kế hoạch ngày 15/8/2020, việc làm “Từ tháng 6 năm 2020”',
  check: ({ plan }) => {
    const date = plan.date;
    if (date === null) return [];
    return plan.items.flatMap((item) =>
      timePhrases(item).flatMap((phrase): Fault[] => {
        const late = lateness(phrase, date);
        if (late === null) return [];
        const message = `Thời gian ${quoted(phrase.text)} ${late} trước ngày của kế hoạch (${printedDate(date)}).`;
        return [{ where: inItem(item, 'time', squash(phrase.text)), message }];
      }),
    );
  },
};

/** Months of “cả năm”, “năm học …”: a school year from September to May at least. */
const WHOLE_YEAR = 9;

function lateness({ text, start, end, openEnded, yearInferred }: TimePart, date: string): string | null {
  const isOver = end !== null && isOverBefore(end, date);
  const hadToStart = !yearInferred && start !== null && isOverBefore(start.slice(0, 7), date);
  if (openEnded || !(isOver || hadToStart)) return null;
  const months = start !== null && end !== null ? monthsSpanned(start, end) : 0;
  if (months >= SEVERAL_YEARS) return null;
  const typedMonths = monthMentions(squash(text)).length > 0;
  if (isOver) return months < WHOLE_YEAR || typedMonths ? 'đã kết thúc' : null;
  return typedMonths ? 'đã phải bắt đầu từ' : null;
}
