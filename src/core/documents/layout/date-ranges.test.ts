import { expect, test } from 'vitest';
import { withRangeBreaks } from './date-ranges.ts';

test('between two months or days a line may break, within a school year and a number it may not', () => {
  expect(withRangeBreaks('Từ 9/2026-5/2027')).toBe('Từ 9/2026-\u200B5/2027');
  expect(withRangeBreaks('15/9/2026–30/9/2026')).toBe('15/9/2026–\u200B30/9/2026');
  for (const same of ['2026-2027', 'năm 2026-5/2027', '9/2026 - 5/2027', '9/2026-5/20271', '19/2018/TT-BGDĐT'])
    expect(withRangeBreaks(same)).toBe(same);
});
