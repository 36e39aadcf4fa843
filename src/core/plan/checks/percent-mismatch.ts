import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { quoted } from './quoted.ts';
import { resultPlace } from './result-place.ts';
import { percentFits, rightPercent, statedPercents } from './stated-percent.ts';

export const percentMismatch: CheckRule = {
  id: 'percent-mismatch',
  severity: 'error',
  title: { vi: 'Tỷ lệ phần trăm không khớp số lượng', en: 'Percentage does not follow from its counts' },
  explanation: {
    vi: 'Tỷ lệ ghi trong văn bản không đúng bằng số lượng chia tổng số sau khi làm tròn đến đúng số chữ số thập phân đã ghi.',
    en: 'A percentage is not its count divided by its total, rounded to the decimals that were typed.',
  },
  example: '18/27 - Tỷ lệ: 66,3% (đúng là 66,7%)',
  check: (document) => {
    const faults = inSentences(document);
    return [
      ...faults,
      ...inTables(document).filter(
        ({ where }) => !faults.some((fault) => fault.where.quote?.includes(where.quote ?? '')),
      ),
    ];
  },
};

function inSentences({ passages }: CheckedDocument): Fault[] {
  return passages
    .filter(({ text }) => text.includes('%'))
    .flatMap((passage) =>
      statedPercents(passage.text)
        .filter(({ part, whole, percent }) => !percentFits(part, whole, percent))
        .map(({ quote, part, whole, percent }) => ({
          where: passage.at(quote),
          message: sentence(part, whole, percent),
          suggestion: `${rightPercent(part, whole, percent)}%`,
        })),
    );
}

/** Counts and percentages that stand in cells of their own, as the results were read. */
function inTables(document: CheckedDocument): Fault[] {
  return Object.values(document.results.levels).flatMap(({ met, notMet, total, statedText, notMetText }) => {
    const stated: [number | null, string | null][] = [
      [met, statedText],
      [notMet, notMetText],
    ];
    return stated.flatMap(([part, percent]): Fault[] => {
      if (part === null || total === null || percent === null || part > total || percentFits(part, total, percent))
        return [];
      const suggestion = `${rightPercent(part, total, percent)}%`;
      return [{ where: resultPlace(document, `${percent}`), message: sentence(part, total, percent), suggestion }];
    });
  });
}

function sentence(part: number, whole: number, percent: string): string {
  return `${part}/${whole} là ${rightPercent(part, whole, percent)}%, văn bản ghi ${quoted(`${percent}%`)}.`;
}
