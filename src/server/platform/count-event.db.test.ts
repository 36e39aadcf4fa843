import { expect, test } from 'vitest';
import { useDatabase } from '#tests/support/use-database.ts';
import { countEvent } from './count-event.ts';

const { db } = await useDatabase();
const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 5);

/** What a clock says time after time, and the count that comes of it. */
async function counted(key: string, ...times: number[]) {
  const counts: number[] = [];
  for (const now of times) counts.push((await countEvent(db, { key, now, span: HOUR })).count);
  return counts;
}

test('a count begins anew a span after its first event, and not before', async () => {
  expect(await counted('a', NOON, NOON + HOUR / 2, NOON + HOUR - 1, NOON + HOUR)).toEqual([1, 2, 3, 1]);
});

test('a clock that was years ahead keeps nobody out once it is right again', async () => {
  const ahead = NOON + 20 * 365 * 24 * HOUR;
  expect(await counted('b', ahead, ahead + 1, NOON, NOON + 1)).toEqual([1, 2, 1, 2]);
  expect(await countEvent(db, { key: 'b', now: NOON + 2, span: HOUR })).toEqual({ count: 3, since: NOON });
});

test('a clock that is a little behind that of another machine gives nobody a fresh count', async () => {
  expect(await counted('c', NOON, NOON - 5_000, NOON - HOUR)).toEqual([1, 2, 3]);
});
