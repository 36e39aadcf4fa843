import { criteriaOf } from '#core/standards/find-in-set.ts';
import type { CheckRule } from './check-rule.ts';
import { inDocument } from './finding-place.ts';

export const planCoversEverything: CheckRule = {
  id: 'plan-covers-everything',
  severity: 'error',
  title: { vi: 'Lập kế hoạch cho mọi tiêu chí', en: 'A plan for every criterion' },
  explanation: {
    vi: 'Thông tư 57/2026 (Điều 10, Biểu 2) chỉ lập kế hoạch cho vấn đề ưu tiên, không lập cho mọi tiêu chí. Với các bộ tiêu chuẩn năm 2018 thì đây chỉ là gợi ý: sức người có hạn, nên chọn việc quan trọng nhất.',
    en: 'TT 57/2026 plans priority problems only (error); under the sets of 2018 it is a hint.',
  },
  example: 'Kế hoạch có đủ 25/25 tiêu chí',
  check: ({ set, criteria }) => {
    if (set === null) return [];
    const planned = new Set([...criteria.values()].flat());
    const all = criteriaOf(set);
    if (all.length === 0 || all.some((criterion) => !planned.has(criterion.code))) return [];
    const priorityOnly = set.planForms.scope === 'priority-problems-only';
    const reason = priorityOnly
      ? `trong khi ${set.code} chỉ cho lập với vấn đề ưu tiên`
      : 'nên chọn những vấn đề ưu tiên để đủ sức thực hiện';
    const message = `Kế hoạch lập cho cả ${all.length} tiêu chí, ${reason}.`;
    return [{ where: inDocument(null, 'criterion'), message, severity: priorityOnly ? 'error' : 'hint' }];
  },
};
