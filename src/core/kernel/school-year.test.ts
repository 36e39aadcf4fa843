import { expect, test } from 'vitest';
import { findSchoolYear, schoolYearCode, schoolYearLabel } from './school-year.ts';

test.each([
  ['Năm học 2021-2022', 2021],
  ['Năm học: 2025 – 2026', 2025],
  ['năm học 2020– 2021', 2020],
  ['giai đoạn 2021-2025, năm học 2022/2023', 2022],
])('%s', (text, start) => {
  expect(findSchoolYear(text)).toEqual({ start });
});

test('years that do not follow each other are no school year', () => {
  expect(findSchoolYear('giai đoạn 2021-2025')).toBeNull();
  expect(findSchoolYear('mã 12020-20215')).toBeNull();
});

test('written and printed', () => {
  expect(schoolYearCode({ start: 2026 })).toBe('2026-2027');
  expect(schoolYearLabel({ start: 2026 })).toBe('2026–2027');
});
