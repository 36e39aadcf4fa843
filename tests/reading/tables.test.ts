import { expect, test } from 'vitest';
import { readSpecs } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

test('columns in another order and under other names', () => {
  const {
    plan: read,
    items,
    reading,
  } = plan([
    ['STT', 'Thời hạn', 'Người phụ trách', 'Việc cần làm', 'Chỉ tiêu', 'Tồn tại, hạn chế', 'Tiêu chí'],
    [
      '1',
      'Tháng 10/2025',
      'Phó hiệu trưởng',
      '- Lập danh mục sách\n- Mua thêm 200 cuốn',
      'Mỗi lớp có góc sách',
      'Sách cho trẻ còn ít',
      'TC 3.2',
    ],
    [
      '2',
      'Cả năm',
      'Tổ trưởng chuyên môn',
      'Dự giờ mỗi tháng một lần',
      'Giờ dạy đạt khá',
      'Giáo viên mới còn lúng túng',
      '5.1',
    ],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '3.2',
      standard: '3',
      need: 'Sách cho trẻ còn ít',
      expectedResult: 'Mỗi lớp có góc sách',
      steps: ['Lập danh mục sách', 'Mua thêm 200 cuốn'],
      leads: ['Phó hiệu trưởng'],
      time: { text: 'Tháng 10/2025', start: '2025-10', end: '2025-10' },
    },
    { criterion: '5.1', standard: '5', leads: ['Tổ trưởng chuyên môn'], time: { start: '2025-09', end: '2026-05' } },
  ]);
  expect(new Set(read.itemFields)).toEqual(
    new Set(['time', 'owners', 'action', 'expectedResult', 'need', 'criterion']),
  );
  expect(reading.source.tableNumbers[0]?.numbers.map(({ text }) => text)).toEqual(['1', '2']);
  expect(unreadOf(reading)).toEqual([]);
});

test('a header of two rows: start and end, lead and collaborators', () => {
  const { items } = plan([
    [
      { text: 'TT', rows: 2 },
      { text: 'Nội dung cần cải tiến', rows: 2 },
      { text: 'Giải pháp', rows: 2 },
      { text: 'Thời gian', columns: 2 },
      { text: 'Người thực hiện', columns: 2 },
    ],
    ['Bắt đầu', 'Kết thúc', 'Chủ trì', 'Phối hợp'],
    [
      '1',
      'Sân chơi thiếu bóng mát',
      'Trồng thêm cây',
      'Tháng 9/2025',
      'Tháng 12/2025',
      'Hiệu trưởng',
      'Đoàn thanh niên, GV',
    ],
    ['2', 'Bếp chật', 'Sắp xếp lại bếp', { text: 'Cả năm', columns: 2 }, 'Kế toán', 'Cấp dưỡng'],
  ]);
  expect(items).toMatchObject([
    {
      need: 'Sân chơi thiếu bóng mát',
      time: { start: '2025-09', end: '2025-12' },
      leads: ['Hiệu trưởng'],
      collaborators: ['Đoàn thanh niên', 'GV'],
    },
    {
      need: 'Bếp chật',
      time: { text: 'Cả năm', start: '2025-09', end: '2026-05' },
      leads: ['Kế toán'],
      collaborators: ['Cấp dưỡng'],
    },
  ]);
});

test('no header row: columns are told by what they hold', () => {
  const { items, plan: read } = plan([
    [{ text: 'MỨC 2', columns: 7 }],
    [
      '',
      'Tiêu chí 2.2',
      'Đạt mức 2',
      'Cử giáo viên đi học nâng chuẩn và sắp xếp người dạy thay trong thời gian đó',
      'Hiệu trưởng',
      'Từ tháng 9/2025',
      'Không',
    ],
    [
      '',
      'Tiêu chí 4.1',
      'Đạt mức 2',
      'Họp ban đại diện cha mẹ trẻ đầu năm để thống nhất kế hoạch cả năm học',
      'BGH, GV',
      'Tháng 10/2025',
      'Không',
    ],
  ]);
  expect(items).toMatchObject([
    {
      criterion: '2.2',
      levels: [2],
      expectedResult: 'Đạt mức 2',
      leads: ['Hiệu trưởng'],
      time: { start: '2025-09', openEnded: true },
      budget: { text: 'Không' },
    },
    {
      criterion: '4.1',
      levels: [2],
      leads: ['BGH'],
      collaborators: ['GV'],
      time: { start: '2025-10', end: '2025-10' },
    },
  ]);
  expect(read.sections.find(({ role }) => role === 'items')?.label).toBe('II');
});

test('a criterion merged over its rows counts for each; an action merged over rows is one item', () => {
  const { items } = plan([
    ['TT', 'Tiêu chuẩn, tiêu chí', 'Công việc', 'Chủ trì', 'Thời gian'],
    ['1', { text: 'Tiêu chí 1.6: Quản lý hành chính', rows: 2 }, 'Lập sổ tài sản', 'Kế toán', 'Tháng 9/2025'],
    ['2', 'Kiểm kê tài sản', 'Kế toán', 'Tháng 12/2025'],
    [
      '3',
      { text: 'Tiêu chí 1.9', rows: 2 },
      { text: 'Công khai tài chính', rows: 2 },
      { text: 'Hiệu trưởng', rows: 2 },
      'Tháng 1/2026',
    ],
    ['', 'Tháng 5/2026'],
  ]);
  expect(items.map(({ criterion, action }) => [criterion, action])).toEqual([
    ['1.6', 'Lập sổ tài sản'],
    ['1.6', 'Kiểm kê tài sản'],
    ['1.9', 'Công khai tài chính'],
  ]);
  expect(items[2]?.time.text).toBe('Tháng 1/2026\nTháng 5/2026');
});

test('a row cut by a page break is one row, the repeated header is dropped', () => {
  const header = ['Nội dung cần cải tiến', 'Biện pháp', 'Thời gian', 'Người thực hiện'];
  const { items, reading } = plan(
    [header, ['Hồ sơ chuyên môn của các tổ còn', '- Rà soát hồ sơ - Xây dựng kế hoạch kiểm', 'Cả năm', 'BGH']],
    [header, ['thiếu', 'tra định kỳ', '', ''], ['Đồ chơi cũ', 'Mua mới', 'Tháng 3/2026', 'Kế toán']],
  );
  expect(items).toMatchObject([
    { need: 'Hồ sơ chuyên môn của các tổ còn thiếu', steps: ['Rà soát hồ sơ', 'Xây dựng kế hoạch kiểm tra định kỳ'] },
    { need: 'Đồ chơi cũ' },
  ]);
  expect(reading.uses.filter((each) => each.as === 'furniture')).toHaveLength(4);
});

test('Biểu 2: ten columns, and the problems of section IV joined to their items', () => {
  const { items, plan: read } = plan(
    'IV. VẤN ĐỀ TRỌNG TÂM',
    [
      // "TT" as a scan may read it.
      ['4', 'Tiêu chuẩn', 'Tiêu chí liên quan', 'Đánh giá hiện trạng', 'Điểm hạn chế', 'Nguyên nhân'],
      ['1', '2', '2.2', '12/20 giáo viên đạt chuẩn', 'Tỷ lệ đạt chuẩn thấp', 'Thiếu người dạy thay'],
      ['2', '3', '3.1', 'Sân rộng 400 m2', 'Sân trơn khi mưa', 'Gạch cũ'],
    ],
    'V. KẾ HOẠCH CẢI TIẾN',
    [
      [
        'TT',
        'Nội dung cải tiến',
        'Mục tiêu',
        'Hoạt động/giải pháp',
        'Chỉ số đánh giá kết quả',
        'Thời gian',
        'Đơn vị/cá nhân phụ trách',
        'Nguồn lực',
        'Thông tin/minh chứng dự kiến',
        'Mức độ thực hiện',
      ],
      [
        '1',
        'Tỷ lệ đạt chuẩn thấp (tiêu chí 2.2)',
        '16/20 giáo viên đạt chuẩn',
        'Cử 4 giáo viên đi học',
        '4 bằng tốt nghiệp',
        'Cả năm',
        'Hiệu trưởng',
        'Ngân sách',
        'Quyết định cử đi học',
        'Đang thực hiện',
      ],
      [
        '2',
        'Lát lại sân',
        'Sân không trơn',
        'Thay gạch chống trơn',
        '400 m2 gạch mới',
        'Tháng 12/2025',
        'Kế toán',
        '80 triệu đồng',
        'Biên bản nghiệm thu',
        'Chưa hoàn thành',
      ],
    ],
    'VI. THEO DÕI',
    [
      ['Thời điểm', 'Nội dung', 'Kết quả', 'Điều chỉnh', 'Người đánh giá'],
      ['Cuối học kỳ I', 'Tiến độ', '', '', ''],
    ],
  );
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({
    criterion: '2.2',
    standard: '2',
    need: 'Tỷ lệ đạt chuẩn thấp (tiêu chí 2.2)',
    currentState: '12/20 giáo viên đạt chuẩn',
    cause: 'Thiếu người dạy thay',
    expectedResult: '16/20 giáo viên đạt chuẩn',
    resultIndicator: '4 bằng tốt nghiệp',
    budget: { text: 'Ngân sách' },
    progress: 'Đang thực hiện',
  });
  expect(items[1]).toMatchObject({
    criterion: '3.1',
    need: 'Sân trơn khi mưa\nLát lại sân',
    expectedEvidence: 'Biên bản nghiệm thu',
  });
  expect(read.sections.find(({ role }) => role === 'items')?.label).toBe('V');
  expect(read.sections.find(({ role }) => role === 'monitoring')?.lines).toHaveLength(2);
});

test('rosters, evidence lists and estimates are no plan tables', () => {
  const { items, reading } = plan(
    [
      ['TT', 'Biện pháp', 'Thời gian'],
      ['1', 'Sửa mái hiên', 'Tháng 8/2025'],
    ],
    'Danh sách tổ giám sát',
    [
      ['TT', 'Họ và tên', 'Chức vụ', 'Nhiệm vụ'],
      ['1', 'Trần Văn Thí Dụ', 'Giáo viên', 'Thành viên'],
    ],
    [
      ['TT', 'Nội dung', 'Số lượng', 'Đơn giá', 'Thành tiền'],
      ['1', 'Tôn lợp', '20', '150.000', '3.000.000'],
    ],
  );
  expect(items.map(({ action }) => action)).toEqual(['Sửa mái hiên']);
  expect(unreadOf(reading)).toContain('Trần Văn Thí Dụ');
  expect(unreadOf(reading)).toContain('3.000.000');
});

test('a sheet: title, letterhead, rows and signer in one grid', () => {
  const wide = (text: string) => [{ text, columns: 5 }];
  const reading = readSpecs(
    [
      [
        wide('TRƯỜNG TIỂU HỌC ĐỒI THÔNG'),
        wide('KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026'),
        ['TT', 'Tiêu chí', 'Giải pháp', 'Thời gian', 'Phụ trách'],
        ['1', '1.2', 'Kiện toàn hội đồng trường', '10/2025', 'Hiệu trưởng'],
        ['', '', 'Họp hội đồng ba lần', 'Cả năm', 'Hiệu trưởng'],
        ['', '', '', '', 'HIỆU TRƯỞNG'],
        ['', '', '', '', 'Lê Thị Ví Dụ'],
      ],
    ],
    'xlsx',
  );
  claimsEachParagraphOnce(reading);
  expect(reading.kind).toBe('improvement-plan');
  expect(reading.plan.schoolYear).toEqual({ start: 2025 });
  expect(reading.plan.items.map(({ criterion }) => criterion)).toEqual(['1.2', '1.2']);
  expect(reading.plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Lê Thị Ví Dụ' });
});
