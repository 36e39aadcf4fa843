import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { aRange } from '#core/plan/samples/plan-builder.ts';

/**
 * A plan of our own words with as many rows as wanted. No two rows and no two editions say quite the same, so that what was
 * remembered of one helps little with the next; posts, money and every other time repeat as they do in real plans.
 */
export function aPlanOf(rows: number, edition = 1): PlanDocument {
  const some = nineColumnPlan.items;
  const items = Array.from({ length: rows }, (_, index): PlanItem => {
    const item = some[index % some.length]!;
    const round = Math.floor(index / some.length) + 1;
    if (round === 1 && edition === 1) return { ...item, id: String(index) };
    const said = (text: string | null) => text && `${text} Nhóm ${round}, đợt ${edition}.`;
    return {
      ...item,
      id: String(index),
      action: said(item.action) ?? '',
      expectedResult: said(item.expectedResult),
      support: said(item.support),
      time: index % 2 === 0 ? item.time : aDay(index + edition),
    };
  });
  return { ...nineColumnPlan, items };
}

/** A day of the school year, another one for each number up to 224. */
function aDay(number: number): PlanItem['time'] {
  const [day, month] = [(number % 28) + 1, (number % 8) + 1];
  const two = (part: number) => String(part).padStart(2, '0');
  return aRange(`Trước ngày ${day}/${month}/2024`, `2024-${two(month)}-${two(day)}`);
}
