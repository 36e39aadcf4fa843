import { expect, test } from 'vitest';
import { plan } from './read-plan.ts';
import { unreadOf } from './reading-law.ts';
import type { BlockSpec } from './block-builder.ts';

const TABLE: BlockSpec = [
  ['Tiêu chí', 'Biện pháp', 'Thời gian', 'Người thực hiện'],
  ['1.2', 'Kiện toàn hội đồng', 'Tháng 9/2025', 'Hiệu trưởng'],
];

/** What is unread, and how many rows were read. */
function left(...specs: BlockSpec[]) {
  const { reading, items } = plan(...specs);
  return { items: items.length, unread: unreadOf(reading) };
}

test('rows laid out with tabs, beside a table that was read, are unread and no text of a section', () => {
  const rows = [
    'Sửa mái hiên dãy B   Tháng 10/2025   Hiệu trưởng   Hồ sơ nghiệm thu',
    'Mua thêm 20 bộ bàn ghế   Tháng 11/2025   Kế toán   Hóa đơn',
  ];
  expect(left(TABLE, 'Các việc khác trong năm học này:', ...rows)).toEqual({
    items: 1,
    unread: ['Các việc khác trong năm học này:', ...rows],
  });
});

test('blocks that name times and people but became no rows', () => {
  const blocks = [
    'Sửa mái hiên dãy B',
    'Thời gian: tháng 10/2025',
    'Người thực hiện: Hiệu trưởng',
    'Mua thêm bàn ghế',
    'Thời gian: tháng 11/2025',
    'Người thực hiện: Kế toán',
  ];
  const { items, unread } = left(TABLE, ...blocks);
  expect([items + unread.length > 1, unread]).toEqual([true, blocks]);
});

test('a plan without any row: one such block is enough', () => {
  const blocks = ['Sửa mái hiên dãy B', 'Hiệu trưởng', 'Tháng 10/2025'];
  expect(left('Nhà trường tập trung vào việc sau.', ...blocks)).toEqual({ items: 0, unread: blocks });
});

test('who watches, who reports and prose with dates stay text of their sections', () => {
  expect(
    left(
      TABLE,
      'Năm học 2025-2026 nhà trường phấn đấu giữ vững kết quả đã đạt.',
      'IV. GIÁM SÁT',
      'Đợt 1',
      'Thời gian: tháng 12/2025',
      'Người thực hiện: Tổ giám sát',
      'Đợt 2',
      'Thời gian: tháng 5/2026',
      'Người thực hiện: Tổ giám sát',
    ),
  ).toEqual({ items: 1, unread: [] });
});

test('rows told in sentences, with people and times, in a plan that gave no row', () => {
  const rows = [
    '- Tập huấn dạy học số cho giáo viên (PHT chuyên môn, tháng 10/2025).',
    '- Sửa mái hiên dãy B: Hiệu trưởng, kế toán; hoàn thành tháng 11/2025.',
  ];
  expect(left(...rows)).toEqual({ items: 0, unread: rows });
});

test('a criterion planned without time and people, beside rows of other criteria', () => {
  const told = ['Tiêu chí 2.3: Nhân viên', 'Biện pháp: Tập huấn nhân viên y tế'];
  expect(left(TABLE, ...told)).toEqual({ items: 1, unread: told });
});

test('a table under headers that nobody knows: they are no row', () => {
  const { items } = plan([
    ['Tiêu chí', 'Ta cần gì', 'Ai lo', 'Chừng nào'],
    ['1.2', 'Kiện toàn hội đồng trường cho đủ người', 'Hiệu trưởng', 'Tháng 9/2025'],
    ['1.3', 'Bồi dưỡng giáo viên trẻ của trường', 'Phó hiệu trưởng', 'Tháng 10/2025'],
  ]);
  expect(items.map(({ criterion, leads }) => [criterion, leads])).toEqual([
    ['1.2', ['Hiệu trưởng']],
    ['1.3', ['Phó hiệu trưởng']],
  ]);
});

test('another table with as many columns and headers of its own is no part of the plan above it', () => {
  const estimate: BlockSpec = [
    ['Công trình', 'Đơn giá', 'Bàn giao', 'Giám sát'],
    ['Nhà vệ sinh', '200 triệu', 'Tháng 12/2025', 'Hiệu trưởng'],
  ];
  const { items, unread } = left(TABLE, estimate);
  expect([items, unread.length]).toEqual([1, 8]);
});
