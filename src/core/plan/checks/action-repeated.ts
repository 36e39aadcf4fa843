import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { quoted } from './quoted.ts';

/** Shorter ones ("Như trên", "Họp tổ") may well stand twice. */
const SHORTEST = 40;

export const actionRepeated: CheckRule = {
  id: 'action-repeated',
  severity: 'hint',
  title: { vi: 'Việc làm giống hệt hàng khác', en: 'Action repeats another row' },
  explanation: {
    vi: 'Nội dung việc làm giống từng chữ với một hàng khác, có thể do chép mà quên sửa.',
    en: 'The action is word for word that of another row, perhaps copied and not edited.',
  },
  example: 'Hai tiêu chí cùng ghi “Tham mưu với Ủy ban nhân dân huyện nâng cấp phòng học …”',
  check: ({ plan }) => {
    const seen = new Map<string, number>();
    return plan.items.flatMap((item, index): Fault[] => {
      const action = item.action.trim().toLowerCase();
      if (action.length < SHORTEST) return [];
      const earlier = seen.get(action);
      if (earlier === undefined) {
        seen.set(action, index + 1);
        return [];
      }
      // By number: the two rows are often of one criterion.
      const message = `Hàng ${index + 1} ghi việc làm giống hệt hàng ${earlier}: ${quoted(item.action)}.`;
      return [{ where: inItem(item, 'action', item.action), message }];
    });
  },
};
