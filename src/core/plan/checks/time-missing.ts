import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { isBlank, rowName } from './quoted.ts';

export const timeMissing: CheckRule = {
  id: 'time-missing',
  severity: 'warning',
  title: { vi: 'Thiếu thời gian', en: 'Time missing' },
  explanation: {
    vi: 'Ô thời gian của một hàng để trống trong khi kế hoạch có cột thời gian. Việc không có hạn thì không giám sát được.',
    en: 'The time of a row is empty although the plan has times.',
  },
  example: 'Ô “Thời gian thực hiện” để trống',
  check: ({ plan }) =>
    plan.itemFields.includes('time')
      ? plan.items
          .filter((item) => isBlank(item.time.text))
          .map((item) => ({ where: inItem(item, 'time'), message: `${rowName(item)} chưa ghi thời gian thực hiện.` }))
      : [],
};
