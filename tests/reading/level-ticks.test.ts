import { expect, test } from 'vitest';
import type { CellSpec } from './block-builder.ts';
import { unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

const over: [string, CellSpec[][]][] = [
  ['names', [['TT', 'Tiêu chí', 'Mức 1', 'Mức 2', 'Mức 3', 'Biện pháp', 'Thời gian']]],
  ['names with "Đạt"', [['TT', 'Tiêu chí', 'Đạt mức 1', 'Đạt mức 2', 'Đạt mức 3', 'Biện pháp', 'Thời gian']]],
  [
    'numbers under a merged cell',
    [
      [
        { text: 'TT', rows: 2 },
        { text: 'Tiêu chí', rows: 2 },
        { text: 'Mức đạt được', columns: 3 },
        { text: 'Biện pháp', rows: 2 },
        { text: 'Thời gian', rows: 2 },
      ],
      ['1', '2', '3'],
    ],
  ],
];

test.each(over)('columns of levels that are ticked: %s', (_, header) => {
  const { items, reading } = plan([
    ...header,
    ['1', '1.2', 'x', '', '', 'Kiện toàn hội đồng', 'Tháng 9/2025'],
    ['2', '1.3', 'X', '+', '-', 'Mở ngày hội', 'Tháng 10/2025'],
    ['3', '1.4', '✓', 'Chưa đạt', '', 'Kiện toàn tổ', 'Tháng 11/2025'],
    ['4', '1.5', '', '', '', 'Tách lớp', 'Tháng 12/2025'],
  ]);
  expect(items.map(({ criterion, levels, need, note }) => [criterion, levels, need, note])).toEqual([
    ['1.2', [1], null, null],
    ['1.3', [1, 2], null, null],
    ['1.4', [1], null, 'Mức 2: Chưa đạt'],
    ['1.5', [], null, null],
  ]);
  expect(unreadOf(reading)).toEqual([]);
});
