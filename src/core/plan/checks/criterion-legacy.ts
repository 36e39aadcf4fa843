import type { CheckRule } from './check-rule.ts';
import { quoted } from './quoted.ts';

/** "chỉ báo b, tiêu chí 8, tiêu chuẩn 1": before 2018 criteria were numbered within each standard. "tiêu chí 1.8" is none. */
const LEGACY =
  /(?:chỉ (?:báo|số)\s+[abc]\s*[,;]?\s*(?:của\s+)?)?tiêu chí\s+\d{1,2}(?!\s*[.,]\d|\d|\s*\/)\s*[,;]?\s*(?:(?:của|thuộc)\s+)?tiêu chuẩn\s+\d(?!\d)|chỉ (?:báo|số)\s+[abc]\s*[,;]?\s*(?:của\s+)?tiêu chí\s+\d{1,2}(?!\s*[.,]\d|\d|\s*\/)|tiêu chí\s+\d{1,2}(?!\s*[.,]\d|\d|\s*\/)\s*[,;]?\s*chỉ (?:báo|số)\s+[abc](?!\p{L})/giu;

export const criterionLegacy: CheckRule = {
  id: 'criterion-legacy',
  severity: 'warning',
  title: { vi: 'Gọi tiêu chí theo bộ trước năm 2018', en: 'Criterion named in the scheme before 2018' },
  explanation: {
    vi: 'Từ năm 2018 tiêu chí mang số của tiêu chuẩn (1.8), không còn “tiêu chí 8, tiêu chuẩn 1” hay “chỉ số b”. Thường là lời văn chép từ kế hoạch cũ.',
    en: 'Since 2018 a criterion carries the number of its standard (1.8); “tiêu chí 8, tiêu chuẩn 1” comes from an older plan.',
  },
  example: 'chỉ báo b, tiêu chí 8, tiêu chuẩn 1',
  check: ({ plan, passages }) =>
    plan.standardSet === null
      ? []
      : passages
          .filter(({ lower }) => lower.includes('tiêu chí ') && /tiêu chuẩn \d|chỉ (?:báo|số) [abc]/.test(lower))
          .flatMap((passage) =>
            [...passage.text.matchAll(LEGACY)].map(([quote]) => ({
              where: passage.at(quote),
              message: `${quoted(quote)} là cách gọi theo bộ tiêu chuẩn trước năm 2018.`,
            })),
          ),
};
