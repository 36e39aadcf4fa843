import { squash } from '#core/kernel/text.ts';
import { spanLabel, type SchoolYear } from '#core/kernel/school-year.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { TimePart } from '../school-time.ts';
import type { CheckRule } from './check-rule.ts';
import { addMonths, monthsSpanned, printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { monthMentions } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { SEVERAL_YEARS, timePhrases } from './time-phrases.ts';

export const timeOutsideSchoolYear: CheckRule = {
  id: 'time-outside-school-year',
  severity: 'warning',
  title: { vi: 'Thời gian ngoài năm học của kế hoạch', en: 'Outside the school year' },
  explanation: {
    vi: 'Việc bắt đầu hoặc kết thúc ngoài năm học mà kế hoạch lập cho. Hè của năm học (tháng 6 đến tháng 8) được chấp nhận: hè ngay sau, và hè ngay trước khi việc làm gọn trong hè. Kế hoạch có tên theo năm dương lịch (“năm 2025”) hay giai đoạn (“2023 - 2028”) được xét trong cả thời gian ấy; việc ghi một năm dương lịch được chấp nhận khi năm ấy có phần nằm trong năm học; việc kéo dài “và những năm tiếp theo” hoặc từ hai năm trở lên không bị báo.',
    en: 'An action starts or ends outside the plan’s school year. The summer after it is accepted, the one before it for work that ends within it, the whole calendar year or period that a title names, a calendar year that shares months with the school year, open ends, and strategies of two years or more.',
  },
  example: '6/2026 – 5/2027 trong kế hoạch năm học 2025–2026',
  check: ({ plan }) => {
    const year = plan.schoolYear;
    if (year === null) return [];
    const limits = limitsOf(plan, year, plan.lastSchoolYear ?? year);
    return plan.items.flatMap((item) =>
      timePhrases(item)
        .filter((phrase) => isOutside(phrase, limits))
        .map((phrase) => ({
          where: inItem(item, 'time', squash(phrase.text)),
          message: `Thời gian ${quoted(phrase.text)} nằm ngoài ${limits.name} của kế hoạch.`,
          suggestion: shifted(phrase, limits),
        })),
    );
  },
};

/** Months, YYYY-MM, in which the work of a plan may lie. */
interface Limits {
  /** "năm học 2025–2026", as the finding says. */
  name: string;
  first: string;
  last: string;
  /** The summer in front of the year. */
  summer: { first: string; last: string };
}

function limitsOf(plan: PlanDocument, { start }: SchoolYear, lastYear: SchoolYear): Limits {
  const summer = { first: `${start}-06`, last: `${start}-08` };
  const name = `${plan.lastSchoolYear ? 'giai đoạn' : 'năm học'} ${spanLabel({ start }, plan.lastSchoolYear ?? null)}`;
  const limits = { name, first: summer.last, last: `${lastYear.start + 1}-08`, summer };
  const period = plan.lastSchoolYear ? null : periodOf(plan.title.join(' '));
  if (period !== null && period.from <= start && period.to > start)
    return {
      ...limits,
      first: `${period.from}-01`,
      last: `${period.to}-12`,
      name: `giai đoạn ${period.from}–${period.to}`,
    };
  const named = calendarYear(plan.title.join(' '));
  if (named !== start && named !== start + 1) return limits;
  const [first, last] = [`${named}-01`, `${named}-12`];
  return {
    ...limits,
    first: first < limits.first ? first : limits.first,
    last: last > limits.last ? last : limits.last,
  };
}

/** "Kế hoạch cải tiến chất lượng giai đoạn 2023 - 2028": the first and last of its calendar years. */
function periodOf(title: string): { from: number; to: number } | null {
  const words = /giai đoạn(?:[\s,–-]|từ|đến|năm|học|20\d\d(?!\d))+/iu.exec(title)?.[0] ?? '';
  const years = [...words.matchAll(/20\d\d/g)].map(([year]) => Number(year));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  // "… năm học 2022 - 2023, giai đoạn 2020 - 2025" is of the one year.
  return to - from < 2 || /năm học\s+\d/iu.test(title.replace(words, '')) ? null : { from, to };
}

/** "Kế hoạch cải tiến chất lượng năm 2025", which speaks of no school year. */
function calendarYear(title: string): number | null {
  if (/năm học/iu.test(title)) return null;
  const year = /năm\s+(20\d\d)(?!\d|\s*[-–]\s*\d)/iu.exec(title)?.[1];
  return year === undefined ? null : Number(year);
}

function isOutside(phrase: TimePart, { first, last, summer }: Limits): boolean {
  const { start, end, openEnded, yearInferred, needsReview } = phrase;
  // An end that cannot be, or that lies before its start, is told by another rule; half a time is not judged.
  if (needsReview && end === null && monthMentions(phrase.text).length !== 1) return false;
  if (openEnded || yearInferred || (start === null && end === null)) return false;
  if (start !== null && end !== null && monthsSpanned(start, end) >= SEVERAL_YEARS) return false;
  const named = /^(?:trong |cả |hết )?năm (20\d\d)\.?$/iu.exec(squash(phrase.text))?.[1];
  // A project that a calendar year pays for runs in a part of two school years.
  if (named !== undefined) return `${named}-12` < first || `${named}-01` > last;
  const [from, to] = [(start ?? end ?? '').slice(0, 7), (end ?? start ?? '').slice(0, 7)];
  if (from >= summer.first && to <= summer.last) return false;
  return [start, end].some((code) => code !== null && (code.slice(0, 7) < first || code.slice(0, 7) > last));
}

/** The same months a year earlier or later, when that is the whole mistake. */
function shifted({ start, end }: TimePart, { first, last }: Limits): string | null {
  const from = (start ?? end)?.slice(0, 7);
  const to = (end ?? start)?.slice(0, 7);
  if (from === undefined || to === undefined) return null;
  for (const months of [12, -12]) {
    const [a, b] = [addMonths(from, months), addMonths(to, months)];
    if (a >= first && b <= last) return a === b ? printedDate(a) : `${printedDate(a)} – ${printedDate(b)}`;
  }
  return null;
}
