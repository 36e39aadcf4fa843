import type { Place } from '#core/documents/block.ts';
import type { FindingPlace } from '../finding.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { CheckRule } from './check-rule.ts';
import { inDocument, inItem } from './finding-place.ts';
import { numberFaults, writtenNumber } from './number-label.ts';

export const tableNumberGap: CheckRule = {
  id: 'table-number-gap',
  severity: 'hint',
  title: { vi: 'Cột TT nhảy hoặc trùng số', en: 'TT column skips or repeats' },
  explanation: {
    vi: 'Số trong cột TT của bảng nhảy cóc hoặc lặp lại. Có thể một hàng đã bị xóa hoặc mất khi chép bảng.',
    en: 'The numbers in the TT column of a table skip or repeat, perhaps because a row was deleted.',
  },
  example: 'TT: 1, 3, 4',
  check: ({ plan, source }) =>
    (source?.tableNumbers ?? []).flatMap(({ numbers }) =>
      numberFaults(numbers, (number) => number.text).map(({ kind, entry, earlier, expected }) => ({
        where: placeOf(plan, entry),
        message:
          kind === 'gap'
            ? `Cột TT nhảy từ ${earlier.text} sang ${entry.text}, thiếu số ${writtenNumber(expected)}.`
            : `Cột TT ghi số ${entry.text} sau số ${earlier.text}.`,
        suggestion: writtenNumber(expected),
      })),
    ),
};

/** The row of the plan that bears the number; a number of another table, or above the rows, stands in the document. */
function placeOf(plan: PlanDocument, { text, place }: { text: string; place: Place }): FindingPlace {
  const item = plan.items.find(({ source }) => source?.table === place.table && source.row === place.row);
  return item && place.table !== null ? { ...inItem(item, null, text), place } : { ...inDocument(text), place };
}
