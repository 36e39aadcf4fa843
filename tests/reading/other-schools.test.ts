import { expect, test } from 'vitest';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

function itemsOf(...specs: BlockSpec[]) {
  const reading = readSpecs([...OPENING, ...specs, ...CLOSING]);
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  return reading.plan.items;
}

test('a header of three rows, and money counted in millions', () => {
  const items = itemsOf([
    [
      { text: 'TT', rows: 3 },
      { text: 'Tiêu chí', rows: 3 },
      { text: 'Điểm yếu', rows: 3 },
      { text: 'Kế hoạch khắc phục', columns: 6 },
    ],
    [
      { text: 'Biện pháp', rows: 2 },
      { text: 'Thời gian thực hiện', columns: 2 },
      { text: 'Phân công thực hiện', columns: 2 },
      { text: 'Kinh phí (triệu đồng)', rows: 2 },
    ],
    ['Bắt đầu', 'Kết thúc', 'Chủ trì', 'Phối hợp'],
    ['1', '1.3', 'Sinh hoạt Đoàn đơn điệu', 'Mở ngày hội', '10/2025', '5/2026', 'Bí thư Đoàn', 'GVCN', '12,5'],
    ['2', '3.2', 'Thiếu phòng thí nghiệm', 'Sửa phòng', '9/2025', '12/2025', 'Hiệu trưởng', 'Kế toán', '0'],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '1.3',
      need: 'Sinh hoạt Đoàn đơn điệu',
      time: { start: '2025-10', end: '2026-05' },
      leads: ['Bí thư Đoàn'],
      collaborators: ['GVCN'],
      budget: { text: '12,5', amount: 12_500_000 },
    },
    { criterion: '3.2', budget: { amount: 0 } },
  ]);
});

test('months as columns with marks', () => {
  const months = ['T9', 'T10', 'T11', 'T12', 'T1'];
  const items = itemsOf([
    [
      { text: 'Tiêu chí', rows: 2 },
      { text: 'Nội dung công việc', rows: 2 },
      { text: 'Phụ trách', rows: 2 },
      { text: 'Thời gian thực hiện', columns: 5 },
    ],
    months,
    ['1.5', 'Tách lớp đông', 'Hiệu trưởng', 'x', '', '', '', ''],
    ['3.5', 'Làm đồ chơi', 'Giáo viên', '', '', 'x', 'x', 'x'],
  ]);
  expect(items).toMatchObject([
    { criterion: '1.5', time: { start: '2025-09', end: '2025-09' } },
    { criterion: '3.5', time: { text: 'Tháng 11 - tháng 1', start: '2025-11', end: '2026-01' } },
  ]);
});

test('a small table of two columns for each criterion', () => {
  const card = (need: string, action: string, time: string, who: string): BlockSpec => [
    ['Điểm yếu', need],
    ['Biện pháp khắc phục', action],
    ['Thời gian thực hiện', time],
    ['Người thực hiện', who],
  ];
  const items = itemsOf(
    'Tiêu chí 1.5: Tổ chức nhóm trẻ và lớp mẫu giáo',
    card('Lớp đông', '- Tách lớp\n- Thêm giáo viên', 'Tháng 9/2025', 'Hiệu trưởng'),
    'Tiêu chí 3.5: Thiết bị, đồ dùng, đồ chơi',
    card('Đồ chơi cũ', 'Sơn lại đồ chơi', 'Cả năm', 'Bảo vệ'),
  );
  expect(items).toMatchObject([
    { criterion: '1.5', need: 'Lớp đông', steps: ['Tách lớp', 'Thêm giáo viên'], time: { start: '2025-09' } },
    { criterion: '3.5', action: 'Sơn lại đồ chơi', leads: ['Bảo vệ'] },
  ]);
});

test('a weakness, and below it the plan of the criterion in sentences', () => {
  const items = itemsOf(
    'Tiêu chí 2.3: Đối với nhân viên',
    'Điểm yếu: Nhân viên y tế ít được bồi dưỡng.',
    'Kế hoạch cải tiến chất lượng:',
    'Tháng 11/2025, hiệu trưởng cử nhân viên y tế đi bồi dưỡng.',
    'Tiêu chí 4.2: Công tác tham mưu',
    'Điểm yếu: Ít nguồn tài trợ.',
    'Kế hoạch cải tiến chất lượng: Học kỳ II, nhà trường họp với các doanh nghiệp.',
  );
  expect(items).toMatchObject([
    { need: 'Nhân viên y tế ít được bồi dưỡng.', leads: ['hiệu trưởng'], time: { start: '2025-11' } },
    {
      need: 'Ít nguồn tài trợ.',
      action: 'Học kỳ II, nhà trường họp với các doanh nghiệp.',
      time: { start: '2026-01' },
    },
  ]);
});

test('a table of criteria and sentences only: times and owners are in the sentences', () => {
  const items = itemsOf([
    ['Tiêu chí', 'Nội dung kế hoạch cải tiến chất lượng'],
    ['1.2', 'Trong tháng 10/2025, Hiệu trưởng kiện toàn hội đồng trường.'],
    ['3.5', 'Học kỳ II, kế toán mua bổ sung thiết bị.'],
  ]);
  expect(items.map(({ time, leads }) => [time.start, leads])).toEqual([
    ['2025-10', ['Hiệu trưởng']],
    ['2026-01', ['kế toán']],
  ]);
});

test('columns under everyday names, one of them for later adjustments', () => {
  const items = itemsOf([
    ['Tiêu chuẩn', 'Tiêu chí', 'Thực trạng/tồn tại', 'Hành động cải tiến', 'Thời hạn', 'Ai thực hiện', 'Điều chỉnh'],
    ['Tiêu chuẩn 1', '1.8', 'Góp ý giáo án chưa đều', 'Kiểm tra giáo án hằng tuần', 'Cả năm', 'Tổ trưởng', ''],
    ['Tiêu chuẩn 3', '3.6', 'Thư viện chật', 'Mở phòng đọc', 'Tháng 11/2025', 'Nhân viên thư viện', ''],
  ]);
  expect(items).toMatchObject([
    { criterion: '1.8', need: 'Góp ý giáo án chưa đều', leads: ['Tổ trưởng'] },
    { criterion: '3.6', action: 'Mở phòng đọc', leads: ['Nhân viên thư viện'] },
  ]);
});

test.each([
  ['BIÊN BẢN Họp giám sát thực hiện kế hoạch cải tiến chất lượng', 'other'],
  ['TỜ TRÌNH Về việc phê duyệt kế hoạch cải tiến chất lượng', 'other'],
  ['BÁO CÁO Đánh giá kết quả thực hiện kế hoạch cải tiến chất lượng', 'other'],
  ['BÁO CÁO Cải tiến chất lượng giáo dục năm học 2024-2025', 'other'],
  ['QUYẾT ĐỊNH Về việc cấp Giấy chứng nhận trường đạt kiểm định chất lượng giáo dục', 'result-notice'],
  ['KẾ HOẠCH Khắc phục hạn chế sau đánh giá ngoài', 'improvement-plan'],
])('%s: %s', (title, kind) => {
  expect(readSpecs([title, 'Nội dung cuộc họp.']).kind).toBe(kind);
});

test('a letterhead whose names and date are broken, and the clock of a site above it', () => {
  const { plan } = readSpecs([
    'Thứ Hai, ngày 22 tháng 11 năm 2021 | 08:15',
    [
      [
        'PHÒNG GD&ĐT HUYỆN SÔNG\nTRĂNG\nTRƯỜNG TIỂU HỌC BẾN ĐÒ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBến Đò, ngày 9 tháng 9 năm 2021',
      ],
    ],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
    'Nơi nhận:      KT. HIỆU TRƯỞNG',
    '- Phòng GD&ĐT;      PHÓ HIỆU TRƯỞNG',
    '- Lưu: VT.',
    'Trần Thị Ví Dụ',
  ]);
  expect(plan.letterhead.governingBody).toBe('PHÒNG GD&ĐT HUYỆN SÔNG TRĂNG');
  expect(plan.date).toBe('2021-09-09');
  expect(plan.signature).toEqual({ role: 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG', name: 'Trần Thị Ví Dụ' });
  expect(plan.recipients).toEqual(['Phòng GD&ĐT;', 'Lưu: VT.']);
});

test('columns that ask; a title whose second half is typed small', () => {
  const reading = readSpecs([
    'TRƯỜNG MẦM NON TƯ THỤC MẶT TRỜI NHỎ',
    'Bến Đò, ngày 1/8/2025',
    'KẾ HOẠCH HÀNH ĐỘNG',
    'Cải tiến chất lượng chăm sóc, giáo dục trẻ',
    'Năm học 2025-2026',
    [
      [
        'Lĩnh vực/ Tiêu chí',
        'Điểm cần cải thiện',
        'Cải thiện bằng cách nào?',
        'Ai làm?',
        'Khi nào?',
        'Cần gì?',
        'Bao nhiêu tiền?',
      ],
      [
        'Tiêu chí 3.4',
        'Bếp chật',
        'Sửa bếp',
        'Chủ trường, chị Nhung (quản lý)',
        'Tháng 8 - 9/2025',
        'Bản vẽ',
        '45 triệu',
      ],
    ],
    'QUYỀN HIỆU TRƯỞNG',
    'PHỤ TRÁCH TRƯỜNG',
    'Vũ Thị Ví Dụ',
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading).toMatchObject({
    kind: 'improvement-plan',
    plan: {
      date: '2025-08-01',
      place: 'Bến Đò',
      signature: { role: 'QUYỀN HIỆU TRƯỞNG\nPHỤ TRÁCH TRƯỜNG', name: 'Vũ Thị Ví Dụ' },
      items: [
        {
          criterion: '3.4',
          need: 'Bếp chật',
          action: 'Sửa bếp',
          leads: ['Chủ trường', 'chị Nhung (quản lý)'],
          support: 'Bản vẽ',
          budget: { amount: 45_000_000 },
        },
      ],
    },
  });
});

test('what is done under a name of its own; a level in a group row; thousands of thousands', () => {
  const items = itemsOf([
    ['TT', 'Các phần việc', 'Tồn tại, hạn chế', 'Cán bộ thực hiện', 'Kinh phí (nghìn đồng)', 'Thời gian'],
    [{ text: 'Tiêu chí 2.2 (Mức 2): Đối với giáo viên', columns: 6 }],
    ['1', 'Cử giáo viên học đại học', 'Bốn người chưa đạt chuẩn', 'Cô Thử - PHT', '20.000', 'Hè 2026'],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '2.2',
      levels: [2],
      need: 'Bốn người chưa đạt chuẩn',
      action: 'Cử giáo viên học đại học',
      leads: ['Cô Thử - PHT'],
      budget: { amount: 20_000_000 },
    },
  ]);
});
