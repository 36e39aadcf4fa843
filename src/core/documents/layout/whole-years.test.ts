import { expect, test } from 'vitest';
import { HYPHEN_OF_YEARS, JOINED_YEARS, withWholeYears } from './whole-years.ts';

test('a school year written with blanks stays on one line; nothing else changes', () => {
  expect(withWholeYears('Năm học 2026 – 2027 – 2028')).toBe('Năm học 2026\u00A0–\u00A02027\u00A0–\u00A02028');
  expect(withWholeYears('từ 2020 - 2025')).toBe('từ 2020\u00A0-\u00A02025');
  for (const same of ['2026–2027', '12 – 15', 'lớp 2026 – A', '02026 – 2027', '5/2026 – 6/2027'])
    expect(withWholeYears(same)).toBe(same);
});

test('years that a dash joins are found, with blanks and without', () => {
  const years = (text: string) => withWholeYears(text).match(JOINED_YEARS);
  expect(years('2026–2027 và 2026 – 2027')).toEqual(['2026–2027', '2026\u00A0–\u00A02027']);
  expect(years('2026-2027, 12–2026')).toBeNull();
});

test('the hyphen of a school year is told from those of other numbers', () => {
  expect('2026-2027, 9/2026-5/2027, 12-2026, 2026-20271'.split(HYPHEN_OF_YEARS)).toEqual([
    '2026',
    '2027, 9/2026-5/2027, 12-2026, 2026-20271',
  ]);
});
