import { expect, test } from 'vitest';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

test('narrative under criterion headings: one item each, owners and times from the sentences', () => {
  const reading = readSpecs([
    ...OPENING,
    'Tiêu chuẩn 1: Tổ chức và quản lý',
    'Tiêu chí 1.1. Phương hướng phát triển',
    'Kế hoạch cải tiến chất lượng',
    'Năm học 2025-2026, hiệu trưởng chỉ đạo văn thư đăng kế hoạch lên trang thông tin.',
    'Tiêu chí 1.2. Hội đồng trường',
    'Kế hoạch cải tiến chất lượng',
    'Chủ tịch hội đồng họp các thành viên.',
    'Thời gian thực hiện: tháng 10/2025',
    ...CLOSING,
  ]);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items).toMatchObject([
    {
      standard: '1',
      criterion: '1.1',
      criterionText: 'Tiêu chí 1.1. Phương hướng phát triển',
      leads: ['hiệu trưởng'],
      collaborators: ['văn thư'],
      ownersText: null,
    },
    { criterion: '1.2', time: { start: '2025-10', end: '2025-10' } },
  ]);
  expect(reading.plan.items[0]?.action).toMatch(/^Năm học 2025-2026/);
  expect(unreadOf(reading)).toEqual([]);
});

test('a standard, or a numbered weakness that begins like a fact, with its plan under a heading of its own', () => {
  const reading = readSpecs([
    ...OPENING,
    '5. Tình hình chung',
    'a) Thuận lợi',
    '- Giải pháp: đã làm năm trước',
    '- Thời gian: đã qua',
    '1. Tiêu chuẩn 1: Tổ chức và quản lý nhà trường',
    'Kế hoạch cải tiến chất lượng',
    'Công việc, giải pháp: Rà soát hồ sơ của các tổ',
    'Thời gian thực hiện: Tháng 4/2026',
    '2. Hoạt động: còn rời rạc',
    'Kế hoạch cải tiến chất lượng',
    'Công việc, giải pháp: Nối các chuyên đề theo tháng',
    'Người thực hiện: PHT, Tổ CM',
    ...CLOSING,
  ]);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items).toMatchObject([
    { standard: '1', criterion: null, action: 'Rà soát hồ sơ của các tổ', time: { start: '2026-04' } },
    { need: 'Hoạt động: còn rời rạc', action: 'Nối các chuyên đề theo tháng', leads: ['PHT', 'Tổ CM'] },
  ]);
});

test('a chat: criteria with labelled facts below', () => {
  const reading = readSpecs(
    [
      'Em gửi kế hoạch cải tiến năm học 2025-2026 ạ',
      '1. Tiêu chí 1.5 Tổ chức nhóm lớp',
      '- Nội dung cần cải tiến: lớp lá đông',
      '- Giải pháp: tách thành hai lớp',
      '- Thời gian: tháng 9/2025',
      '- Người thực hiện: BGH',
      '2. Tiêu chí 3.4 Bếp ăn',
      '- Giải pháp: lắp quạt hút - Thời gian: học kỳ I - Người thực hiện: kế toán',
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(reading.kind).toBe('improvement-plan');
  expect(reading.plan.items).toMatchObject([
    { criterion: '1.5', need: 'lớp lá đông', action: 'tách thành hai lớp', leads: ['BGH'], time: { start: '2025-09' } },
    { criterion: '3.4', action: 'lắp quạt hút', leads: ['kế toán'] },
  ]);
});

test('a chat without criteria: numbered works with time and owner', () => {
  const reading = readSpecs(
    [
      'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026',
      '1. Sửa cổng trường',
      'Thời gian: tháng 8/2025',
      'Phụ trách: bảo vệ',
      '2. Mua sách',
      'Thời gian: tháng 11/2025',
      'Phụ trách: thư viện',
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items.map(({ action }) => action)).toEqual(['Sửa cổng trường', 'Mua sách']);
});

test('one cell a line: header words, numbers and the shape of the lines give the rows back', () => {
  const reading = readSpecs(
    [
      ...OPENING,
      'TT',
      'Nội dung công việc',
      'Người phụ trách',
      'Thời gian',
      '1',
      'Rà soát hồ sơ của các tổ chuyên môn và bổ sung những phần còn thiếu theo quy định',
      'Tổ trưởng chuyên môn',
      'Tháng',
      '10/2025',
      '2',
      'Tổ chức chuyên đề về phòng tránh tai nạn cho trẻ ở trường và ở nhà',
      'BGH',
      'Cả năm',
      ...CLOSING,
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items).toMatchObject([
    { leads: ['Tổ trưởng chuyên môn'], time: { start: '2025-10', end: '2025-10' } },
    { leads: ['BGH'], time: { start: '2025-09', end: '2026-05' } },
  ]);
});

test.each([
  ['BÁO CÁO TỰ ĐÁNH GIÁ', 'self-assessment-report'],
  ['BÁO CÁO KẾT QUẢ ĐÁNH GIÁ NGOÀI', 'external-evaluation-report'],
  ['THÔNG BÁO kết quả kiểm định chất lượng giáo dục', 'result-notice'],
  ['KẾ HOẠCH TỰ ĐÁNH GIÁ', 'other'],
  ['BÁO CÁO KẾT QUẢ THỰC HIỆN KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG', 'other'],
  ['KẾ HOẠCH KHẮC PHỤC TỒN TẠI SAU ĐÁNH GIÁ NGOÀI', 'improvement-plan'],
])('%s is a document of kind %s', (title, kind) => {
  const reading = readSpecs([
    title,
    'Tiêu chí 1.1. Phương hướng',
    '4. Kế hoạch cải tiến chất lượng',
    'Hiệu trưởng rà soát.',
    'Tiêu chí 1.2. Hội đồng',
    'Hiệu trưởng họp.',
  ]);
  claimsEachParagraphOnce(reading);
  expect(reading.kind).toBe(kind);
  expect(reading.kindReason).toBe(title);
  expect(reading.plan.items).toHaveLength(kind === 'improvement-plan' ? 2 : 0);
});

test('the scheme before 2018 is named and its criteria are not mapped', () => {
  const reading = readSpecs([
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    'Năm học 2015-2016',
    'Căn cứ Thông tư số 42/2012/TT-BGDĐT ban hành Quy định về tiêu chuẩn đánh giá chất lượng giáo dục;',
    'Số tiêu chí đạt: 30/36',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['Tiêu chí 8', 'Bổ sung chỉ số b', 'Cả năm'],
    ],
  ]);
  expect(reading.legacyScheme).toBe(true);
  expect(reading.plan.items[0]?.criterion).toBeNull();
});

test('sections numbered 2.1, 2.2 are no criteria, titles of criteria are', () => {
  const reading = readSpecs([
    ...OPENING,
    '1.1. Phương hướng, chiến lược xây dựng và phát triển nhà trường',
    'Hiệu trưởng rà soát chiến lược.',
    '1.2. Hội đồng trường (Hội đồng quản trị đối với trường tư thục) và các hội đồng khác',
    'Hiệu trưởng kiện toàn hội đồng.',
    'III. GIẢI PHÁP CHUNG',
    '2.1. Xây dựng kế hoạch chung của nhà trường',
    '2.2. Tăng cường tuyên truyền tới phụ huynh',
    ...CLOSING,
  ]);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items.map(({ criterion }) => criterion)).toEqual(['1.1', '1.2']);
});

test('standards told in sentences without any form: one item for each paragraph', () => {
  const reading = readSpecs([
    ...OPENING,
    '1. Tiêu chuẩn 1: Tổ chức và quản lý nhà trường',
    'Ban giám hiệu chỉ đạo các tổ rà soát kế hoạch theo tiêu chí 1.8.',
    '2. Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên',
    'Từ tháng 10/2025 đến tháng 4/2026, hiệu trưởng phối hợp với công đoàn vận động giáo viên:',
    '- học ngoại ngữ;',
    '- tập huấn phần mềm.',
    'Phó hiệu trưởng dự giờ hằng tháng.',
    ...CLOSING,
  ]);
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.plan.items).toMatchObject([
    { standard: '1', criterion: '1.8', leads: ['Ban giám hiệu'] },
    {
      standard: '2',
      criterion: null,
      leads: ['hiệu trưởng'],
      collaborators: ['công đoàn'],
      steps: ['học ngoại ngữ;', 'tập huấn phần mềm.'],
      time: { start: '2025-10', end: '2026-04' },
    },
    { standard: '2', leads: ['Phó hiệu trưởng'] },
  ]);
});

test('standards that are only described make no items', () => {
  const reading = readSpecs([
    ...OPENING,
    'Tiêu chuẩn 1: Tổ chức và quản lý nhà trường',
    'Cơ cấu tổ chức đầy đủ theo quy định.',
    'Tiêu chuẩn 3: Cơ sở vật chất',
    'Sân trường rộng, có cây xanh.',
    ...CLOSING,
  ]);
  expect(reading.plan.items).toEqual([]);
});

test('"Hạn: 30/11" is a deadline, kept with its name; "Hạn: tháng 10" a month', () => {
  const { plan } = readSpecs([
    ...OPENING,
    'Tiêu chí 1.1. Phương hướng',
    'Biện pháp: Rà soát chiến lược',
    'Hạn: 30/11/2025',
    'Tiêu chí 1.2. Hội đồng trường',
    'Biện pháp: Kiện toàn hội đồng',
    'Hạn: tháng 10/2025',
    ...CLOSING,
  ]);
  expect(plan.items.map(({ time }) => [time.text, time.start, time.end])).toEqual([
    ['Hạn: 30/11/2025', null, '2025-11-30'],
    ['tháng 10/2025', '2025-10', '2025-10'],
  ]);
});

test('a criterion by its number within the standard; in the scheme before 2018 it is none of the new ones', () => {
  const told = (number: number, standard: number) => [
    `Tiêu chí ${number} Tiêu chuẩn ${standard}`,
    '- Hạn chế: Sổ ghi chưa đều.',
    '- Biện pháp: Ghi sổ hằng tuần.',
    '- Người phụ trách: Hiệu trưởng.',
  ];
  expect(plan(...told(3, 1), ...told(2, 5)).items.map(({ criterion }) => criterion)).toEqual(['1.3', '5.2']);
  const old = readSpecs([
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2015-2016',
    'Căn cứ Thông tư số 25/2014/TT-BGDĐT ngày 07 tháng 8 năm 2014 ban hành Quy định về tiêu chuẩn đánh giá chất lượng giáo dục trường mầm non;',
    ...told(3, 1),
    ...told(2, 5),
  ]);
  expect(old.legacyScheme).toBe(true);
  expect(old.plan.items.map(({ criterion }) => criterion)).toEqual([null, null]);
});
