import type { PlanItem } from '../plan-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';

export const criterionOrder: CheckRule = {
  id: 'criterion-order',
  severity: 'hint',
  title: { vi: 'Tiêu chí không theo thứ tự', en: 'Criteria out of order' },
  explanation: {
    vi: 'Các tiêu chí của một tiêu chuẩn không xếp theo thứ tự của bộ tiêu chuẩn nên khó tra. Kế hoạch theo Thông tư 57/2026 xếp theo vấn đề ưu tiên nên không bị báo.',
    en: 'The criteria of one standard do not follow the order of the set. Plans of priority problems are left alone.',
  },
  example: 'Tiêu chí 1.6 rồi mới đến tiêu chí 1.5',
  check: ({ plan, set }) => {
    if (set?.planForms.scope === 'priority-problems-only') return [];
    const last = new Map<string, PlanItem>();
    return plan.items.flatMap((item): Fault[] => {
      if (item.criterion === null || isOnlyMentioned(item)) return [];
      const group = `${item.levels.join()} ${item.criterion.split('.')[0] ?? ''}`;
      const before = last.get(group);
      last.set(group, item);
      if (!before?.criterion || orderOf(item.criterion) >= orderOf(before.criterion)) return [];
      const message = `Tiêu chí ${item.criterion} đứng sau tiêu chí ${before.criterion}.`;
      return [{ where: inItem(item, 'criterion', item.criterionText ?? item.criterion), message }];
    });
  },
};

/** "Cài phần mềm thư viện (tiêu chí 3.6)": tasks that stand in the order of their times, with a criterion in their words. */
function isOnlyMentioned({ criterion, criterionText, action }: PlanItem): boolean {
  return criterionText === null && criterion !== null && action.includes(criterion);
}

function orderOf(criterion: string): number {
  const dot = criterion.indexOf('.');
  return dot < 0 ? Number(criterion) * 100 : Number(criterion.slice(0, dot)) * 100 + Number(criterion.slice(dot + 1));
}
