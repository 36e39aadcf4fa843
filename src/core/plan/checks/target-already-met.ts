import { plain } from '#core/kernel/text.ts';
import type { LevelKey } from '../results.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { quoted, rowName } from './quoted.ts';

const TARGET = /^[-+\s]*(?:đạt|phấn đấu đạt)\s+(?:yêu cầu\s+)?mức\s+(?:độ\s+)?([1-4])\s*[.;]?$/u;

export const targetAlreadyMet: CheckRule = {
  id: 'target-already-met',
  severity: 'warning',
  title: { vi: 'Mục tiêu đã đạt từ trước', en: 'Target already met' },
  explanation: {
    vi: 'Kết quả cần đạt là một mức mà theo chính văn bản này mọi tiêu chí đã đạt. Nên đặt mức cao hơn, hoặc ghi rõ “giữ vững”, “duy trì”.',
    en: 'The target is a level that, by the document’s own results, every criterion already meets.',
  },
  example: 'Mức 1: 27/27; kết quả cần đạt: “Đạt mức 1”',
  check: ({ plan, results }) => {
    const levels = Object.values(results.levels);
    if (!levels.some(({ met, total }) => total !== null && total > 0 && met === total)) return [];
    return plan.items.flatMap((item): Fault[] => {
      const level = TARGET.exec(plain(item.expectedResult ?? ''))?.[1] as LevelKey | undefined;
      const result = level === undefined ? undefined : results.levels[level];
      if (!level || !result || result.total === null || result.total === 0 || result.met !== result.total) return [];
      const message = `${rowName(item)} đặt mục tiêu ${quoted(item.expectedResult ?? '')} trong khi ${result.met}/${result.total} tiêu chí đã đạt Mức ${level}.`;
      return [{ where: inItem(item, 'expectedResult', item.expectedResult), message }];
    });
  },
};
