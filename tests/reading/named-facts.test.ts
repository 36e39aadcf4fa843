import { expect, test } from 'vitest';
import type { BlockSpec } from './block-builder.ts';
import { unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

function itemsOf(...specs: BlockSpec[]) {
  const { reading, items } = plan(...specs);
  expect(unreadOf(reading)).toEqual([]);
  return items;
}

test('time and people named inside the cell of the action, the criterion in brackets', () => {
  const items = itemsOf([
    ['Vấn đề cần giải quyết', 'Giải pháp thực hiện', 'Ghi chú'],
    [
      '[1.8] Kế hoạch của tổ chậm điều chỉnh',
      '- Rà soát kế hoạch các môn.\n- Họp tổ.\nThời gian: tháng 1/2026\nNgười thực hiện: tổ trưởng chuyên môn, thư ký',
      'Lưu ý: tổ 1 làm trước',
    ],
    ['[2.2] Ít dự giờ', 'Hiệu trưởng lập lịch dự giờ. Kinh phí: không', ''],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '1.8',
      action: '- Rà soát kế hoạch các môn.\n- Họp tổ.',
      steps: ['Rà soát kế hoạch các môn.', 'Họp tổ.'],
      time: { text: 'tháng 1/2026', start: '2026-01' },
      leads: ['tổ trưởng chuyên môn', 'thư ký'],
    },
    { criterion: '2.2', leads: ['Hiệu trưởng'], budget: { text: 'không', amount: 0 } },
  ]);
});

test('who leads and who helps under one name of a column, and a lead named among the helpers', () => {
  const rows: BlockSpec = [
    ['Tiêu chí', 'Giải pháp', 'Người thực hiện; phối hợp', 'Thời gian'],
    ['1.2', 'Họp hội đồng', 'Hiệu trưởng, GV', 'Cả năm'],
    ['3.5', 'Mua sách', 'Chủ trì: Thư viện\nPhối hợp: Kế toán', 'Cả năm'],
  ];
  expect(itemsOf(rows)).toMatchObject([
    { leads: ['Hiệu trưởng'], collaborators: ['GV'] },
    { leads: ['Thư viện'], collaborators: ['Kế toán'] },
  ]);
  const helpers: BlockSpec = [
    ['Tiêu chí', 'Giải pháp', 'Phối hợp', 'Thời gian'],
    ['1.2', 'Họp hội đồng', 'Chủ trì: Hiệu trưởng; phối hợp: GV', 'Cả năm'],
  ];
  expect(itemsOf(helpers)).toMatchObject([{ leads: ['Hiệu trưởng'], collaborators: ['GV'] }]);
});

test('what a column of its own gives is left in the sentence', () => {
  const items = itemsOf([
    ['Tiêu chí', 'Giải pháp', 'Thời gian'],
    ['1.2', 'Họp hội đồng.\nThời gian: thứ Hai đầu tháng', 'Cả năm'],
  ]);
  expect(items[0]).toMatchObject({ action: 'Họp hội đồng.\nThời gian: thứ Hai đầu tháng', time: { text: 'Cả năm' } });
});
