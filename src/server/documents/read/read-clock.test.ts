import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadClock } from './read-clock.ts';

const TIMES = { workMilliseconds: 1000, waitMilliseconds: 4000, idleMilliseconds: 700, totalMilliseconds: 5000 };
/** How exactly the time is looked at, in milliseconds. */
const LOOK = 50;
let ended = 0;
/** Processor time in milliseconds. */
let used = 0;

beforeEach(() => {
  ended = used = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const start = () =>
  new ReadClock(
    TIMES,
    () => used,
    () => (ended += 1),
  );

/** So many milliseconds on the wall, during `share` of which the reader had a processor. */
function pass(milliseconds: number, share = 1): void {
  for (let left = milliseconds; left > 0; left -= 10) {
    used += 10 * share;
    vi.advanceTimersByTime(10);
  }
}

test('progress earns no time for work', () => {
  const clock = start();
  for (let step = 0; step < 9; step++) {
    pass(100);
    clock.signOfLife();
  }
  expect(ended).toBe(0);
  pass(100 + LOOK);
  expect(ended).toBe(1);
});

test('on a computer that is busy with other things work may last longer; what only waits ends too', () => {
  const busy = start();
  pass(3900, 0.25);
  expect(ended).toBe(0);
  pass(100 + LOOK, 0.25);
  expect(ended).toBe(1);
  busy.stop();
  start();
  pass(3900, 0);
  expect(ended).toBe(1);
  pass(100 + LOOK, 0);
  expect(ended).toBe(2);
});

test('where the system does not tell the processor time, the clock on the wall counts', () => {
  new ReadClock(
    TIMES,
    () => null,
    () => (ended += 1),
  );
  pass(900, 0);
  expect(ended).toBe(0);
  pass(100 + LOOK, 0);
  expect(ended).toBe(1);
});

test('recognition goes on while it gives signs of life, and the work after it has what was left', () => {
  const clock = start();
  pass(400);
  clock.signOfLife();
  pass(50);
  clock.slow(true);
  for (let sign = 0; sign < 6; sign++) {
    pass(500);
    clock.signOfLife();
  }
  clock.slow(false);
  pass(550);
  expect(ended).toBe(0);
  pass(50 + LOOK);
  expect(ended).toBe(1);
});

test('whoever begins slow work gets no more time by that until its first sign of life', () => {
  const clock = start();
  pass(900);
  clock.slow(true);
  pass(100 + LOOK);
  expect(ended).toBe(1);
});

test('slow work without a sign of life ends; so does work that goes on and on', () => {
  const silent = start();
  silent.slow(true);
  silent.signOfLife();
  pass(700 + LOOK);
  expect(ended).toBe(1);
  silent.stop();
  const endless = start();
  endless.slow(true);
  for (let sign = 0; sign < 9; sign++) {
    endless.signOfLife();
    pass(600);
  }
  expect(ended).toBe(2);
});

test('a clock that was stopped ends nothing', () => {
  const clock = start();
  clock.stop();
  pass(10_000);
  expect(ended).toBe(0);
});
