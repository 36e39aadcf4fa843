import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadClock } from './read-clock.ts';

const TIMES = { workMilliseconds: 1000, idleMilliseconds: 700, totalMilliseconds: 5000 };
let ended = 0;

beforeEach(() => {
  ended = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const start = () => new ReadClock(TIMES, () => (ended += 1));

test('progress earns no time for work', () => {
  const clock = start();
  for (let step = 0; step < 9; step++) {
    vi.advanceTimersByTime(100);
    clock.signOfLife();
  }
  expect(ended).toBe(0);
  vi.advanceTimersByTime(100);
  expect(ended).toBe(1);
});

test('recognition goes on while it gives signs of life, and the work after it has what was left', () => {
  const clock = start();
  vi.advanceTimersByTime(400);
  clock.signOfLife();
  vi.advanceTimersByTime(50);
  clock.slow(true);
  for (let sign = 0; sign < 6; sign++) {
    vi.advanceTimersByTime(500);
    clock.signOfLife();
  }
  clock.slow(false);
  vi.advanceTimersByTime(599);
  expect(ended).toBe(0);
  vi.advanceTimersByTime(1);
  expect(ended).toBe(1);
});

test('whoever begins slow work gets no more time by that until its first sign of life', () => {
  const clock = start();
  vi.advanceTimersByTime(900);
  clock.slow(true);
  vi.advanceTimersByTime(100);
  expect(ended).toBe(1);
});

test('slow work without a sign of life ends; so does work that goes on and on', () => {
  const silent = start();
  silent.slow(true);
  silent.signOfLife();
  vi.advanceTimersByTime(700);
  expect(ended).toBe(1);
  silent.stop();
  const endless = start();
  endless.slow(true);
  for (let sign = 0; sign < 9; sign++) {
    endless.signOfLife();
    vi.advanceTimersByTime(600);
  }
  expect(ended).toBe(2);
});

test('a clock that was stopped ends nothing', () => {
  const clock = start();
  clock.stop();
  vi.advanceTimersByTime(10_000);
  expect(ended).toBe(0);
});
