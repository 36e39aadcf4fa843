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
