import { expect, test } from 'vitest';
import { isTable, pastedTable } from './pasted-table.ts';

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
