import { findSchoolYear, schoolYearLabel } from '#core/kernel/school-year.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedDate, printedLike } from './dates.ts';
import { monthMentions } from './month-mention.ts';
import { quoted } from './quoted.ts';
import { tellsYearsResult } from './told-result.ts';

/** "Kết quả … đã đạt được trong năm học …": results of work that a whole year took. Self-assessment may be done within the year. */
const OF_THE_YEAR =
  /^(?:[-+*\s]*(?:căn cứ|thực hiện)\s+(?:vào\s+)?)?kết quả\s+(?!cần|mong|dự|phấn|tự đánh giá).*năm học\s+\d{4}/iu;
const OF_ASSESSMENT =
  /^[-+*\s]*(?:căn cứ\s+(?:vào\s+)?)?(?:kết quả|báo cáo)\s+(?:kết quả\s+)?(?:tự\s+)?đánh giá.*(?:năm học\s+\d{4}|thời điểm|tháng\s+\d|ngày\s+\d)/iu;

const STATING = new Set(['results', 'bases', 'opening']);
/** In the middle of a sentence only what says plainly that it has been reached. */
const REACHED = /kết quả(?:\s+[\p{L}-]+){0,8}\s+đã đạt được(?:\s+[\p{L}-]+){0,4}\s+năm học\s+\d{4}/iu;

export const resultAfterDocument: CheckRule = {
  id: 'result-after-document',
  severity: 'error',
  title: { vi: 'Kết quả của năm học chưa qua', en: 'Results of a year that is not over' },
  explanation: {
    vi: 'Kế hoạch dẫn kết quả đã đạt được của một năm học mà tại ngày ký còn chưa bắt đầu hoặc chưa kết thúc, thường do gõ nhầm năm học. Kết quả tự đánh giá có thể làm trong năm học nên chỉ là lỗi khi năm học ấy chưa bắt đầu, và là cảnh báo trong tháng đầu của năm học ấy.',
    en: 'The plan cites results of a school year that had not begun or was not over on the day it was signed. Self-assessment results are accepted within their year, with a warning in its first month.',
  },
  example: 'Kế hoạch ngày 15/8/2020: “Kết quả … đã đạt được trong năm học 2020-2021”',
  check: ({ plan, passages, bases }) => {
    const date = plan.date;
    if (date === null) return [];
    return passages
      .filter(
        (passage) =>
          tellsYearsResult(passage) ||
          (passage.part === 'section' &&
            (STATING.has(passage.role ?? '') || (passage.role !== 'items' && REACHED.test(passage.text)))),
      )
      .flatMap((passage): Fault[] => {
        const assessment = OF_ASSESSMENT.test(passage.text);
        const reached = REACHED.exec(passage.text);
        const isTold = tellsYearsResult(passage);
        if (!assessment && reached === null && !isTold && !OF_THE_YEAR.test(passage.text)) return [];
        const said = reached ? passage.text.slice(reached.index) : passage.text;
        const year = findSchoolYear(/năm học\s+\d{4}.*/iu.exec(said)?.[0] ?? '');
        // A basis of that day is told by its own rule.
        const moment = monthMentions(passage.text).find(
          ({ code }) =>
            code !== null && code > date.slice(0, code.length) && !bases.some((basis) => basis.date === code),
        );
        // Criteria are assessed within the year; what pupils have reached shows at its end.
        const assessed = assessment || (isTold && /\d\s+tiêu chí/iu.test(said));
        const limit = year === null ? null : assessed ? `${year.start}-10-01` : `${year.start + 1}-05-15`;
        if (moment?.code) {
          const message = `Kết quả ${quoted(moment.quote)} sau ngày của kế hoạch (${printedLike(date, moment.quote)}).`;
          return [{ where: passage.at(moment.quote), message }];
        }
        if (year === null || limit === null || date >= limit) return [];
        // In the first weeks of the year it may have been, though hardly.
        const hardly = assessed && date >= `${year.start}-09-01`;
        const message = hardly
          ? `Ngày ${printedDate(date)} năm học ${schoolYearLabel(year)} vừa bắt đầu, xem lại năm học trong ${quoted(passage.text)}.`
          : `Ngày ${printedDate(date)} chưa thể có kết quả của năm học ${schoolYearLabel(year)}: ${quoted(passage.text)}.`;
        return [
          {
            where: passage.at(passage.text),
            message,
            severity: hardly ? 'warning' : 'error',
            suggestion: `năm học ${schoolYearLabel({ start: year.start - 1 })}`,
          },
        ];
      });
  },
};
