import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';

/** A plan of our own words with as many rows as wanted; no two rows say quite the same, so that nothing can be remembered. */
export function aPlanOf(rows: number): PlanDocument {
  const some = nineColumnPlan.items;
  const items = Array.from({ length: rows }, (_, index): PlanItem => {
    const item = some[index % some.length]!;
    const round = Math.floor(index / some.length) + 1;
    const said = (text: string | null) => (text === null || round === 1 ? text : `${text} Nhóm ${round}.`);
    return { ...item, id: String(index), action: said(item.action) ?? '', expectedResult: said(item.expectedResult) };
  });
  return { ...nineColumnPlan, items };
}
