import { expect, test } from 'vitest';
import { readSpecs } from './block-builder.ts';
import { plan } from './read-plan.ts';
import { unreadOf } from './reading-law.ts';

test('a criterion in front of what is done does not make the column one of criteria when no other says what is done', () => {
  const { reading, items } = plan([
    ['STT', 'Nội dung công việc', 'Yêu cầu cần đạt', 'Phân công', 'Thời hạn', 'Ghi chú'],
    ['1', 'Tiêu chí 2.2: Cử giáo viên học nâng chuẩn', 'Đủ chuẩn', 'Hiệu trưởng (phụ trách)', 'Cuối năm học', ''],
    ['2', 'Tiêu chí 3.6: Mua thêm sách', 'Đủ sách', 'Thư viện', 'Học kỳ I', 'Xin sách cũ'],
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { standard: '2', criterion: '2.2', expectedResult: 'Đủ chuẩn', leads: ['Hiệu trưởng'], time: { end: '2026-05' } },
    { standard: '3', criterion: '3.6', action: 'Tiêu chí 3.6: Mua thêm sách', note: 'Xin sách cũ' },
  ]);
});

test('beside a column of measures, one whose cells begin with a criterion names it', () => {
  const { items } = plan([
    ['TT', 'Nội dung', 'Biện pháp', 'Thời gian'],
    ['1', 'Tiêu chí 2.2: Giáo viên', 'Cử đi học', '10/2025'],
    ['2', 'Tiêu chí 3.6: Thư viện', 'Mua sách', '11/2025'],
  ]);
  expect(items).toMatchObject([
    { criterion: '2.2', need: null, action: 'Cử đi học' },
    { criterion: '3.6', need: null, action: 'Mua sách' },
  ]);
});

test('a table of works to be built is read as the plan that it is', () => {
  const { reading, items } = plan([
    ['TT', 'Hạng mục', 'Tiêu chí', 'Dự kiến kinh phí (triệu đồng)', 'Nguồn kinh phí', 'Thời gian'],
    ['1', 'Lát lại sân chơi', '3.1', '85', 'Ngân sách xã', 'Quý I/2026'],
    ['2', 'Mua đồ chơi ngoài trời', '3.5', '42,5', 'Xã hội hóa', 'Học kỳ II'],
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '3.1', action: 'Lát lại sân chơi', budget: { amount: 85_000_000, source: 'Ngân sách xã' } },
    { criterion: '3.5', action: 'Mua đồ chơi ngoài trời', budget: { amount: 42_500_000 } },
  ]);
});

test('strengths and the judgement of a report stay apart from what is planned', () => {
  const { reading, items } = plan(
    'Tiêu chí 3.5: Thiết bị',
    '2. Điểm mạnh',
    'Đủ thiết bị tối thiểu.',
    '3. Điểm yếu',
    'Máy tính đã cũ.',
    '4. Kế hoạch cải tiến chất lượng',
    'Trong học kỳ I, hiệu trưởng chỉ đạo kế toán lập dự toán mua máy tính.',
    '5. Tự đánh giá: Đạt Mức 1',
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    {
      criterion: '3.5',
      currentState: 'Đủ thiết bị tối thiểu.\nĐạt Mức 1',
      need: 'Máy tính đã cũ.',
      action: 'Trong học kỳ I, hiệu trưởng chỉ đạo kế toán lập dự toán mua máy tính.',
      leads: ['hiệu trưởng'],
    },
  ]);
});

test.each([
  ['(Kèm theo Kế hoạch số 77/KH-THPTSH ngày 15/9/2025)', '77/KH-THPTSH', '2025-09-15'],
  ['(Kèm theo Kế hoạch số 77/KH-UBND ngày 15/9/2025)', null, null],
  ['(Kèm theo Quyết định số 77/QĐ-THPTSH ngày 15/9/2025)', null, null],
])('number and date of the plan that a sheet is attached to: %s', (attached, number, date) => {
  const { plan: read } = readSpecs([
    'SỞ GD&ĐT CẦN THƠ',
    'TRƯỜNG THPT SÔNG NHỎ',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026',
    attached,
    [
      ['TT', 'Tiêu chí', 'Việc cần làm', 'Chủ trì', 'Thời gian'],
      ['1', '1.5', 'Giảm sĩ số', 'Hiệu trưởng', '9/2025'],
    ],
  ]);
  expect(read).toMatchObject({ number, date });
});
