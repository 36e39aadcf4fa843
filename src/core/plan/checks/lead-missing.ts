import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { hasOwnerColumn } from './owner-column.ts';
import { rowName } from './quoted.ts';

/** "Không" typed into the cell. */
function saysNobody(name: string): boolean {
  return /^không(?: có)?\.?$/iu.test(name);
}

export const leadMissing: CheckRule = {
  id: 'lead-missing',
  severity: 'error',
  title: { vi: 'Không có người chủ trì', en: 'Nobody leads' },
  explanation: {
    vi: 'Kế hoạch có cột người thực hiện nhưng hàng này để trống hoặc chỉ ghi người phối hợp: không ai chịu trách nhiệm. Văn bản không có cột này (kế hoạch lời văn) thì không bị báo.',
    en: 'The plan has an owner column and this row has nobody in it, or only those who help.',
  },
  example: 'Ô “Người thực hiện” để trống',
  check: ({ plan }) =>
    hasOwnerColumn(plan)
      ? plan.items
          .filter((item) => item.leads.every(saysNobody))
          .map((item) => ({ where: inItem(item, 'owners'), message: `${rowName(item)} chưa có người chủ trì.` }))
      : [],
};
