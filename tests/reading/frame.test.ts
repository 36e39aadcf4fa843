import { expect, test } from 'vitest';
import { OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

const BODY: BlockSpec[] = [
  'I. NỘI DUNG',
  [
    ['Tiêu chí', 'Biện pháp', 'Thời gian'],
    ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
  ],
];

function frame(before: BlockSpec[], after: BlockSpec[] = [], format: 'docx' | 'txt' = 'txt') {
  const reading = readSpecs([...before, ...BODY, ...after], format);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items).toHaveLength(1);
  return { plan: reading.plan, unread: unreadOf(reading) };
}

test('letterhead on lines of their own', () => {
  const { plan, unread } = frame([
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO NÚI XANH',
    'TRƯỜNG THPT SUỐI MƠ',
    'Số: 07/KH-THPTSM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '-----------',
    'Núi Xanh, ngày 3 tháng 10 năm 2025',
    'KẾ HOẠCH',
    'Cải tiến chất lượng giáo dục năm học 2025 - 2026',
  ]);
  expect(plan.letterhead).toEqual({
    governingBody: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO NÚI XANH',
    schoolName: 'TRƯỜNG THPT SUỐI MƠ',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  });
  expect(plan).toMatchObject({
    number: '07/KH-THPTSM',
    date: '2025-10-03',
    place: 'Núi Xanh',
    schoolType: 'upper-secondary',
    schoolYear: { start: 2025 },
  });
  expect(plan.title).toEqual(['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục năm học 2025 - 2026']);
  expect(unread).toEqual([]);
});

test('letterhead set side by side with blanks', () => {
  const { plan, unread } = frame([
    'UBND XÃ BẾN CÁT    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRƯỜNG THCS BẾN CÁT    Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-THCSBC    Bến Cát, ngày 15 tháng 9 năm 2025',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan.letterhead).toMatchObject({ governingBody: 'UBND XÃ BẾN CÁT', schoolName: 'TRƯỜNG THCS BẾN CÁT' });
  expect(plan).toMatchObject({ number: '12/KH-THCSBC', date: '2025-09-15', place: 'Bến Cát' });
  expect(unread).toEqual([]);
});

test('a blank number and day are kept as typed and give no value', () => {
  const { plan } = frame([
    'TRƯỜNG MẦM NON LÚA VÀNG',
    'Số:    /KH-MNLV',
    'Lúa Vàng, ngày     tháng 9 năm 2025',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan).toMatchObject({
    number: null,
    numberText: 'Số: /KH-MNLV',
    date: null,
    dateText: 'Lúa Vàng, ngày tháng 9 năm 2025',
  });
});

test('signer and recipients below each other', () => {
  const { plan, unread } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    [
      'II. TỔ CHỨC THỰC HIỆN',
      'Hiệu trưởng chỉ đạo.',
      'KT. HIỆU TRƯỞNG',
      'PHÓ HIỆU TRƯỞNG',
      '(Đã ký)',
      'Phạm Thị Minh Họa',
      'Nơi nhận:',
      '- Sở GDĐT;',
      '- Lưu: VT.',
    ],
  );
  expect(plan.signature).toEqual({ role: 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG', name: 'Phạm Thị Minh Họa' });
  expect(plan.recipients).toEqual(['Sở GDĐT;', 'Lưu: VT.']);
  expect(unread).toEqual([]);
});

test('recipients first, then signer; "Nơi nhận" and role on one line', () => {
  const { plan, unread } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    ['Nơi nhận:      HIỆU TRƯỞNG', '- Phòng VHXH xã;', '- Lưu: VT.', 'Đỗ Văn Giả Định'],
  );
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Đỗ Văn Giả Định' });
  expect(plan.recipients).toEqual(['Phòng VHXH xã;', 'Lưu: VT.']);
  expect(unread).toEqual([]);
});

test('two signers: the leader is the signer', () => {
  const { plan } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    [[['NGƯỜI LẬP KẾ HOẠCH\nTrần Thị Mẫu', 'TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ\nCHỦ TỊCH\nHoàng Văn Thử']]],
    'docx',
  );
  expect(plan.signature).toEqual({ role: 'TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ\nCHỦ TỊCH', name: 'Hoàng Văn Thử' });
});

test('page numbers, contents and captions of a site are furniture', () => {
  const reading = readSpecs(
    [
      'Trang chủ » Tin tức',
      'A- A A+ | Tăng tương phản',
      'Kế hoạch cải tiến của trường năm nay',
      ...OPENING,
      [
        ['Tiêu chí', 'Biện pháp', 'Thời gian'],
        ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
      ],
      'Nơi nhận:',
      '- Lưu: VT.',
      'HIỆU TRƯỞNG',
      'Vũ Thị Ví Dụ',
      'Tin liên quan',
      'Khai giảng năm học mới',
      'Hôm nay : 12',
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.plan.signature?.name).toBe('Vũ Thị Ví Dụ');
  expect(reading.uses.filter(({ as }) => as === 'furniture')).toHaveLength(6);
});
