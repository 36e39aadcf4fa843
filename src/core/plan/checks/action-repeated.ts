import type { PlanItem } from '../plan-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { quoted, rowName } from './quoted.ts';

/** Shorter ones ("Như trên", "Họp tổ") may well stand twice. */
const SHORTEST = 40;

export const actionRepeated: CheckRule = {
  id: 'action-repeated',
  severity: 'hint',
  title: { vi: 'Việc làm giống hệt dòng khác', en: 'Action repeats another row' },
  explanation: {
    vi: 'Nội dung việc làm giống từng chữ với một dòng khác, có thể do chép mà quên sửa.',
    en: 'The action is word for word that of another row, perhaps copied and not edited.',
  },
  example: 'Hai tiêu chí cùng ghi “Tham mưu với Ủy ban nhân dân huyện nâng cấp phòng học …”',
  check: ({ plan }) => {
    const seen = new Map<string, PlanItem>();
    return plan.items.flatMap((item): Fault[] => {
      const action = item.action.trim().toLowerCase();
      if (action.length < SHORTEST) return [];
      const earlier = seen.get(action);
      if (!earlier) {
        seen.set(action, item);
        return [];
      }
      const message = `${rowName(item)} ghi việc làm giống hệt ${rowName(earlier).toLowerCase()}: ${quoted(item.action)}.`;
      return [{ where: inItem(item, 'action', item.action), message }];
    });
  },
};
