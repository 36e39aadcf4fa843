import { expect, test } from 'vitest';
import { makeXlsx } from '../../../../tests/samples/files/make-xlsx.ts';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readContext } from './read-limits.ts';
import { readXlsx } from './read-xlsx.ts';

test('text above and below the table, merged cells, numbers and dates as shown, hidden sheets', () => {
  const source = readXlsx(
    makeXlsx([
      {
        rows: [
          ['UBND XÃ AN BÌNH', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
          ['KẾ HOẠCH CẢI TIẾN'],
          [],
          ['TT', 'Nội dung', 'Thời gian', null],
          [null, null, 'Bắt đầu', 'Kết thúc'],
          ['Tiêu chuẩn 1'],
          [[1, 0], '- Họp\n- Báo cáo', [45901, 1], [46143, 2]],
          [[2, 0], 'Sửa bếp', [0.255, 3], [12000000, 4]],
          [],
          [null, null, null, 'HIỆU TRƯỞNG'],
        ],
        merges: ['A4:A5', 'B4:B5', 'C4:D4', 'A6:D6', 'A2:D2'],
      },
      { rows: [['ghi chú riêng']], hidden: true },
    ]),
    readContext(),
  );
  expect(texts(source.blocks)).toEqual(['KẾ HOẠCH CẢI TIẾN', 'HIỆU TRƯỞNG']);
  expect(furniture(source)).toEqual(['hidden-sheet: ghi chú riêng']);
  const [letterhead, plan] = tables(source);
  expect(grid(letterhead)).toEqual([['UBND XÃ AN BÌNH', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']]);
  expect(grid(plan)).toEqual([
    ['TT^2', 'Nội dung^2', 'Thời gian+2'],
    ['Bắt đầu', 'Kết thúc'],
    ['Tiêu chuẩn 1+4'],
    ['1', '- Họp|- Báo cáo', '01/09/2025', '05/2026'],
    ['2', 'Sửa bếp', '26%', '12000000'],
  ]);
});

test('what people wrote on cells: notes that stand where the cell stands', () => {
  const { blocks } = readXlsx(
    makeXlsx([
      {
        rows: [
          ['TT', 'Việc', 'Ai'],
          [[1, 0], 'Sửa bếp', 'BGH'],
        ],
        comments: [
          ['B2', 'Cô Lan', 'hỏi lại xã'],
          ['F9', 'Cô Lan', 'Cô Lan: ô trống'],
          [
            'C2',
            'tc={1}',
            '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment. Learn more: https://example.org\n\nComment:\n    đã xong',
          ],
        ],
      },
    ]),
    readContext(),
  );
  const notes = blocks.filter((block) => block.kind === 'paragraph' && block.note);
  expect(notes).toMatchObject([
    { text: 'hỏi lại xã', label: 'Cô Lan:', place: { table: 1, row: 2, column: 2 } },
    { text: 'Cô Lan: ô trống', label: null, place: { table: null } },
    { text: 'đã xong', label: null, place: { table: 1, row: 2, column: 3 } },
  ]);
});
