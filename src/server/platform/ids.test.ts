import { expect, test } from 'vitest';
import { isId, newId } from './ids.ts';

test('ids of one process are unique and in order, also within a millisecond and when the clock is set back', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => newId(index === 10_000 ? 0 : undefined));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
});

test('the first 48 bits are the time', () => {
  const now = Date.UTC(2100, 0, 1);
  expect(Number.parseInt(newId(now).replaceAll('-', '').slice(0, 12), 16)).toBe(now);
});

test.each(['', "'", newId().toUpperCase(), `${newId()}'`, `x${newId()}`, `${newId()}\n`])('no id: %j', (text) => {
  expect(isId(text)).toBe(false);
});
