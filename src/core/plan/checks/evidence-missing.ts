import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { isBlank, rowName } from './quoted.ts';

export const evidenceMissing: CheckRule = {
  id: 'evidence-missing',
  severity: 'warning',
  title: { vi: 'Thiếu minh chứng dự kiến', en: 'Expected evidence missing' },
  explanation: {
    vi: 'Ô minh chứng của hàng để trống. Không nêu minh chứng thì cuối năm khó chứng minh việc đã làm.',
    en: 'The expected-evidence cell of a row is empty.',
  },
  example: 'Ô “Minh chứng” để trống',
  check: ({ plan }) =>
    plan.itemFields.includes('expectedEvidence')
      ? plan.items
          .filter((item) => isBlank(item.expectedEvidence))
          .map((item) => ({
            where: inItem(item, 'expectedEvidence'),
            message: `${rowName(item)} chưa nêu minh chứng dự kiến.`,
          }))
      : [],
};
