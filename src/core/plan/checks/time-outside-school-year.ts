import { squash } from '#core/kernel/text.ts';
import { spanLabel } from '#core/kernel/school-year.ts';
import type { TimePart } from '../school-time.ts';
import type { CheckRule } from './check-rule.ts';
import { addMonths, monthsSpanned, printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { quoted } from './quoted.ts';
import { SEVERAL_YEARS, timePhrases } from './time-phrases.ts';

export const timeOutsideSchoolYear: CheckRule = {
  id: 'time-outside-school-year',
  severity: 'warning',
  title: { vi: 'Thời gian ngoài năm học của kế hoạch', en: 'Outside the school year' },
  explanation: {
    vi: 'Việc bắt đầu hoặc kết thúc ngoài năm học mà kế hoạch lập cho. Tháng 8 (chuẩn bị) và tháng 6 (tổng kết) được chấp nhận; việc kéo dài “và những năm tiếp theo” hoặc từ hai năm trở lên không bị báo.',
    en: 'An action starts or ends outside the plan’s school year. August before and June after it are accepted, as are open ends and strategies of two years or more.',
  },
  example: '6/2026 – 5/2027 trong kế hoạch năm học 2025–2026',
  check: ({ plan }) => {
    const year = plan.schoolYear;
    if (year === null) return [];
    const first = `${year.start}-08`;
    const last = `${(plan.lastSchoolYear ?? year).start + 1}-06`;
    return plan.items.flatMap((item) =>
      timePhrases(item)
        .filter((phrase) => isOutside(phrase, first, last))
        .map((phrase) => ({
          where: inItem(item, 'time', squash(phrase.text)),
          message: `Thời gian ${quoted(phrase.text)} nằm ngoài ${plan.lastSchoolYear ? 'giai đoạn' : 'năm học'} ${spanLabel(year, plan.lastSchoolYear ?? null)} của kế hoạch.`,
          suggestion: shifted(phrase, first, last),
        })),
    );
  },
};

function isOutside(phrase: TimePart, first: string, last: string): boolean {
  const { start, end, openEnded, yearInferred } = phrase;
  if (openEnded || yearInferred || (start === null && end === null)) return false;
  if (start !== null && end !== null && monthsSpanned(start, end) >= SEVERAL_YEARS) return false;
  return [start, end].some((code) => code !== null && (code.slice(0, 7) < first || code.slice(0, 7) > last));
}

/** The same months a year earlier or later, when that is the whole mistake. */
function shifted({ start, end }: TimePart, first: string, last: string): string | null {
  const from = (start ?? end)?.slice(0, 7);
  const to = (end ?? start)?.slice(0, 7);
  if (from === undefined || to === undefined) return null;
  for (const months of [12, -12]) {
    const [a, b] = [addMonths(from, months), addMonths(to, months)];
    if (a >= first && b <= last) return a === b ? printedDate(a) : `${printedDate(a)} – ${printedDate(b)}`;
  }
  return null;
}
