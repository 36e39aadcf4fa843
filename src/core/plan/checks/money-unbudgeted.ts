import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { isBlank, quoted, rowName } from './quoted.ts';

const MONEY = /\d[\d.,]*\s*(?:tỷ|triệu|nghìn|ngàn)?\s*(?:đồng|vnđ|đ)(?!\p{L})|\d[\d.,]*\s*(?:tỷ|triệu)(?!\p{L})/iu;

export const moneyUnbudgeted: CheckRule = {
  id: 'money-unbudgeted',
  severity: 'hint',
  title: { vi: 'Việc có số tiền nhưng kinh phí ghi “Không”', en: 'Money in the action, none in the budget' },
  explanation: {
    vi: 'Lời văn của việc nêu một số tiền trong khi ô kinh phí ghi “Không”.',
    en: 'The action names an amount while the budget cell says there is none.',
  },
  example: 'Mua 5 máy chiếu, 60 triệu đồng – kinh phí: Không',
  check: ({ plan }) =>
    plan.items.flatMap((item): Fault[] => {
      if (item.budget.amount !== 0 || isBlank(item.budget.text)) return [];
      const money = MONEY.exec(item.action)?.[0];
      if (money === undefined) return [];
      const message = `${rowName(item)} nêu ${quoted(money)} nhưng ô kinh phí ghi ${quoted(item.budget.text ?? '')}.`;
      return [{ where: inItem(item, 'budget', item.budget.text), message }];
    }),
};
