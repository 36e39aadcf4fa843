import { squash } from '#core/kernel/text.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedDate } from './dates.ts';
import { inItem } from './finding-place.ts';
import { monthMentions, type MonthMention } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { timePhrases } from './time-phrases.ts';
import { timeEndBeforeStart } from './time-end-before-start.ts';

export const timeImpossible: CheckRule = {
  id: 'time-impossible',
  severity: 'error',
  title: { vi: 'Ngày, tháng, năm không có thật', en: 'No such date' },
  explanation: {
    vi: 'Trong văn bản có ngày, tháng hoặc năm không tồn tại (thừa chữ số, tháng 13, ngày 31 tháng 4). Nếu chỉ là thời gian máy chưa hiểu được thì được báo ở mức gợi ý.',
    en: 'A day, month or year that does not exist (a digit too many, month 13, 31 April). A time that merely cannot be read is a hint.',
  },
  example: 'Tháng 11/2020 - 5/20201',
  check: (document) => {
    const inCells = inTimeCells(document);
    // In prose the time is a piece of the sentence, and one slip is told once.
    const told = new Set(inCells.map(({ message, where }) => `${where.item} ${message}`));
    return [...inCells, ...inOtherText(document).filter(({ message, where }) => !told.has(`${where.item} ${message}`))];
  },
};

function inTimeCells(document: CheckedDocument): Fault[] {
  const broken = document.plan.items.some((item) => item.time.needsReview);
  const reversed = new Set(broken ? timeEndBeforeStart.check(document).map((fault) => fault.where.item) : []);
  return document.plan.items.flatMap((item) =>
    timePhrases(item).flatMap((phrase): Fault[] => {
      const wrong = monthMentions(squash(phrase.text)).filter((mention) => mention.problem !== null);
      const suggestion = phrase.suggestion === null ? null : printedDate(phrase.suggestion);
      if (wrong.length > 0) {
        return wrong.map((mention) => ({
          where: inItem(item, 'time', mention.quote),
          message: sentence(mention),
          suggestion,
        }));
      }
      if (!phrase.needsReview || reversed.has(item.id)) return [];
      const message = `Chưa hiểu được thời gian ${quoted(phrase.text)}.`;
      return [{ where: inItem(item, 'time', squash(phrase.text)), message, suggestion, severity: 'hint' }];
    }),
  );
}

/** Outside time cells numbers with a slash may be counts, so only what is written with "tháng" or "ngày" is taken for a date. */
function inOtherText({ passages }: CheckedDocument): Fault[] {
  return passages
    .filter(({ field, months }) => field !== 'time' && months.length > 0)
    .flatMap((passage) =>
      passage.months
        .filter((mention) => mention.problem !== null && /^(?:ngày|tháng)/iu.test(mention.quote))
        .map((mention) => ({ where: passage.at(mention.quote), message: sentence(mention) })),
    );
}

function sentence({ quote, problem, day, month, yearText }: MonthMention): string {
  if (problem === 'year') return `Năm ${yearText} trong ${quoted(quote)} không có thật.`;
  if (problem === 'month') return `Không có tháng ${month} trong ${quoted(quote)}.`;
  return `Tháng ${month} không có ngày ${day} (${quoted(quote)}).`;
}
