import { expect, test } from 'vitest';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

const ROWS: BlockSpec = [
  ['TT', 'Nhiệm vụ', 'Chỉ tiêu', 'Lộ trình', 'Chủ trì'],
  ['1', 'Xây thư viện số', 'Một thư viện', 'Từ năm 2027 đến năm 2028', 'Nhân viên thư viện'],
  ['2', 'Nâng chuẩn giáo viên', '60% trên chuẩn', '2026-2030', 'Hiệu trưởng'],
];

const read = (title: string, ...body: BlockSpec[]) =>
  readSpecs([OPENING[0]!, ...title.split(' / '), 'I. TÌNH HÌNH', 'Trường có 12 lớp.', ...body, ...CLOSING]);

test.each([
  'CHIẾN LƯỢC / PHÁT TRIỂN NHÀ TRƯỜNG GIAI ĐOẠN 2026-2030, TẦM NHÌN 2035',
  'KẾ HOẠCH CHIẾN LƯỢC / Phát triển Trường Mầm non Hoa Sen Đỏ giai đoạn 2026 - 2030',
  'PHƯƠNG HƯỚNG, CHIẾN LƯỢC XÂY DỰNG VÀ PHÁT TRIỂN NHÀ TRƯỜNG',
  'KẾ HOẠCH / PHÁT TRIỂN NHÀ TRƯỜNG GIAI ĐOẠN 2026-2030',
  'ĐỀ ÁN / PHÁT TRIỂN NHÀ TRƯỜNG GIAI ĐOẠN 2026-2030',
])('%s: rows of a plan make it one', (title) => {
  const reading = read(title, ROWS);
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.kind).toBe('improvement-plan');
  expect(reading.plan.title).toEqual(title.split(' / '));
  expect(reading.plan.items).toMatchObject([
    { action: 'Xây thư viện số', leads: ['Nhân viên thư viện'], time: { start: '2027-01', end: '2028-12' } },
    { action: 'Nâng chuẩn giáo viên', expectedResult: '60% trên chuẩn' },
  ]);
});

test.each([
  'KẾ HOẠCH GIÁO DỤC NHÀ TRƯỜNG / NĂM HỌC 2026-2027',
  'KẾ HOẠCH / THỰC HIỆN NHIỆM VỤ NĂM HỌC 2026-2027',
  'KẾ HOẠCH / Xây dựng chiến lược phát triển nhà trường giai đoạn 2026-2030',
  'BÁO CÁO / Kết quả thực hiện chiến lược phát triển nhà trường giai đoạn 2021-2025',
  'LỊCH CÔNG TÁC TUẦN 12',
  'BIÊN BẢN / Họp góp ý chiến lược phát triển nhà trường giai đoạn 2026-2030',
])('%s: named as what it is, whatever table it holds', (title) => {
  const reading = read(title, ROWS);
  expect(reading).toMatchObject({ kind: 'other', plan: { items: [] } });
});

test('a strategy in prose is named, not forced', () => {
  const reading = read('CHIẾN LƯỢC / PHÁT TRIỂN NHÀ TRƯỜNG GIAI ĐOẠN 2026-2030', '1. Giữ vững nền nếp dạy học.');
  expect(reading.kind).toBe('other');
  expect(reading.kindReason).toContain('CHIẾN LƯỢC');
});
