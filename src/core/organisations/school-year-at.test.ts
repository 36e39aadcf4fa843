import { expect, test } from 'vitest';
import { schoolYearAt, schoolYearsAround } from './school-year-at.ts';

test.each([
  ['2026-09-05T01:00:00Z', 2026],
  ['2027-05-31T16:59:59Z', 2026],
  // In Viet Nam it is June, wherever the server stands.
  ['2027-05-31T17:00:00Z', 2027],
  ['2027-12-31T17:00:00Z', 2027],
])('%s', (moment, start) => {
  expect(schoolYearAt(new Date(moment))).toEqual({ start });
});

test('the years to choose from', () => {
  expect(schoolYearsAround(new Date('2026-11-22T01:00:00Z')).map(({ start }) => start)).toEqual([
    2027, 2026, 2025, 2024,
  ]);
});
