import { expect, test } from 'vitest';
import { legalBases } from '#core/plan/legal-basis.ts';
import { readSpecs } from './block-builder.ts';
import { plan } from './read-plan.ts';
import { unreadOf } from './reading-law.ts';

test('rows grouped by month, in a table without a column for the time', () => {
  const { items, reading } = plan([
    ['TT', 'Tiêu chí', 'Công việc', 'Phụ trách', 'Minh chứng'],
    [{ text: 'Tháng 9/2025', columns: 5 }],
    ['1', '1.2', 'Kiện toàn tổ tư vấn', 'HT', 'Quyết định'],
    ['2', '3.1', 'Khảo sát đầu năm', 'PHT', 'Bảng kết quả'],
    [{ text: 'II. Học kỳ II', columns: 5 }],
    ['3', '2.1', 'Hội thảo dạy học phân hóa', 'TTCM', 'Kỷ yếu'],
  ]);
  expect(items).toMatchObject([
    { criterion: '1.2', time: { text: 'Tháng 9/2025', start: '2025-09' } },
    { criterion: '3.1', time: { text: 'Tháng 9/2025' } },
    { criterion: '2.1', time: { start: '2026-01', end: '2026-05' } },
  ]);
  expect(unreadOf(reading)).toEqual([]);
});

test('a caption right above its table names the criterion; steps are counted, not told', () => {
  const header = ['Bước', 'Công việc', 'Người thực hiện', 'Thời gian'];
  const { items } = plan(
    'Bảng 1. Kế hoạch cải tiến TC 1.10 (An toàn trường học)',
    [header, ['1', 'Lắp camera', 'Bảo vệ', '9/2025'], ['2', 'Diễn tập chữa cháy', 'TPTĐ', '3/2026']],
    'Bảng 2. Kế hoạch cải tiến tiêu chí 2.3',
    [header, ['1', 'Bồi dưỡng văn thư', 'VT', '10/2025']],
  );
  expect(items.map(({ criterion, note }) => [criterion, note])).toEqual([
    ['1.10', null],
    ['1.10', null],
    ['2.3', null],
  ]);
});

test('indicators stand for their criterion', () => {
  const { items } = plan([
    ['Chỉ báo', 'Vấn đề', 'Cách khắc phục', 'Ai làm', 'Lưu ý'],
    ['1.8.a', 'Hồ sơ lưu nhiều nơi', 'Gom hồ sơ về một kho số', 'Phó HT', 'Cấp THCS'],
  ]);
  expect(items).toMatchObject([{ criterion: '1.8', need: 'Hồ sơ lưu nhiều nơi', note: 'Cấp THCS' }]);
});

test('a form: facts of the document in a table, a card for each criterion', () => {
  const {
    plan: read,
    kind,
    ...reading
  } = readSpecs([
    'HỒ SƠ KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    [
      ['Tên trường', 'Trường Mầm non Cúc Dại'],
      ['Cơ quan quản lý', 'UBND xã Đồng Mây'],
      ['Số văn bản', '27/KH-MNCD'],
      ['Ngày ban hành', '11/9/2025'],
      ['Căn cứ', 'Thông tư 19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ GDĐT'],
      ['Người ký', 'Hiệu trưởng Phan Thị Cỏ'],
    ],
    'Phiếu số 1 - Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản',
    [
      ['Điều còn yếu', 'Sổ tài sản chưa cập nhật'],
      ['Việc phải làm', 'Kiểm kê bếp ăn'],
      ['Đích cần đạt', 'Sổ khớp với thực tế'],
      ['Người làm chính', 'KT'],
      ['Người cùng làm', 'NV cấp dưỡng'],
      ['Thời gian', 'Tháng 9, 10/2025'],
    ],
  ]);
  expect(kind).toBe('improvement-plan');
  expect(read).toMatchObject({
    schoolName: 'Trường Mầm non Cúc Dại',
    number: '27/KH-MNCD',
    date: '2025-09-11',
    signature: { role: 'Hiệu trưởng', name: 'Phan Thị Cỏ' },
    letterhead: { governingBody: 'UBND xã Đồng Mây' },
  });
  expect(legalBases(read)).toMatchObject([{ number: '19/2018/TT-BGDĐT' }]);
  expect(read.items).toMatchObject([
    {
      criterion: '1.6',
      need: 'Sổ tài sản chưa cập nhật',
      expectedResult: 'Sổ khớp với thực tế',
      leads: ['KT'],
      collaborators: ['NV cấp dưỡng'],
      time: { start: '2025-09', end: '2025-10' },
    },
  ]);
  expect(unreadOf({ plan: read, kind, ...reading })).toEqual([]);
});

test('a sheet that is dated and signed below its rows; its unit stands above them', () => {
  const { plan: read } = readSpecs(
    [
      'TRƯỜNG THPT CỎ LAU',
      'BẢNG THEO DÕI KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025 - 2026',
      'Đơn vị tính: triệu đồng',
      [
        ['TT', 'Tiêu chí', 'Biện pháp', 'Người phụ trách', 'Kinh phí'],
        ['1', 'Tiêu chí 1.4', 'Họp theo chủ đề', 'TTCM', '24'],
        ['2', 'Tiêu chí 3.3', 'Đóng 12 bàn', 'KT', '36.5'],
        ['3', 'Tiêu chí 5.4', 'Đi thực tế', 'BT Đoàn', '18'],
      ],
      'Đồi Gió, ngày 12 tháng 9 năm 2025',
      [['HIỆU TRƯỞNG', 'NGƯỜI LẬP BIỂU']],
    ],
    'xlsx',
  );
  expect(read.date).toBe('2025-09-12');
  expect(read.items.map(({ budget }) => budget.amount)).toEqual([24_000_000, 36_500_000, 18_000_000]);
});

test('a signature on a sheet, its lines apart', () => {
  const { plan: read, ...reading } = readSpecs(
    [
      'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
      [
        ['Tiêu chí', 'Biện pháp', 'Phụ trách'],
        ['1.1', 'Niêm yết ở các lớp', 'Phó Giám đốc'],
        ['2.2', 'Dự giờ chéo', 'Tổ trưởng'],
      ],
      [['Nơi nhận:', 'GIÁM ĐỐC']],
      [['- Sở GD&ĐT;', '(đã ký)']],
      '- Lưu: VT.',
      'Võ Văn Cỏ',
    ],
    'xlsx',
  );
  expect(read.signature).toEqual({ role: 'GIÁM ĐỐC', name: 'Võ Văn Cỏ' });
  expect(read.recipients).toEqual(['Sở GD&ĐT;', 'Lưu: VT.']);
  expect(unreadOf({ plan: read, ...reading })).toEqual([]);
});

test('a title whose second line begins with "theo" leaves the bases to the opening', () => {
  const { plan: read } = readSpecs([
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    'THEO CÁC MỨC CỦA TIÊU CHÍ',
    'Căn cứ Thông tư số 18/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo;',
  ]);
  expect(read.title).toHaveLength(2);
  expect(legalBases(read)).toHaveLength(1);
});

test('a chat without tones: what is wrong stands behind the number of the criterion', () => {
  const { items } = plan(
    '✅ Tieu chi 2.2: Co giao bo mon soan bai cham',
    '👉 Giai phap: tap huan 2 buoi',
    '👤 Phu trach: chi Hue PHT',
    '⏰ Thoi gian: he 2026',
    '💰 Kinh phi: 5 trieu dong (xa hoi hoa)',
    '✅ Tieu chi 2.3: Nhan vien',
    '👉 Giai phap: boi duong van thu',
    '⏰ Thoi gian: thang 9/2025',
  );
  expect(items).toMatchObject([
    {
      criterion: '2.2',
      need: 'Co giao bo mon soan bai cham',
      time: { start: '2026-06', end: '2026-08' },
      budget: { amount: 5_000_000, source: 'xa hoi hoa' },
    },
    { criterion: '2.3', need: null },
  ]);
});

test('a counted problem: its criterion in brackets, then the need', () => {
  const { items } = plan(
    '1. Vấn đề 1 (tiêu chí 2.2): Giáo viên chưa dạy trực tuyến',
    'b) Hoạt động: mở lớp bồi dưỡng',
    'c) Người chủ trì: Phó giám đốc',
    'd) Thời gian: quý IV/2025',
  );
  expect(items).toMatchObject([{ criterion: '2.2', need: 'Giáo viên chưa dạy trực tuyến' }]);
});

test('a table on its side: names down its first column, an item in each other one', () => {
  const { items, reading } = plan([
    ['', 'Vấn đề 1', 'Vấn đề 2'],
    ['Tiêu chí', '2.2', '3.4'],
    ['Hạn chế', 'Giáo viên tiếng Anh chưa đạt bậc 5', 'Học sinh chọn tổ hợp theo cảm tính'],
    ['Hoạt động', 'Ôn luyện theo nhóm', 'Trắc nghiệm nghề nghiệp'],
    ['Người phụ trách', 'Tổ Ngoại ngữ', 'Ban tư vấn'],
    ['Thời gian', '10/2025', '11/2025'],
  ]);
  expect(items).toMatchObject([
    { criterion: '2.2', action: 'Ôn luyện theo nhóm', leads: ['Tổ Ngoại ngữ'], time: { start: '2025-10' } },
    { criterion: '3.4', need: 'Học sinh chọn tổ hợp theo cảm tính', leads: ['Ban tư vấn'] },
  ]);
  expect(unreadOf(reading)).toEqual([]);
});

test('the work of each person under a heading of their own', () => {
  const { items } = plan(
    '1. Đồng chí Phó hiệu trưởng',
    '- Tiêu chí 1.4: Đổi mới sinh hoạt tổ chuyên môn theo nghiên cứu bài học. Thời gian: tháng 10/2025.',
    '- Tiêu chí 5.1: Rà soát chương trình môn Tin học. Thời gian: tháng 9/2025.',
    '2. Đồng chí Kế toán',
    '- Tiêu chí 3.3: Sửa mái che lối đi. Thời gian: trước 30/11/2025.',
    'Yêu cầu các cá nhân báo cáo kết quả vào cuối mỗi học kỳ.',
  );
  expect(items).toMatchObject([
    { criterion: '1.4', leads: ['Đồng chí Phó hiệu trưởng'], time: { start: '2025-10' } },
    { criterion: '5.1', action: 'Rà soát chương trình môn Tin học.', leads: ['Đồng chí Phó hiệu trưởng'] },
    { criterion: '3.3', leads: ['Đồng chí Kế toán'], time: { text: 'trước 30/11/2025.', end: '2025-11-30' } },
  ]);
});
