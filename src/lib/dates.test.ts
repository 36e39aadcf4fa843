import { expect, test } from 'vitest';
import { dayOf, dayText, momentText } from './dates.ts';

test('days as Vietnamese write them', () => {
  expect(dayText('2026-07-07')).toBe('07/07/2026');
  expect(dayText('2026-07')).toBe('07/2026');
  expect(dayText('chưa rõ')).toBe('chưa rõ');
});

test('a moment is told in the time of Viet Nam, wherever the server stands', () => {
  expect(dayOf(new Date('2026-01-05T17:30:00Z'))).toBe('2026-01-06');
  expect(momentText(new Date('2026-11-22T03:32:00Z'))).toBe('22/11/2026\u00A010:32');
});
