import { expect, test } from 'vitest';
import { legalBases } from '#core/plan/legal-basis.ts';
import { readSpecs } from './block-builder.ts';
import { plan } from './read-plan.ts';
import { unreadOf } from './reading-law.ts';

test('quarters and years as columns with marks', () => {
  const quarters = plan([
    [
      { text: 'Tiêu chí', rows: 2 },
      { text: 'Hoạt động', rows: 2 },
      { text: 'Phụ trách', rows: 2 },
      { text: 'Tiến độ thực hiện năm 2026', columns: 4 },
    ],
    ['Quý I', 'Quý II', 'Quý III', 'Quý IV'],
    ['1.7', 'Bố trí lại giáo viên', 'Hiệu trưởng', 'x', 'x', '', ''],
    ['5.6', 'Phụ đạo học sinh', 'Tổ chuyên môn', '', '', 'x', 'x'],
  ]);
  expect(quarters.items).toMatchObject([
    { time: { start: '2026-01', end: '2026-06' } },
    { time: { start: '2026-07', end: '2026-12' } },
  ]);
  const years = plan([
    [
      { text: 'TT', rows: 2 },
      { text: 'Giải pháp', rows: 2 },
      { text: 'Chủ trì', rows: 2 },
      { text: 'Năm thực hiện', columns: 3 },
    ],
    ['2026', '2027', '2028'],
    ['1', 'Nâng chuẩn giáo viên', 'Hiệu trưởng', 'x', 'x', ''],
    ['2', 'Xây nhà đa năng', 'UBND xã', '', '', 'x'],
  ]);
  expect(years.items).toMatchObject([
    { time: { text: 'Năm 2026 - năm 2027', start: '2026-01', end: '2027-12' } },
    { time: { start: '2028-01', end: '2028-12' } },
  ]);
});

test('names of columns cut short', () => {
  const { items, reading } = plan([
    ['Số TT', 'TCí', 'Khuyến nghị của Đoàn ĐGN', 'Hướng khắc phục', 'T/gian hoàn thành', 'Người chịu TN'],
    ['01', 'TC 1.2', 'Thiếu biên bản', 'Lập đủ biên bản từ năm 2020', '30/10/2025', 'Thư ký'],
    ['02', 'TC 3.2', 'Bàn ghế hỏng', 'Thay 30 bộ', 'Q4/2025', 'Kế toán'],
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '1.2', need: 'Thiếu biên bản', time: { start: '2025-10-30', end: '2025-10-30' }, leads: ['Thư ký'] },
    { criterion: '3.2', action: 'Thay 30 bộ', time: { start: '2025-10', end: '2025-12' } },
  ]);
});

test('months first and no header: what names the criterion says what is done', () => {
  const { items } = plan([
    ['Tháng 9/2025', 'Tiêu chí 1.5: Sắp xếp lại nhóm lớp, giảm sĩ số', 'Hiệu trưởng', 'Danh sách lớp'],
    ['Tháng 10/2025', 'Tiêu chí 2.2: Bồi dưỡng giáo viên về phương pháp mới', 'Phó hiệu trưởng', 'Kế hoạch'],
    ['Học kỳ II', 'Tiêu chí 4.1: Tuyên truyền đến cha mẹ trẻ', 'Giáo viên chủ nhiệm', 'Hình ảnh'],
  ]);
  expect(items).toMatchObject([
    { criterion: '1.5', leads: ['Hiệu trưởng'], expectedEvidence: 'Danh sách lớp', time: { start: '2025-09' } },
    { criterion: '2.2', action: 'Tiêu chí 2.2: Bồi dưỡng giáo viên về phương pháp mới' },
    { criterion: '4.1', expectedEvidence: 'Hình ảnh', time: { start: '2026-01', end: '2026-05' } },
  ]);
});

test('numbered tasks above their facts', () => {
  const { items } = plan(
    'Nhiệm vụ 1. Nâng cao chất lượng mũi nhọn (Tiêu chí 5.4)',
    '- Chỉ tiêu: có 5 giải cấp tỉnh.',
    '- Giải pháp: Thành lập đội tuyển.',
    '- Thời gian thực hiện: Từ tháng 9/2025 đến tháng 3/2026.',
    '- Người chủ trì: Tổ trưởng chuyên môn; Phối hợp: GVBM.',
    'Nhiệm vụ 2. Hoàn thiện phòng thực hành (Tiêu chí 3.5)',
    '- Giải pháp: Mua sắm bổ sung.',
    '- Thời gian thực hiện: Trước 31/12/2025.',
  );
  expect(items).toMatchObject([
    {
      criterion: '5.4',
      need: 'Nhiệm vụ 1. Nâng cao chất lượng mũi nhọn (Tiêu chí 5.4)',
      expectedResult: 'có 5 giải cấp tỉnh.',
      action: 'Thành lập đội tuyển.',
      leads: ['Tổ trưởng chuyên môn'],
      collaborators: ['GVBM'],
    },
    { criterion: '3.5', time: { start: null, end: '2025-12-31' } },
  ]);
});

test('a list of problems that name their criterion in brackets, school and office on one line', () => {
  const { items, schoolName, letterhead } = readSpecs(
    [
      'TRƯỜNG TH ĐỒI THÔNG - UBND XÃ SÔNG TRĂNG',
      'Kế hoạch cải tiến chất lượng năm học 2026-2027',
      'Vấn đề 1 (tiêu chí 3.4): Chưa có kế hoạch cá nhân',
      '* Việc làm: Lập hồ sơ; họp phụ huynh',
      '* Chủ trì: Phó hiệu trưởng; phối hợp: giáo viên chủ nhiệm',
      '* TG: 15/10/2026',
      '* KP: 3 triệu',
      'Vấn đề 2 (tiêu chí 4.2): Cổng trường ùn tắc',
      '* Việc làm: Chia giờ tan học',
      '* Thời hạn: từ tháng 9/2026 đến tháng 11/2026',
    ],
    'txt',
  ).plan;
  expect({ schoolName, office: letterhead.governingBody }).toEqual({
    schoolName: 'TRƯỜNG TH ĐỒI THÔNG',
    office: 'UBND XÃ SÔNG TRĂNG',
  });
  expect(items).toMatchObject([
    {
      criterion: '3.4',
      leads: ['Phó hiệu trưởng'],
      collaborators: ['giáo viên chủ nhiệm'],
      budget: { amount: 3_000_000 },
    },
    { criterion: '4.2', action: 'Chia giờ tan học', time: { start: '2026-09', end: '2026-11' } },
  ]);
});

test('a table of problems with their rank is no table of actions', () => {
  const { items, reading } = plan(
    [
      ['TT', 'Tiêu chí', 'Hiện trạng', 'Điểm yếu', 'Nguyên nhân', 'Mức độ ưu tiên'],
      ['1', '2.3', 'Có 40 giáo viên', 'Thiếu giáo viên tiếng Anh', 'Khó tuyển', 'Cao'],
    ],
    [
      ['TT', 'Tiêu chí', 'Mục tiêu', 'Hoạt động', 'Chủ trì', 'Thời gian'],
      ['1', '2.3', 'Đủ giáo viên', 'Hợp đồng 2 giáo viên', 'Hiệu trưởng', 'Tháng 9 - 10/2025'],
    ],
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(items).toMatchObject([
    { criterion: '2.3', need: 'Thiếu giáo viên tiếng Anh', cause: 'Khó tuyển', action: 'Hợp đồng 2 giáo viên' },
  ]);
});

test('time and people behind one name in sentences', () => {
  const { items } = plan(
    '* Tiêu chí 2.2:',
    '+ Hạn chế: Giáo viên ngại công nghệ.',
    '+ Giải pháp: Tổ chức hội thi.',
    '+ Thời gian, người thực hiện: Tháng 11/2025, tổ trưởng chuyên môn.',
    '* Tiêu chí 2.3:',
    '+ Giải pháp: Ký hợp đồng với trạm y tế.',
    '+ Thời gian, người thực hiện: Học kỳ I, Hiệu trưởng.',
  );
  expect(items).toMatchObject([
    { criterion: '2.2', time: { start: '2025-11', end: '2025-11' }, leads: ['tổ trưởng chuyên môn'] },
    { criterion: '2.3', time: { start: '2025-09' }, leads: ['Hiệu trưởng'] },
  ]);
});

test('a table one cell a line, its criteria bare and its money nothing', () => {
  const header = ['STT', 'Tiêu chí', 'Điểm yếu', 'Biện pháp khắc phục', 'Thời gian', 'Người phụ trách', 'Kinh phí'];
  const reading = readSpecs(
    [
      ...['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026', 'I. MỤC TIÊU', 'Khắc phục điểm yếu.', 'II. NỘI DUNG'],
      ...header,
      ...['1', '1.3', 'Chi đoàn chưa đều', 'Lập kế hoạch từng tháng', 'Tháng 9/2025', 'Bí thư Chi đoàn', '0'],
      ...['2', '3.2', 'Phòng tin học thiếu máy', 'Mua 10 máy tính', 'Học kỳ II', 'Kế toán', '120 triệu'],
      ...['III. TỔ CHỨC THỰC HIỆN', 'Hiệu trưởng chỉ đạo chung.'],
    ],
    'txt',
  );
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.plan.items).toMatchObject([
    { criterion: '1.3', need: 'Chi đoàn chưa đều', leads: ['Bí thư Chi đoàn'], budget: { amount: 0 } },
    { criterion: '3.2', action: 'Mua 10 máy tính', time: { start: '2026-01' }, budget: { amount: 120_000_000 } },
  ]);
});

test('numbers of the columns under their names, in the same cell', () => {
  const { items } = plan([
    ['TT\n(1)', 'Nội dung cải tiến\n(2)', 'Hoạt động, giải pháp (3)', 'Thời gian\n(4)', 'Phụ trách [5]'],
    ['1', 'Sách tham khảo còn ít', 'Quyên góp sách', 'Học kỳ I', 'Nhân viên thư viện'],
    ['2', 'Sân chơi thiếu bóng mát', 'Trồng 12 cây', 'Tháng 11', 'Chi đoàn'],
  ]);
  expect(items).toMatchObject([
    { need: 'Sách tham khảo còn ít', action: 'Quyên góp sách', leads: ['Nhân viên thư viện'], note: null },
    { need: 'Sân chơi thiếu bóng mát', action: 'Trồng 12 cây', leads: ['Chi đoàn'], note: null },
  ]);
});

test('bases set apart by line breaks in one paragraph are as many', () => {
  const { reading } = plan(
    'II. CĂN CỨ',
    '1. Thông tư 57/2026/TT-BGDĐT ngày 07/7/2026;\n2. Kết quả tự đánh giá năm học 2025-2026;\n3. Kế hoạch năm học.',
    'Căn cứ Luật Giáo dục số 43/2019/QH14;\nCăn cứ Nghị định số 30/2020/NĐ-CP\nngày 05/3/2020 của Chính phủ.',
  );
  expect(legalBases(reading.plan).flatMap(({ text, section }) => (section === 'II' ? [text] : []))).toEqual([
    'Thông tư 57/2026/TT-BGDĐT ngày 07/7/2026;',
    'Kết quả tự đánh giá năm học 2025-2026;',
    'Kế hoạch năm học.',
    'Căn cứ Luật Giáo dục số 43/2019/QH14;',
    'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ.',
  ]);
});

test('the name of the column of numbers as a scan may read it', () => {
  for (const name of ['-', '4']) {
    const { items } = plan([
      [name, 'Tiêu chí', 'Hạn chế', 'Biện pháp', 'Thời gian'],
      ['1', '1.3', 'Ít hoạt động', 'Họp mỗi tháng', 'Cả năm'],
      ['2', 'vi', 'Thiếu sách', 'Mua sách', 'Tháng 3/2026'],
    ]);
    expect(items).toMatchObject([
      { criterion: '1.3', need: 'Ít hoạt động', note: null },
      { criterion: null, standard: null, need: 'Thiếu sách', note: null },
    ]);
  }
});

test('signs of a chat in front of a criterion and its facts', () => {
  const { items } = plan(
    '✅ TC 1.3 - Đoàn thể',
    '👉 Cần cải tiến: Ít hoạt động',
    '👉 Việc làm: Họp mỗi tháng',
    '👉 Thời gian: hằng tháng',
    '✅ TC 3.6 - Thư viện',
    '👉 Việc làm: Mua sách',
    '👉 Thời gian: quý I/2026',
  );
  expect(items).toMatchObject([
    { criterion: '1.3', need: 'Ít hoạt động', action: 'Họp mỗi tháng', time: { recurrence: 'monthly' } },
    { criterion: '3.6', action: 'Mua sách', time: { start: '2026-01', end: '2026-03' } },
  ]);
});

test('a column of codes in front names the criterion, whatever its head', () => {
  const { items } = plan([
    ['Mã', 'Hạn chế', 'Biện pháp', 'Chủ trì', 'Thời gian'],
    ['1.3', 'Chi đội ít hoạt động', 'Mỗi tháng một hoạt động', 'Tổng phụ trách', '10/2025'],
    ['5.2', 'Học sinh đọc chậm', 'Lập nhóm đọc', 'Tổ trưởng', '11/2025'],
  ]);
  expect(items.map(({ criterion, note }) => [criterion, note])).toEqual([
    ['1.3', null],
    ['5.2', null],
  ]);
});

test('a second column for the first term, as a scan may read it, is the second term', () => {
  const { items } = plan([
    [
      { text: 'Tiêu chí', rows: 2 },
      { text: 'Việc cần làm', rows: 2 },
      { text: 'Thời gian thực hiện', columns: 2 },
    ],
    ['HK I', 'HKI'],
    ['1.5', 'Tách nhóm trẻ', 'x', ''],
    ['3.1', 'Gắn tay vịn', '', 'x'],
    ['5.3', 'Cân đo theo quý', 'x', 'x'],
  ]);
  expect(items.map(({ time }) => [time.start, time.end])).toEqual([
    ['2025-09', '2025-12'],
    ['2026-01', '2026-05'],
    ['2025-09', '2026-05'],
  ]);
});
