import { expect, test } from 'vitest';
import { makeDocx, p } from '../../../../tests/samples/files/make-docx.ts';
import { grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readDocx } from './read-docx.ts';
import { readContext } from './read-limits.ts';

const line = (text: string) =>
  `<w:p><w:r>${text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
    .join('<w:tab/>')}</w:r></w:p>`;
const read = (...lines: string[]) => readDocx(makeDocx(lines.map(line).join('')), readContext());

test('columns set with the tab key are a table, however many tabs a short word needs', () => {
  const source = read(
    'Phân công như sau:',
    'Tiêu chí\tViệc làm\t\tNgười làm\tThời gian',
    'TC 1.1\tCông khai chiến lược\tVăn thư\tTháng 9/2025',
    'TC 2.3\t\tTập huấn\t\tPHT\tTháng 11/2025',
    'TC 3.2\tThay bảng\t\tTháng 12/2025',
    'Các bộ phận thực hiện.',
  );
  expect(grid(tables(source)[0])).toEqual([
    ['Tiêu chí', 'Việc làm', 'Người làm', 'Thời gian'],
    ['TC 1.1', 'Công khai chiến lược', 'Văn thư', 'Tháng 9/2025'],
    ['TC 2.3', 'Tập huấn', 'PHT', 'Tháng 11/2025'],
    ['TC 3.2', 'Thay bảng', '', 'Tháng 12/2025'],
  ]);
  expect(texts(source.blocks)).toEqual(['Phân công như sau:', 'Các bộ phận thực hiện.']);
});

test('letterheads, signers and counts with tabs stay lines', () => {
  const source = read(
    'UBND XÃ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRƯỜNG TIỂU HỌC\tĐộc lập - Tự do - Hạnh phúc',
    'Số: 1/KH\tXã, ngày 1 tháng 9 năm 2025',
    'Đạt Mức 1: 25/25\t\t\ttỷ lệ 100%',
    'NGƯỜI LẬP\tKẾ TOÁN\tHIỆU TRƯỞNG',
    'Văn A\tVăn B\tVăn C',
  );
  expect(tables(source)).toEqual([]);
  expect(readDocx(makeDocx(p('không có cột')), readContext()).blocks).toHaveLength(1);
});
