import { squash } from '#core/kernel/text.ts';

const YEARS = '(?:năm(?:\\s+học)?\\s*)?(?:20\\d\\d|19\\d\\d)(?:\\s*[-–/]\\s*(?:20\\d\\d))?';
const PERIOD = new RegExp(
  `(từ\\s+${YEARS}\\s+đến\\s+(?:hết\\s+)?${YEARS}|${YEARS}\\s+đến\\s+${YEARS}|(?:năm(?:\\s+học)?\\s*)?20\\d\\d\\s*[-–]\\s*20\\d\\d)`,
  'giu',
);
const YEAR = /(?:20|19)\d\d/;
const ASSESSED = /(?:đánh giá|kiểm định)[^;.]{0,60}?(?:giai đoạn|chu k[ỳì]|trong)\s*:?\s*$/iu;

/** The years that the self-assessment covers, as typed: "từ năm 2015 đến 2020". Periods of strategies and plans are not meant. */
export function assessmentPeriodOf(text: string | readonly string[]): string | null {
  for (const line of typeof text === 'string' ? text.split('\n') : text) {
    if (!YEAR.test(line)) continue;
    const typed = squash(line);
    for (const match of typed.matchAll(PERIOD)) {
      const before = typed.slice(0, match.index);
      if (ASSESSED.test(before) && !/(?:chiến lược|phát triển|kế hoạch)[^;.(]{0,30}$/iu.test(before))
        return match[1] ?? null;
    }
  }
  return null;
}
