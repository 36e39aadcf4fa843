import { expect, test } from 'vitest';
import { readingJson } from '#core/documents/reading-json.ts';
import type { BlockSpec } from './block-builder.ts';
import { unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

function itemsOf(...specs: BlockSpec[]) {
  const { reading, items } = plan(...specs);
  expect(unreadOf(reading)).toEqual([]);
  return items;
}

test('months under their years, with words instead of marks', () => {
  const items = itemsOf([
    [
      { text: 'TT', rows: 2 },
      { text: 'Tiêu chí', rows: 2 },
      { text: 'Giải pháp', rows: 2 },
      { text: 'Phụ trách', rows: 2 },
      { text: 'Năm 2025', columns: 2 },
      { text: 'Năm 2026', columns: 2 },
    ],
    ['Tháng 11', 'Tháng 12', 'Tháng 1', 'Tháng 2'],
    ['1', '3.2', 'Làm lại cổng', 'Bảo vệ', '', 'Xin báo giá', 'Thi công', ''],
    ['2', '5.1', 'Thi kể chuyện', 'Giáo viên', 'x', '', '', 'x'],
  ]);
  expect(items).toMatchObject([
    {
      action: 'Làm lại cổng',
      time: { text: 'Tháng 12/2025: Xin báo giá; tháng 1/2026: Thi công', start: '2025-12', end: '2026-01' },
    },
    { time: { text: 'Tháng 11/2025, tháng 2/2026', start: '2025-11', end: '2026-02' } },
  ]);
});

test('terms as columns', () => {
  const items = itemsOf([
    ['Tiêu chí', 'Việc làm', 'Người thực hiện', 'Học kỳ I', 'HK 2'],
    ['1.2', 'Họp hội đồng', 'Hiệu trưởng', 'x', 'x'],
    ['3.1', 'Trồng cây', 'Đoàn thanh niên', '', 'x'],
  ]);
  expect(items.map(({ time }) => [time.text, time.start, time.end])).toEqual([
    ['Học kỳ I - học kỳ II', '2025-09', '2026-05'],
    ['Học kỳ II', '2026-01', '2026-05'],
  ]);
});

test('a row that serves several criteria is one row, filed under the first', () => {
  const { reading, items } = plan([
    ['Tiêu chí', 'Tồn tại', 'Biện pháp', 'Thời gian'],
    ['Tiêu chí 1.3; 2.1', 'Hồ sơ thiếu chữ ký', 'Bổ sung chữ ký', 'Cả năm'],
    ['3.2, 3.3 và 3.5', 'Phòng ẩm', 'Thông gió', 'Cả năm'],
    ['TC 4.1 + TC 4.2', 'Ít người dự họp', 'Họp buổi tối', 'Cả năm'],
  ]);
  expect(items.map(({ standard, criterion, criterionText }) => [standard, criterion, criterionText])).toEqual([
    ['1', '1.3', 'Tiêu chí 1.3; 2.1'],
    ['3', '3.2', '3.2, 3.3 và 3.5'],
    ['4', '4.1', 'TC 4.1 + TC 4.2'],
  ]);
  expect(readingJson(reading).items.map(({ criteria }) => criteria)).toEqual([
    ['1.3', '2.1'],
    ['3.2', '3.3', '3.5'],
    ['4.1', '4.2'],
  ]);
});

test('problems counted above their cards', () => {
  const card = (criterion: string, action: string): BlockSpec => [
    ['Tiêu chí', criterion],
    ['Giải pháp', action],
    ['Người phụ trách', 'Hiệu trưởng'],
    ['Minh chứng', 'Sổ họp'],
  ];
  const items = itemsOf('Vấn đề ưu tiên 1', card('1.2', 'Họp hội đồng'), 'Vấn đề ưu tiên 2', card('3.4', 'Nới bếp'));
  expect(items).toMatchObject([
    { criterion: '1.2', action: 'Họp hội đồng', expectedEvidence: 'Sổ họp' },
    { criterion: '3.4', action: 'Nới bếp', expectedEvidence: 'Sổ họp' },
  ]);
});

test('cards with two pairs on a row, and a name above each', () => {
  const card = (criterion: string, need: string, action: string, who: string, time: string): BlockSpec => [
    ['Tiêu chí', { text: criterion, columns: 3 }],
    ['Điểm yếu', { text: need, columns: 3 }],
    ['Giải pháp', { text: action, columns: 3 }],
    ['Chủ trì', who, 'Phối hợp', 'Kế toán'],
    ['Thời gian', time, 'Kinh phí', '2 triệu đồng'],
  ];
  const items = itemsOf(
    'Phiếu số 1',
    card('1.5. Tổ chức lớp', 'Lớp đông', 'Tách lớp', 'Hiệu trưởng', 'Tháng 9/2025'),
    'Phiếu số 2',
    card('3.4. Bếp ăn', 'Bếp chật', 'Nới bếp', 'Bảo vệ', 'Cả năm'),
  );
  expect(items).toMatchObject([
    { criterion: '1.5', need: 'Lớp đông', leads: ['Hiệu trưởng'], collaborators: ['Kế toán'], budget: { amount: 2e6 } },
    { criterion: '3.4', action: 'Nới bếp', time: { start: '2025-09', end: '2026-05' } },
  ]);
});

test('a column of an unknown name is kept in the note', () => {
  const items = itemsOf([
    ['Tiêu chí', 'Biện pháp', 'Thời gian', 'Địa điểm', 'Ghi chú'],
    ['1.2', 'Tập huấn', 'Tháng 10/2025', 'Hội trường', 'Mời báo cáo viên'],
    ['1.3', 'Sinh hoạt', 'Tháng 11/2025', '', ''],
  ]);
  expect(items.map(({ note }) => note)).toEqual(['Địa điểm: Hội trường\nMời báo cáo viên', null]);
});

test('only a day until when; what the whole header says is no deadline', () => {
  const times = (header: string) =>
    itemsOf([
      ['Kiến nghị', 'Nội dung thực hiện', 'Bộ phận thực hiện', header],
      ['Thiếu hồ sơ (tiêu chí 1.2)', 'Lập hồ sơ', 'Văn thư', '30/11/2025'],
      ['Thiếu lịch (tiêu chí 1.7)', 'Lập lịch', 'Phó hiệu trưởng', 'Hằng tháng'],
    ]).map(({ time }) => [time.text, time.start, time.end, time.recurrence]);
  expect(times('Hoàn thành trước ngày')).toEqual([
    ['30/11/2025', null, '2025-11-30', null],
    ['Hằng tháng', null, null, 'monthly'],
  ]);
  expect(times('Hoàn thành')[0]).toEqual(['30/11/2025', '2025-11-30', '2025-11-30', null]);
});

test('rows without a number go on with the criterion that the need above names', () => {
  const items = itemsOf([
    ['TT', 'Khuyến nghị của đoàn', 'Biện pháp', 'Người thực hiện', 'Thời gian'],
    ['1', 'Rà soát hồ sơ (tiêu chí 1.2)', 'Lập danh mục', 'Văn thư', 'Tháng 9/2025'],
    ['', '', 'Đóng quyển', 'Văn thư', 'Tháng 10/2025'],
    ['2', 'Thêm sách cho thư viện', 'Mua sách', 'Kế toán', 'Tháng 11/2025'],
  ]);
  expect(items.map(({ criterion }) => criterion)).toEqual(['1.2', '1.2', null]);
});

test('groups that name their standard in brackets; a sum is no row', () => {
  const { reading, items } = plan([
    ['TT', 'Nội dung công việc', 'Lý do cải tiến', 'Phụ trách', 'Thời gian', 'Kinh phí'],
    [{ text: 'I. VỀ ĐỘI NGŨ (Tiêu chuẩn 2)', columns: 6 }],
    ['1', 'Mời chuyên gia', 'Giáo viên mới đông (tiêu chí 2.2)', 'Hiệu trưởng', 'Cả năm', '3 triệu'],
    [{ text: 'II. VỀ CƠ SỞ VẬT CHẤT (Tiêu chuẩn 3)', columns: 6 }],
    ['2', 'Sơn lớp học', 'Tường cũ', 'Bảo vệ', 'Tháng 7/2026', '7 triệu'],
    [{ text: 'Tổng cộng', columns: 5 }, '10 triệu'],
  ]);
  expect(items.map(({ standard, criterion }) => [standard, criterion])).toEqual([
    ['2', '2.2'],
    ['3', null],
  ]);
  expect(unreadOf(reading)).toEqual(['Tổng cộng', '10 triệu']);
});

test('facts that are numbered under each criterion', () => {
  const items = itemsOf(
    'Tiêu chí 1.1: Phương hướng, chiến lược',
    '1. Hạn chế: Chiến lược ít được rà soát.',
    '2. Mục tiêu cần đạt: Mỗi năm rà soát một lần.',
    '3. Giải pháp thực hiện:',
    '- Lập tổ rà soát;',
    '4. Thời gian thực hiện: Tháng 12/2025.',
    '5. Phân công thực hiện: Hiệu trưởng.',
    'Mục 2. Tiêu chí 3.6 (thư viện): mạng chậm. Biện pháp: đổi gói cước. Người làm: kế toán. Thời gian: tháng 11/2025.',
  );
  expect(items).toMatchObject([
    {
      need: 'Chiến lược ít được rà soát.',
      expectedResult: 'Mỗi năm rà soát một lần.',
      steps: ['Lập tổ rà soát;'],
      time: { start: '2025-12' },
      leads: ['Hiệu trưởng'],
    },
    { criterion: '3.6', action: 'đổi gói cước.', leads: ['kế toán'], time: { start: '2025-11' } },
  ]);
});

test('levels in brackets behind a criterion; two columns of people; the source of the money apart from its amount', () => {
  const items = itemsOf([
    ['Mã TC', 'Giải pháp', 'Người chỉ đạo', 'Người thực hiện', 'Thời gian', 'Nguồn kinh phí', 'Số tiền (đồng)'],
    [
      'TC 1.4 (Mức 2)',
      'Báo vắng qua phần mềm',
      'Phó hiệu trưởng',
      'Giám thị',
      'Cả năm',
      'Chi thường xuyên',
      '6.000.000',
    ],
    ['3.6 (Mức 1)', 'Lọc nước', 'Hiệu trưởng', 'Kế toán', 'Tháng 11/2025', '', '0'],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '1.4',
      levels: [2],
      leads: ['Phó hiệu trưởng'],
      collaborators: ['Giám thị'],
      budget: { amount: 6_000_000, source: 'Chi thường xuyên' },
    },
    { criterion: '3.6', levels: [1], budget: { amount: 0 } },
  ]);
});

test('a calendar of work, its month merged down, with a blank column for changes', () => {
  const items = itemsOf([
    ['Thời gian', 'Nội dung công việc cải tiến', 'Người thực hiện', 'Điều chỉnh, bổ sung'],
    [{ text: 'Tháng 9/2025', rows: 2 }, 'Rà soát tiêu chí chưa đạt', 'Hội đồng tự đánh giá', ''],
    ['Bổ sung hồ sơ tiêu chí 1.2', 'Thư ký', ''],
    ['Tháng 4, 5/2026', 'Tự đánh giá lại', 'Hội đồng tự đánh giá', ''],
  ]);
  expect(items.map(({ criterion, time }) => [criterion, time.start, time.end])).toEqual([
    [null, '2025-09', '2025-09'],
    ['1.2', '2025-09', '2025-09'],
    [null, '2026-04', '2026-05'],
  ]);
});

test('names of facts on lines of their own', () => {
  const items = itemsOf(
    '1.1. Tiêu chí 1.5: Lớp học',
    'a) Điểm yếu',
    'Lớp 9A đông.',
    'b) Biện pháp cải tiến',
    '- Tách lớp.',
    'c) Thời gian thực hiện',
    'Tháng 8/2025.',
    'd) Người thực hiện',
    'Ban giám hiệu, văn thư.',
    '1.2. Tiêu chí 1.7: Quản lý cán bộ',
    'a) Điểm yếu',
    'Quy chế chưa rõ.',
    'b) Biện pháp cải tiến',
    '- Ban hành quy chế mới.',
    'c) Thời gian thực hiện',
    'Học kỳ I.',
    'd) Người thực hiện',
    'Công đoàn.',
  );
  expect(items).toMatchObject([
    {
      criterion: '1.5',
      need: 'Lớp 9A đông.',
      steps: ['Tách lớp.'],
      leads: ['Ban giám hiệu', 'văn thư'],
      time: { start: '2025-08' },
    },
    { criterion: '1.7', need: 'Quy chế chưa rõ.', leads: ['Công đoàn'] },
  ]);
});

test('a table pasted a cell a line: as many lines as columns are the cells', () => {
  const items = itemsOf(
    ...['Tiêu chí', 'Tồn tại, hạn chế', 'Biện pháp khắc phục', 'Người phụ trách', 'Thời gian'],
    ...['Tiêu chí 1.2', 'Hội đồng trường chưa họp đủ', 'Lập lịch họp', 'Thư ký hội đồng', 'Tháng 9/2025'],
    ...['Tiêu chí 5.4', 'Ít hoạt động ngoài trời', 'Mỗi tháng một buổi dã ngoại', 'Giáo viên các lớp', 'Cả năm học'],
  );
  expect(items).toMatchObject([
    { need: 'Hội đồng trường chưa họp đủ', action: 'Lập lịch họp', leads: ['Thư ký hội đồng'] },
    { need: 'Ít hoạt động ngoài trời', action: 'Mỗi tháng một buổi dã ngoại', leads: ['Giáo viên các lớp'] },
  ]);
});
