import { expect, test } from 'vitest';
import { dayOf, dayText } from './dates.ts';

test('days as Vietnamese write them', () => {
  expect(dayText('2026-07-07')).toBe('07/07/2026');
  expect(dayText('2026-07')).toBe('07/2026');
  expect(dayText('chưa rõ')).toBe('chưa rõ');
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
