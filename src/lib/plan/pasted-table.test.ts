import { expect, test } from 'vitest';
import { isTable, pastedTable, withoutSpans } from './pasted-table.ts';

test.each([
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"một\nhai"\tba', [['một\nhai', 'ba']]],
  ['"nói ""được"""\tb', [['nói "được"', 'b']]],
  ['"Trường học hạnh phúc" và hơn\tb', [['"Trường học hạnh phúc" và hơn', 'b']]],
  ['\t\n', [['', '']]],
  ['"chưa đóng\tb', [['"chưa đóng', 'b']]],
])('%j', (text, rows) => {
  expect(pastedTable(text)).toEqual(rows);
});

test('lines without tabs are the text of one cell', () => {
  expect(isTable(pastedTable('- một\n- hai'))).toBe(false);
  expect(isTable(pastedTable('một\thai'))).toBe(true);
});

const cell = (text: string, columns = 1, rows = 1) => ({ text, columns, rows });

test('merged cells: downwards for each row, sideways in the first column', () => {
  const table = [
    [cell('1', 1, 2), cell('Kiểm kê'), cell('Cả năm', 1, 3)],
    [cell('Lập sổ')],
    [cell('2'), cell('Báo cáo')],
    [cell('Ghi chung', 2), cell('5/2027')],
    [cell(''), cell(''), cell('')],
  ];
  expect(withoutSpans(table)).toEqual([
    ['1', 'Kiểm kê', 'Cả năm'],
    ['1', 'Lập sổ', 'Cả năm'],
    ['2', 'Báo cáo', 'Cả năm'],
    ['Ghi chung', '', '5/2027'],
  ]);
});
