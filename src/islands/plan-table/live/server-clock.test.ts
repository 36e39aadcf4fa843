import { afterEach, expect, test, vi } from 'vitest';
import { heardTime, timeNow } from './server-clock.ts';

afterEach(() => vi.useRealTimers());

test('the time is the server`s, in Viet Nam, however wrong the computer is', () => {
  vi.useFakeTimers({ now: new Date('2019-01-01T23:59:00Z') });
  heardTime('Sun, 22 Nov 2026 03:32:10 GMT');
  expect(timeNow()).toBe('10:32');
  vi.advanceTimersByTime(30 * 60_000);
  expect(timeNow()).toBe('11:02');
  heardTime(null);
  heardTime('nonsense');
  expect(timeNow()).toBe('11:02');
});
