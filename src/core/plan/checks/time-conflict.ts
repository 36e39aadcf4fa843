import { lines, squash } from '#core/kernel/text.ts';
import { findSchoolYear } from '#core/kernel/school-year.ts';
import type { PlanItem } from '../plan-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { addMonths, monthsSpanned, printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { monthMentions } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { isTakenFromAction, labelledTimeLines, sentences } from './time-phrases.ts';

/** At the head of a sentence it says when; inside one it says what for ("kế hoạch năm học … và những năm tiếp theo"). */
const FOLLOWING_YEARS =
  /(?:^|[.;(]\s*)(?:[-+*]\s*)?(?:(?:trong|từ|vào|thực hiện|bắt đầu|đầu)\s+)*(năm(?: học)?\s+\d{4}\s*[-–]\s*\d{4}\s*,?\s*(?:và|trở đi)[^.;\n]{0,12}năm(?: học)?\s+tiếp theo)/iu;

export const timeConflict: CheckRule = {
  id: 'time-conflict',
  severity: 'warning',
  title: { vi: 'Hai thời gian trái nhau trong một hàng', en: 'Two times contradict each other' },
  explanation: {
    vi: 'Lời văn của hàng ghi một thời gian, còn ô hoặc dòng “Thời gian” ghi một thời gian khác không khớp: lời văn nói “và những năm tiếp theo” mà thời gian chỉ là một tháng, lời văn mở đầu bằng một tháng hoặc học kỳ nằm ngoài thời gian ấy, kết thúc bằng một tháng sau thời gian ấy (hoặc trước nó mà chưa đến vào ngày của kế hoạch), hoặc nhắc năm học đã qua.',
    en: 'The words of a row and its time cell or “Thời gian:” line do not agree: following years against a single month, a month or a term outside it at the head of a sentence, a later month, or an earlier one still to come, at its end, or a school year that is over.',
  },
  example: 'Năm học 2021-2022 và những năm học tiếp theo, … Thời gian: tháng 10/2021',
  check: ({ plan: { items, date } }) =>
    items.flatMap((item) => [
      ...openAgainstMonth(item),
      ...labelAgainstCell(item),
      ...openingAgainstTime(item),
      ...closingAgainstTime(item, date),
      ...termAgainstTime(item),
      ...pastYear(item),
    ]),
};

/** "… và những năm tiếp theo" against a line that allows one month. */
function openAgainstMonth(item: PlanItem): Fault[] {
  const { action, time } = item;
  if (![action, time.text ?? ''].some((text) => /tiếp theo/iu.test(text))) return [];
  const open = lines(`${action}\n${time.text ?? ''}`)
    .map((line) => FOLLOWING_YEARS.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (open === undefined) return [];
  const stated = statedTimes(item).find(({ rest, codes }) => codes.length === 1 && /^[\s.]*$/.test(rest));
  if (!stated) return [];
  const message = `Lời văn ghi ${quoted(open)} nhưng thời gian chỉ là ${quoted(stated.text)}.`;
  return [{ where: inItem(item, 'time', stated.text), message }];
}

/** The cell of a table against a "Thời gian:" line in the action, in other months. */
function labelAgainstCell(item: PlanItem): Fault[] {
  const { start, end, text } = item.time;
  if (start === null || end === null || text === null || !/thời (?:gian|điểm)/iu.test(item.action)) return [];
  if (isTakenFromAction(item)) return [];
  return labelledTimeLines(item.action).flatMap((line): Fault[] => {
    const codes = monthMentions(line).flatMap((mention) => mention.code?.slice(0, 7) ?? []);
    if (codes.length === 0 || codes.some((code) => code >= start.slice(0, 7) && code <= end.slice(0, 7))) return [];
    const message = `Lời văn ghi ${quoted(line)} nhưng ô thời gian ghi ${quoted(text)}.`;
    return [{ where: inItem(item, 'time', squash(text)), message }];
  });
}

/** "Trong tháng 3/2024, tổ chuyên môn …": a sentence that begins with a month. What was done is told, not planned. */
const OPENING_MONTH =
  /^(?:[-+*•·]\s*)?(?:(?:trong|vào|từ|đầu|cuối|giữa|đến|bắt đầu|thực hiện)\s+)*(?:ngày|tháng)\s+\d/iu;
const PAST = /(?:^|\s)(?:đã|được)\s/iu;

/** Sentences that begin with months outside the time, where no other words of the action name a month within it. */
function openingAgainstTime(item: PlanItem): Fault[] {
  const { start, end, text } = item.time;
  if (start === null || end === null || text === null || monthMentions(item.action).length === 0) return [];
  const within = isWithin(start.slice(0, 7), end.slice(0, 7));
  const stated = new Set([...labelledTimeLines(item.action), ...lines(text)]);
  const spoken = sentences(item.action).filter((sentence) => !stated.has(sentence));
  const mentions = spoken.flatMap((sentence) => monthMentions(sentence));
  if (mentions.some(({ code, month }) => within(code?.slice(0, 7) ?? month))) return [];
  return spoken
    .filter((sentence) => OPENING_MONTH.test(sentence) && !PAST.test(sentence))
    .flatMap((sentence) => {
      const named = monthMentions(sentence);
      return (named.find(({ code }) => code !== null) ?? named[0])?.quote ?? [];
    })
    .map((quote) => ({
      where: inItem(item, 'action', quote),
      message: `Lời văn ghi ${quoted(quote)} nhưng thời gian thực hiện là ${quoted(text)}.`,
    }));
}

/** Whether a month lies between two, YYYY-MM; a number is that month of any year. */
function isWithin(from: string, to: string): (month: string | number) => boolean {
  return (month) => {
    if (typeof month === 'string') return month >= from && month <= to;
    const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => index);
    const named = years.map((later) => `${Number(from.slice(0, 4)) + later}-${String(month).padStart(2, '0')}`);
    return named.some((each) => each >= from && each <= to);
  };
}

/** "Lắp 5 máy tính trong tháng 9/2025": at the end of a sentence. */
const CLOSING_MONTH =
  /(?<!\p{L})(?:trong|vào|xong trước|hoàn thành trước|chậm nhất)\s+((?:ngày\s+\d{1,2}\s*(?:\/|tháng)\s*|tháng\s+)\d{1,2}\s*(?:\/|năm)\s*20\d\d)\s*[.;]?$/iu;

/** What a sentence with an earlier month may tell of rather than plan. */
const TELLS = /(?<!\p{L})(?:sau|theo|đợt|từ|đã|được|kết quả|của|do|qua)(?!\p{L})/iu;

/**
 * At the end of a sentence a month later than the time of the row; or an earlier one, where nothing is told of and the month is
 * still to come on the plan's date.
 */
function closingAgainstTime(item: PlanItem, date: string | null): Fault[] {
  const { start, end, text } = item.time;
  if (
    end === null ||
    text === null ||
    !/20\d\d\s*[.;]?\s*(?:\n|$|\p{Lu})/u.test(item.action) ||
    isTakenFromAction(item)
  )
    return [];
  const stated = new Set(labelledTimeLines(item.action));
  return sentences(item.action).flatMap((sentence): Fault[] => {
    const quote = stated.has(sentence) || OPENING_MONTH.test(sentence) ? undefined : CLOSING_MONTH.exec(sentence)?.[1];
    const code = quote === undefined ? null : (monthMentions(quote)[0]?.code ?? null);
    if (quote === undefined || code === null) return [];
    const isComing = date !== null && code.slice(0, 7) > date.slice(0, 7) && !TELLS.test(sentence);
    const isEarlier = isComing && start !== null && code.slice(0, 7) < start.slice(0, 7);
    if (!isEarlier && code.slice(0, 7) <= end.slice(0, 7)) return [];
    const message = `Lời văn ghi ${quoted(quote)} nhưng thời gian thực hiện là ${quoted(text)}.`;
    return [{ where: inItem(item, 'action', quote), message }];
  });
}

const OPENING_TERM =
  /^(?:[-+*•·]\s*)?(?:(?:trong|vào|từ|đầu|cuối|giữa|sang|đến|thực hiện)\s+)*(học k[ỳì]\s+(II|I|2|1))(?![\p{L}\d]|\s*(?:và|,|-|–)\s*(?:học k[ỳì]\s+)?(?:I|[12](?!\d)))/iu;
const TERM_MONTHS = { first: [8, 9, 10, 11, 12, 1], second: [1, 2, 3, 4, 5, 6] };

/** "Trong học kỳ II, …" against months that all lie in the other term. */
function termAgainstTime(item: PlanItem): Fault[] {
  const { start, end, text } = item.time;
  if (start === null || end === null || text === null || !/ọc k[ỳì]/i.test(item.action) || isTakenFromAction(item))
    return [];
  const found = sentences(item.action).flatMap((sentence) => OPENING_TERM.exec(sentence)?.slice(1, 3) ?? []);
  const [quote, number] = found;
  if (quote === undefined || number === undefined || (item.action.match(/học k[ỳì]/giu) ?? []).length > 1) return [];
  const months = TERM_MONTHS[/^(?:II|2)$/iu.test(number) ? 'second' : 'first'];
  const span = Array.from({ length: monthsSpanned(start, end) }, (_, index) => addMonths(start, index));
  if (span.some((month) => months.includes(Number(month.slice(5, 7))))) return [];
  const message = `Lời văn ghi ${quoted(quote)} nhưng thời gian thực hiện là ${quoted(text)}.`;
  return [{ where: inItem(item, 'action', quote), message }];
}

/** Words that place the work in a school year that was over when the cell begins. */
function pastYear(item: PlanItem): Fault[] {
  const { start, text } = item.time;
  if (start === null || text === null || !/năm học\s+\d/iu.test(item.action) || isTakenFromAction(item)) return [];
  return lines(item.action).flatMap((line): Fault[] => {
    const match = /(?:vào|trong)\s+năm học\s+(\d{4}\s*[-–]\s*\d{4})(?!\s*(?:,\s*)?và\s+(?:những|các))/iu.exec(line);
    const year = match ? findSchoolYear(match[0]) : null;
    if (!match || !year || `${year.start + 1}-08` > start) return [];
    const message = `Lời văn ghi ${quoted(match[0])} nhưng thời gian thực hiện là ${quoted(text)} (${printedDate(start)}).`;
    return [{ where: inItem(item, 'action', match[0]), message }];
  });
}

function statedTimes(item: PlanItem): { text: string; rest: string; codes: string[] }[] {
  const cell = item.time.text !== null && !isTakenFromAction(item) ? [item.time.text] : [];
  return [...labelledTimeLines(item.action), ...labelledTimeLines(item.time.text ?? ''), ...cell].map((line) => {
    const text = squash(line);
    const mentions = monthMentions(text);
    const [first] = mentions;
    const rest = first ? text.slice(first.index + first.quote.length) : text;
    return { text, rest, codes: mentions.flatMap((mention) => mention.code ?? []) };
  });
}
