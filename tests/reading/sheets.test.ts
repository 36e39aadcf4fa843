import { expect, test } from 'vitest';
import { readSpecs } from './block-builder.ts';
import { plan } from './read-plan.ts';

test('a plan with prices is no estimate of costs', () => {
  const { items } = plan([
    [
      'Tiêu chí',
      'Vấn đề cần cải tiến',
      'Việc cần làm',
      'Hạn hoàn thành',
      'Ai làm',
      'Số lượng',
      'Đơn giá',
      'Thành tiền',
    ],
    ['3.5', 'Bếp thiếu nồi', 'Mua 2 nồi cơm điện', '30/10/2025', 'Kế toán', '2', '1500000', '3000000'],
  ]);
  expect(items).toMatchObject([
    { criterion: '3.5', leads: ['Kế toán'], budget: { amount: 3_000_000 }, note: 'Số lượng: 2\nĐơn giá: 1500000' },
  ]);
});

test('a sheet without any title: sums in a unit beside their source, the month of the work, how much is done', () => {
  const { plan: read, kind } = readSpecs(
    [
      [
        [
          'Tiêu chí',
          'Vấn đề',
          'Đầu việc',
          'Đầu mối',
          'Tháng thực hiện',
          'Kinh phí (triệu đồng)',
          'Nguồn',
          '% hoàn thành',
        ],
        ['3.1', 'Thiếu sân bóng', 'San nền', 'Kế toán', '03/2025', '4.5', 'Xã hội hóa', '50%'],
      ],
    ],
    'xlsx',
  );
  expect(kind).toBe('improvement-plan');
  expect(read.items).toMatchObject([
    {
      criterion: '3.1',
      time: { start: '2025-03' },
      budget: { amount: 4_500_000, source: 'Xã hội hóa' },
      progress: '50%',
    },
  ]);
});

test('a sheet of facts under the names that a school gave them, in front of the plan', () => {
  const read = readSpecs(
    [
      [['Tên trường:', 'Trường Tiểu học Đồi Thông']],
      [['Cơ quan quản lý', 'UBND xã Đồi Thông']],
      [['Số văn bản', '12/KH-THĐT']],
      [['Ngày ban hành', '20/09/2025']],
      [['Năm học', '2025 - 2026']],
      [['Thông tư', '17/2018/TT-BGDĐT']],
      [['Hiệu trưởng', 'Lê Thị Thử Nghiệm']],
      [['Số lớp', '14']],
      'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
      [
        ['TT', 'Tiêu chí', 'Giải pháp', 'Phụ trách', 'Thời gian'],
        ['1', '3.5', 'Mua thêm thiết bị', 'Kế toán', 'Học kỳ II'],
      ],
    ],
    'xlsx',
  ).plan;
  expect(read).toMatchObject({
    schoolName: 'Trường Tiểu học Đồi Thông',
    schoolType: 'primary',
    letterhead: { governingBody: 'UBND xã Đồi Thông' },
    number: '12/KH-THĐT',
    date: '2025-09-20',
    schoolYear: { start: 2025 },
    standardSet: '17/2018/TT-BGDĐT',
    signature: { role: 'Hiệu trưởng', name: 'Lê Thị Thử Nghiệm' },
  });
  expect(read.items[0]?.time).toMatchObject({ start: '2026-01', end: '2026-05' });
});

test('tables of Biểu 2 that follow each other in a sheet without an empty row', () => {
  const { plan: read } = readSpecs(
    [
      'IV. VẤN ĐỀ TRỌNG TÂM',
      [
        ['TT', 'Tiêu chuẩn', 'Tiêu chí liên quan', 'Đánh giá hiện trạng', 'Điểm hạn chế', 'Nguyên nhân'],
        ['1', '2', '2.2', 'Đạt Mức 1', 'Sinh hoạt tổ còn hình thức', 'Chưa có chủ đề'],
        ['V. KẾ HOẠCH CẢI TIẾN', '', '', '', '', ''],
        ['TT', 'Nội dung cải tiến', 'Mục tiêu', 'Hoạt động/giải pháp', 'Thời gian', 'Đơn vị/cá nhân phụ trách'],
        ['1', 'Tiêu chí 2.2: Sinh hoạt tổ', 'Đạt Mức 2', 'Chọn chủ đề từng tháng', 'Hàng tháng', 'Tổ trưởng'],
        ['VI. THEO DÕI, ĐÁNH GIÁ', '', '', '', '', ''],
        ['Thời điểm', 'Nội dung', 'Kết quả', 'Điều chỉnh', 'Người đánh giá', ''],
      ],
      'VII. TỔ CHỨC THỰC HIỆN',
    ],
    'xlsx',
  );
  expect(read.items).toMatchObject([
    { criterion: '2.2', cause: 'Chưa có chủ đề', action: 'Chọn chủ đề từng tháng', leads: ['Tổ trưởng'] },
  ]);
  expect(read.sections.map(({ label }) => label)).toEqual(['IV', 'V', 'VI', 'VII']);
});
