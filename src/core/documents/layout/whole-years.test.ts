import { expect, test } from 'vitest';
import { withWholeYears } from './whole-years.ts';

test('a school year written with blanks stays on one line; nothing else changes', () => {
  expect(withWholeYears('Năm học 2026 – 2027 – 2028')).toBe('Năm học 2026\u00A0–\u00A02027\u00A0–\u00A02028');
  expect(withWholeYears('từ 2020 - 2025')).toBe('từ 2020\u00A0-\u00A02025');
  for (const same of ['2026–2027', '12 – 15', 'lớp 2026 – A', '02026 – 2027', '5/2026 – 6/2027'])
    expect(withWholeYears(same)).toBe(same);
});
