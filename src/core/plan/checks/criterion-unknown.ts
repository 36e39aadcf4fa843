import { findCriterion } from '#core/standards/find-in-set.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { quoted } from './quoted.ts';

const NAMED = /tiêu chí\s+(\d{1,2}\.\d{1,2})(?![\d.]*\d)/giu;

export const criterionUnknown: CheckRule = {
  id: 'criterion-unknown',
  severity: 'error',
  title: { vi: 'Tiêu chí không có trong bộ tiêu chuẩn', en: 'No such criterion' },
  explanation: {
    vi: 'Hàng nêu một tiêu chí mà bộ tiêu chuẩn của kế hoạch không có, thường do gõ nhầm số hoặc chép từ kế hoạch theo bộ khác.',
    en: 'A row names a criterion that the plan’s standard set does not have.',
  },
  example: 'Tiêu chí 3.9 trong kế hoạch theo Thông tư 19/2018',
  check: ({ plan, set, passages }) => {
    if (set === null) return [];
    const named = new Set(plan.items.map(({ criterion }) => criterion));
    const unknown = new Set([...named].filter((code) => code !== null && findCriterion(set, code) === null));
    const own = plan.items.flatMap((item): Fault[] => {
      if (item.criterion === null || !unknown.has(item.criterion)) return [];
      const message = `Bộ tiêu chuẩn ${set.code} không có tiêu chí ${item.criterion}.`;
      return [{ where: inItem(item, 'criterion', item.criterionText ?? item.criterion), message }];
    });
    const mentioned = passages
      .filter(({ item, field, lower }) => item !== null && field !== 'criterion' && lower.includes('tiêu chí '))
      .flatMap((passage): Fault[] =>
        [...passage.text.matchAll(NAMED)]
          .filter(([, code = '']) => code !== passage.item?.criterion && findCriterion(set, code) === null)
          .map(([quote]) => ({
            where: passage.at(quote),
            message: `Bộ tiêu chuẩn ${set.code} không có ${quoted(quote)}.`,
          })),
      );
    return [...own, ...mentioned];
  },
};
