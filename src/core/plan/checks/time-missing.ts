import type { PlanDocument } from '../plan-document.ts';
import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { isBlank, rowName } from './quoted.ts';
import { isTakenFromAction } from './time-phrases.ts';

export const timeMissing: CheckRule = {
  id: 'time-missing',
  severity: 'warning',
  title: { vi: 'Thiếu thời gian', en: 'Time missing' },
  explanation: {
    vi: 'Ô thời gian của một hàng để trống trong khi kế hoạch có cột thời gian. Với kế hoạch viết thành lời, “thường xuyên”, “mỗi tháng một lần” được coi là thời gian. Việc không có hạn thì không giám sát được.',
    en: 'The time of a row is empty although the plan has times.',
  },
  example: 'Ô “Thời gian thực hiện” để trống',
  check: ({ plan }) => {
    if (!hasTimes(plan)) return [];
    const inProse = plan.items.every((item) => isBlank(item.time.text) || isTakenFromAction(item));
    return plan.items
      .filter((item) => isBlank(item.time.text) && !(inProse && RHYTHM.test(item.action)))
      .map((item) => ({ where: inItem(item, 'time'), message: `${rowName(item)} chưa ghi thời gian thực hiện.` }));
  },
};

/** In prose "mỗi tháng một lần", "thường xuyên" is the time of the work. */
const RHYTHM =
  /(?<!\p{L})(?:thường xuyên|liên tục|(?:hằng|hàng|mỗi|từng) (?:ngày|tuần|tháng|quý|học k[ỳì]|năm)|(?:ngày|tuần|tháng|quý|học k[ỳì]|năm) (?:một|hai|ba|\d) lần|định kỳ|đột xuất)(?!\p{L})/iu;

/** A column of times; or, where times stand only in the words of the actions, most rows say one. */
function hasTimes({ items, itemFields }: PlanDocument): boolean {
  if (!itemFields.includes('time')) return false;
  const timed = items.filter(({ time }) => !isBlank(time.text));
  return timed.length > items.length / 2 || timed.length === 0 || !timed.every(isTakenFromAction);
}
