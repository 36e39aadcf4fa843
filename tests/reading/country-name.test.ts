import { expect, test } from 'vitest';
import { readSpecs } from './block-builder.ts';

test.each([
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN',
  'CỘNG HÒA XÃ HÔI CHỦ NGHIÃ VIỆT NAM',
  'CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM',
])('the name of the country with a slip is still its name: %s', (country) => {
  const { plan: read } = readSpecs([
    [['UBND XÃ BẾN CÁT\nTRƯỜNG MẦM NON HOA SEN', `${country}\nĐộc lập - Tự do - Hạnh phúc`]],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC',
    'Năm học 2025 - 2026',
  ]);
  expect(read.letterhead.country).toBe(country);
});

test('names of the letterhead that break below the line of the country', () => {
  const reading = readSpecs([
    'PHÒNG GD&ĐT HUYỆN CỎ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    [
      [
        'MAY\nTRƯỜNG TIỂU HỌC BỜ ĐÊ\nXANH\nSố: 12/KH-BĐX',
        'Độc lập - Tự do - Hạnh phúc\nCỏ May, ngày 12 tháng 9 năm 2024',
      ],
    ],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2024-2025',
  ]);
  expect(reading.plan.letterhead).toMatchObject({
    governingBody: 'PHÒNG GD&ĐT HUYỆN CỎ MAY',
    schoolName: 'TRƯỜNG TIỂU HỌC BỜ ĐÊ XANH',
  });
  expect(reading.plan.number).toBe('12/KH-BĐX');
});
