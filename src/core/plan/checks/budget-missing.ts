import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { isBlank, rowName } from './quoted.ts';

export const budgetMissing: CheckRule = {
  id: 'budget-missing',
  severity: 'hint',
  title: { vi: 'Thiếu dự kiến kinh phí', en: 'Budget missing' },
  explanation: {
    vi: 'Ô dự kiến kinh phí để trống. Nếu không cần tiền thì ghi “Không”.',
    en: 'The budget cell is empty; write “Không” when no money is needed.',
  },
  example: 'Ô “Dự kiến kinh phí” để trống',
  check: ({ plan }) =>
    plan.itemFields.includes('budget')
      ? plan.items
          .filter((item) => isBlank(item.budget.text))
          .map((item) => ({ where: inItem(item, 'budget'), message: `${rowName(item)} chưa ghi dự kiến kinh phí.` }))
      : [],
};
