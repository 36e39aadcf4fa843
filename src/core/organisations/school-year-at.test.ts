import { expect, test } from 'vitest';
import { schoolYearAt, schoolYearsAround } from './school-year-at.ts';

test.each([
  [new Date(2026, 8, 5), 2026],
  [new Date(2027, 4, 31), 2026],
  [new Date(2027, 5, 1), 2027],
])('%s', (day, start) => {
  expect(schoolYearAt(day)).toEqual({ start });
});

test('the years to choose from', () => {
  expect(schoolYearsAround(new Date(2026, 10, 22)).map(({ start }) => start)).toEqual([2027, 2026, 2025, 2024]);
});
