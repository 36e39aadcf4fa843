import { squash } from '#core/kernel/text.ts';
import type { CheckRule } from './check-rule.ts';
import { monthsSpanned } from './dates.ts';
import { inDocument } from './finding-place.ts';
import { quoted } from './quoted.ts';

const FEWEST_ROWS = 3;
/** "Từ tháng 9 đến tháng 5" in every row is a plan of that kind; one month or term in every row is a copied cell. */
const LONGEST = 3;

export const timeAllSame: CheckRule = {
  id: 'time-all-same',
  severity: 'warning',
  title: { vi: 'Mọi hàng cùng một thời gian', en: 'One date for every row' },
  explanation: {
    vi: 'Tất cả các hàng (từ ba hàng) ghi cùng một thời điểm, thường là chép ô đầu xuống hết bảng. Người đọc không biết việc nào làm trước và không theo dõi được tiến độ.',
    en: 'Every row (three or more) carries one and the same date, usually one cell copied down the table.',
  },
  example: 'Cả 8 hàng đều ghi “Tháng 9/2024”',
  check: ({ plan }) => {
    const [first] = plan.items;
    if (!first || plan.items.length < FEWEST_ROWS) return [];
    const { start, end, text, recurrence, condition } = first.time;
    if (start === null || end === null || text === null || recurrence !== null || condition !== null) return [];
    if (monthsSpanned(start, end) > LONGEST) return [];
    if (plan.items.some(({ time }) => time.start !== start || time.end !== end || time.recurrence !== null)) return [];
    const message = `Cả ${plan.items.length} hàng của kế hoạch đều ghi thời gian ${quoted(text.replace(/^[-\s]+/, ''))}.`;
    return [{ where: inDocument(squash(text), 'time'), message }];
  },
};
