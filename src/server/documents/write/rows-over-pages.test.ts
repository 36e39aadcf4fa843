import { expect, test } from 'vitest';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { aPlanDocument, aTime, anItem } from '#core/plan/samples/plan-builder.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { printedTables } from '#tests/support/pieces-of-rows.ts';
import { writePdf } from './write-pdf.ts';

const NOW = new Date('2026-09-01T00:00:00Z');
const WORDS = 'rà soát hồ sơ của từng tiêu chí, đối chiếu với yêu cầu và ghi biên bản sau mỗi lần họp với cha mẹ trẻ';

/** `count` words of a plan from the `from`-th on. */
function words(count: number, from: number): string {
  const all = WORDS.split(' ');
  return Array.from({ length: count }, (_, index) => all[(from + index) % all.length]).join(' ');
}

/** Rows of many heights, so that page ends fall everywhere in them: sentences and steps, long and short, beside blank cells. */
const items = Array.from({ length: 40 }, (_, row) =>
  anItem({
    standard: String(1 + Math.floor(row / 12)),
    need: row % 3 === 0 ? words(20 + ((row * 17) % 90), row) : null,
    expectedResult: row % 4 === 0 ? null : words(3 + ((row * 13) % 40), row),
    action:
      row % 2 === 0
        ? words(30 + ((row * 37) % 400), row)
        : Array.from(
            { length: 1 + ((row * 7) % 24) },
            (_, step) => `- ${words(1 + ((row + step * 5) % 14), step)}`,
          ).join('\n'),
    support: row % 5 === 0 ? words(12 + (row % 30), row) : null,
    expectedEvidence: row % 3 === 1 ? words(2 + ((row * 3) % 25), row) : null,
    note: row % 7 === 0 ? 'Xem https://mnnangsom.donganng.edu.vn/ke-hoach/cai-tien/2023-2024' : null,
    time: aTime(row % 6 === 0 ? 'Từ tháng 11/2026-01/2027' : 'Cả năm'),
  }),
);

test.each(PLAN_LAYOUTS.filter((layout) => layout !== 'narrative'))(
  '%s: no cell leaves a single line on a page, no word reaches beyond its cell',
  async (layout) => {
    const model = layoutPlan(aPlanDocument({ items }), layout, { set: null });
    const { torn, outside } = await printedTables(writePdf(model, { now: NOW }), model);
    expect(torn.length).toBeGreaterThan(5);
    expect(torn.filter(({ lines }) => lines.includes(1))).toEqual([]);
    expect(outside).toEqual([]);
  },
);
