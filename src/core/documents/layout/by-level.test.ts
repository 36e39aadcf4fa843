import { expect, test } from 'vitest';
import { aPlanDocument, anItem } from '#core/plan/samples/plan-builder.ts';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { layoutPlan } from './layout-plan.ts';

/** The cells of the only row that hold its time. */
function timeCells(text: string, time: SchoolTime | null = null) {
  const item = anItem();
  const plan = aPlanDocument({ items: [{ ...item, time: time ?? { ...item.time, text } }] });
  const blocks = layoutPlan(plan, 'by-level', { set: null }).parts.flatMap((part) => part.blocks);
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const cells = rows.find(({ kind }) => kind === 'item')!.cells;
  return cells
    .filter(({ paragraphs }) => paragraphs.some((line) => text.split('\n').includes(line)))
    .map((cell) => cell.paragraphs);
}

test('a start and an end have a column each; a month that was torn from its number has not', () => {
  expect(timeCells('Từ tháng 9/2026\nĐến tháng 5/2027')).toEqual([['Từ tháng 9/2026'], ['Đến tháng 5/2027']]);
  expect(timeCells('Từ tháng\n10/2026')).toEqual([['Từ tháng', '10/2026']]);
});

test('two times on two lines are no start and end', () => {
  const typed = 'Từ tháng 02 năm 2026 và các năm tiếp theo\ntháng 9/2026';
  const time = parseSchoolTime(typed, { schoolYear: null });
  expect(time.parts).toHaveLength(2);
  expect(timeCells(typed, time)).toEqual([typed.split('\n')]);
});
