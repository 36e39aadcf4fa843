import { expect, test } from 'vitest';
import { alikeRows } from './alike-rows.ts';
import { emptyItem } from './edit-item.ts';
import type { PlanItem } from './plan-document.ts';

const row = (id: string, criterion: string | null, action: string): PlanItem => ({
  ...emptyItem(id, { standard: null, criterion, criterionText: null, levels: [] }),
  action,
});
const before = [
  row('a', '1.1', 'Bổ sung đồ chơi ngoài trời cho lớp Lá'),
  row('b', '1.1', 'Tập huấn giáo viên về an toàn'),
  row('c', '2.1', 'Bổ sung đồ chơi ngoài trời cho lớp Lá'),
];
const ids = (after: PlanItem[]) => alikeRows(before, after).map(({ id }) => id);

test('the same words, then the most words in common, each row once', () => {
  expect(
    ids([
      row('1', '1.1', 'Tập huấn giáo viên, nhân viên về an toàn trường học'),
      row('2', '1.1', 'bổ sung đồ chơi ngoài trời cho lớp lá'),
      row('3', '1.1', 'Bổ sung đồ chơi ngoài trời cho lớp Lá'),
      row('4', '2.1', 'Bổ sung đồ chơi ngoài trời'),
    ]),
  ).toEqual(['b', 'a', '3', 'c']);
});

test('another criterion, other words, no words: another row', () => {
  expect(
    ids([
      row('1', '3.1', 'Bổ sung đồ chơi ngoài trời cho lớp Lá'),
      row('2', '1.1', 'Sửa mái tôn'),
      row('3', '1.1', ''),
    ]),
  ).toEqual(['1', '2', '3']);
});
