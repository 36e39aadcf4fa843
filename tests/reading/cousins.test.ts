import { expect, test } from 'vitest';
import { plan } from './read-plan.ts';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import { unreadOf } from './reading-law.ts';

test('columns in another order, under other names', () => {
  const { items } = plan([
    [
      'STT',
      'Công việc trọng tâm',
      'Đầu ra',
      'Đầu mối',
      'Đơn vị phối hợp',
      'Mốc hoàn thành',
      'KP dự kiến',
      'Mã tiêu chí',
    ],
    ['1', 'Rà soát quy chế', 'Quy chế mới', 'Hiệu trưởng', 'Công đoàn', 'trước 30/11', '0', '1.1'],
    ['2', 'Sửa nhà vệ sinh', 'Nhà sạch', 'Kế toán', 'Phòng Hành chính', 'tuần 2 tháng 3', '5tr', '3.4'],
    ['3', 'Tập huấn', 'Đủ người', 'PHT', '', 'HK I', 'Nguồn xã hội hóa: 20 triệu', '2.2'],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '1.1',
      expectedResult: 'Quy chế mới',
      leads: ['Hiệu trưởng'],
      collaborators: ['Công đoàn'],
      time: { start: null, end: '2025-11-30' },
      budget: { amount: 0 },
    },
    {
      collaborators: ['Phòng Hành chính'],
      time: { start: '2026-03', end: '2026-03' },
      budget: { amount: 5_000_000 },
    },
    { leads: ['PHT'], collaborators: [], time: { start: '2025-09' }, budget: { amount: 20_000_000 } },
  ]);
});

test('what is done and when in one column; lines of a cell with a month for each', () => {
  const { items } = plan([
    ['Tiêu chí', 'Tồn tại', 'Biện pháp và thời gian thực hiện', 'Bộ phận phụ trách'],
    ['Tiêu chí 1.3', 'Chi đoàn chưa đều', '- Tháng 9/2025: Kiện toàn\n- Tháng 3/2026: Tổng kết', 'Bí thư Chi đoàn'],
    ['Tiêu chí 3.4', 'Thiếu phòng', 'Từ tháng 9/2025 đến tháng 5/2026: Tham mưu xây phòng', 'Hiệu trưởng'],
  ]);
  expect(items).toMatchObject([
    { need: 'Chi đoàn chưa đều', steps: ['Tháng 9/2025: Kiện toàn', 'Tháng 3/2026: Tổng kết'] },
    { time: { start: '2025-09', end: '2026-05' }, leads: ['Hiệu trưởng'] },
  ]);
  expect(items[0]!.time).toMatchObject({ start: '2025-09', end: '2026-03' });
});

test('people, time and money in one column, by name or by look', () => {
  const { items } = plan([
    ['Kiến nghị của đoàn', 'Tiêu chí', 'Công việc', 'Phân công, thời gian, kinh phí'],
    [
      'Thiếu hồ sơ',
      '1.8',
      'Bổ sung hồ sơ',
      '- Người thực hiện: Phó hiệu trưởng\n- Thời gian: tháng 10/2025\n- Kinh phí: không',
    ],
    ['Sân lún', '3.3', 'Lát sân', 'Tháng 12/2025; Kế toán, Bảo vệ; 60 triệu đồng'],
  ]);
  expect(items).toMatchObject([
    { need: 'Thiếu hồ sơ', leads: ['Phó hiệu trưởng'], time: { start: '2025-10' }, budget: { text: 'không' } },
    { leads: ['Kế toán'], collaborators: ['Bảo vệ'], time: { start: '2025-12' }, budget: { amount: 60_000_000 } },
  ]);
});

test('months in Roman numbers', () => {
  const { items } = plan([
    [
      { text: 'TT', rows: 2 },
      { text: 'Tiêu chí', rows: 2 },
      { text: 'Nhiệm vụ', rows: 2 },
      { text: 'Phụ trách', rows: 2 },
      { text: 'Tháng', columns: 9 },
    ],
    ['IX', 'X', 'XI', 'XII', 'I', 'II', 'III', 'IV', 'V'],
    ['1', '1.4', 'Sinh hoạt tổ', 'Tổ trưởng', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'],
    ['2', '3.5', 'Mua thiết bị', 'Kế toán', '', '', 'x', 'x', '', '', '', '', ''],
  ]);
  expect(items).toMatchObject([
    { time: { start: '2025-09', end: '2026-05' } },
    { time: { text: 'Tháng 11 - tháng 12', start: '2025-11', end: '2025-12' } },
  ]);
});

test('who watches over the work is no helper, and makes no table of monitoring', () => {
  const { items, reading } = plan([
    ['Tiêu chí', 'Điểm yếu', 'Giải pháp', 'Thời gian', 'Thực hiện', 'Người giám sát'],
    ['2.2', 'Ít tập huấn', 'Tập huấn', 'Tháng 10/2025', 'PHT', 'Ban thanh tra nhân dân'],
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([{ leads: ['PHT'], collaborators: [], note: 'Người giám sát: Ban thanh tra nhân dân' }]);
});

test('some criteria in a table, others told in sentences: one list, in the order of the source', () => {
  const { items, reading } = plan(
    'Tiêu chí 2.2: Đối với giáo viên',
    '- Điểm yếu: Hai giáo viên chưa đạt chuẩn.',
    '- Biện pháp: Cử đi học.',
    '- Thời gian: đến tháng 8/2027.',
    '- Chủ trì: Hiệu trưởng.',
    [
      ['Tiêu chí', 'Điểm yếu', 'Hoạt động khắc phục', 'Thời gian', 'Chủ trì'],
      ['3.1', 'Sân nắng', 'Trồng cây', 'Tháng 2/2026', 'Chi đoàn'],
    ],
    'Tiêu chí 5.2: Hoạt động giáo dục',
    'Nhà trường tiếp tục phát huy kết quả đã đạt.',
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '2.2', action: 'Cử đi học.', leads: ['Hiệu trưởng'], time: { start: null, end: '2027-08' } },
    { criterion: '3.1', action: 'Trồng cây', leads: ['Chi đoàn'] },
  ]);
});

test('facts in letters under each standard, without criteria', () => {
  const { items, reading } = plan(
    '1. Tiêu chuẩn 1: Tổ chức và quản lý nhà trường',
    'a) Điểm yếu cơ bản: Tổ văn phòng làm chưa đều.',
    'b) Nội dung và giải pháp: Phân công lại nhiệm vụ.',
    'c) Thời gian thực hiện: tháng 10/2025 đến tháng 12/2025.',
    'd) Người phụ trách: Tổ trưởng tổ văn phòng.',
    'đ) Dự kiến kinh phí: 2.500.000đ.',
    '2. Tiêu chuẩn 3: Cơ sở vật chất',
    'a) Điểm yếu cơ bản: Chưa có nhà đa năng.',
    'b) Nội dung và giải pháp: Tham mưu xây nhà.',
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    {
      standard: '1',
      criterion: null,
      need: 'Tổ văn phòng làm chưa đều.',
      action: 'Phân công lại nhiệm vụ.',
      time: { start: '2025-10', end: '2025-12' },
      leads: ['Tổ trưởng tổ văn phòng'],
      budget: { amount: 2_500_000 },
    },
    { standard: '3', need: 'Chưa có nhà đa năng.', action: 'Tham mưu xây nhà.' },
  ]);
});

test('the day of a circular right below the title is not the day of the plan', () => {
  const { plan: read } = readSpecs([
    'TRƯỜNG TIỂU HỌC BẾN ĐÒ',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026',
    'Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018;',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
  ]);
  expect(read).toMatchObject({ date: null, dateText: null, standardSet: '17/2018/TT-BGDĐT' });
  expect(JSON.stringify(read.sections)).toContain('Căn cứ Thông tư số 17/2018');
});

test('recipients whose list a page break cuts', () => {
  const { plan: read, uses } = readSpecs([
    ...OPENING,
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
    [['Nơi nhận:\n- UBND xã;', 'HIỆU TRƯỞNG\nLê Thị Ví Dụ']],
    '- Các tổ chuyên môn;',
    '- Lưu: VT.',
    'Trang này có một dòng khác.',
  ]);
  expect(read.recipients).toEqual(['UBND xã;', 'Các tổ chuyên môn;', 'Lưu: VT.']);
  expect(uses.filter((each) => each.as === 'unread')).toHaveLength(1);
});

test('pictures before the lines of a chat', () => {
  const { items } = plan(
    '1️⃣ Tiêu chí 1.5: Tổ chức nhóm trẻ',
    '👉 Tồn tại: lớp đông (38 trẻ)',
    '👉 Biện pháp: tách lớp, chuyển 8 trẻ 👉 Thời gian: trước 30/11',
    '👉 Phụ trách: Hiệu trưởng, phối hợp: GV lớp Lá',
    '👉 Kinh phí: 5tr',
    '2️⃣ Tiêu chí 5.3: Kết quả nuôi dưỡng',
    '👉 Tồn tại: trẻ thừa cân 7%',
    '👉 Biện pháp: tăng vận động',
    '👉 Thời gian: thường xuyên',
  );
  expect(items).toMatchObject([
    {
      criterion: '1.5',
      need: 'lớp đông (38 trẻ)',
      action: 'tách lớp, chuyển 8 trẻ',
      time: { start: null, end: '2025-11-30' },
      leads: ['Hiệu trưởng'],
      collaborators: ['GV lớp Lá'],
      budget: { amount: 5_000_000 },
    },
    { criterion: '5.3', action: 'tăng vận động', time: { text: 'thường xuyên', start: null, end: null } },
  ]);
});

test('"Nội dung" that names criteria; a row of numbers that narrow columns cut', () => {
  const { items, reading } = plan([
    ['T T', 'Nội dung', 'Điểm yếu', 'Giải pháp', 'Thời gian', 'Người thực hiện'],
    ['(1 )', '(2)', '(3)', '(4)', '(5)', '(6)'],
    ['1', 'Tiêu chí 2.2', 'Ít tập huấn', 'Mở lớp', 'Tháng 10/2025', 'Hiệu trưởng Tổ chuyên môn'],
    ['2', 'Tiêu chí 3.5', 'Thiếu đồ chơi', 'Mua mới', 'Quý 4/2025', 'Kế toán'],
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '2.2', action: 'Mở lớp', leads: ['Hiệu trưởng', 'Tổ chuyên môn'] },
    { criterion: '3.5', action: 'Mua mới', time: { start: '2025-10', end: '2025-12' } },
  ]);
});

test('the table of the plan in an appendix behind the signature', () => {
  const { plan: read, uses } = readSpecs([
    ...OPENING,
    'Các nội dung cải tiến nêu trong phụ lục.',
    ...CLOSING,
    'PHỤ LỤC',
    'BẢNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    [
      ['TT', 'Tiêu chí', 'Điểm yếu', 'Biện pháp', 'Hạn', 'Phụ trách'],
      ['1', '1.3', 'Ít sân chơi', 'Hội trại', 'Tháng 3/2026', 'Bí thư Đoàn'],
    ],
  ]);
  expect(uses.filter((each) => each.as === 'unread')).toEqual([]);
  expect(read.signature?.name).toBe('Nguyễn Thị Thử Nghiệm');
  expect(read.items).toMatchObject([{ criterion: '1.3', need: 'Ít sân chơi', time: { start: '2026-03' } }]);
});

test('weakness and plan of a criterion under numbered lines of their own', () => {
  const { items, reading } = plan(
    '1. Tiêu chí 1.4: Tổ chuyên môn và tổ văn phòng',
    '1.1. Điểm yếu',
    'Sinh hoạt tổ còn nặng hành chính.',
    '1.2. Kế hoạch cải tiến chất lượng',
    'Từ tháng 10/2025, tổ trưởng chuyên môn đổi mới sinh hoạt tổ.',
    '2. Tiêu chí 1.10: An toàn trường học',
    '2.1. Điểm yếu',
    'Cổng trường ùn tắc.',
    '2.2. Kế hoạch cải tiến chất lượng',
    'Tháng 9/2025, hiệu trưởng phối hợp với công an xã phân luồng.',
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '1.4', need: 'Sinh hoạt tổ còn nặng hành chính.', time: { start: '2025-10', openEnded: true } },
    { criterion: '1.10', need: 'Cổng trường ùn tắc.', leads: ['hiệu trưởng'] },
  ]);
});

test('what is to be improved in a column that begins with "Việc"; months under "Tháng"', () => {
  const { items } = plan([
    ['TT', 'Tiêu chí', 'Việc cần cải tiến', 'Cách thực hiện', 'Phụ trách', 'Tháng'],
    ['1', '1.5', 'Lớp đông', 'Tách lớp', 'HT', '9/2025'],
    ['2', '3.5', 'Thiếu đồ chơi', 'Mua mới', 'KT', '10-12/2025'],
  ]);
  expect(items).toMatchObject([
    { need: 'Lớp đông', action: 'Tách lớp', time: { start: '2025-09' } },
    { time: { start: '2025-10', end: '2025-12' } },
  ]);
});
