import { expect, test } from 'vitest';
import { changesBetween, fingerprintOf, type RowMark } from './row-marks.ts';

const known = (...rows: [string, number][]): Map<string, RowMark> =>
  new Map(rows.map(([id, version]) => [id, { id, version }]));
const seen = (...rows: [string, number, 'removed'?][]) =>
  rows.map(([id, version, removed]) => ({ id, version, removed: removed !== undefined }));

test('nothing happened, nothing is told', () => {
  expect(changesBetween(known(['a', 1], ['b', 2]), seen(['a', 1], ['b', 2]))).toEqual({ changed: [], removed: [] });
});

test('a row that was written, one that is new and one that moved stand below the row before them', () => {
  const changes = changesBetween(known(['a', 1], ['b', 1], ['c', 1]), seen(['c', 2], ['a', 2], ['n', 1], ['b', 1]));
  expect(changes.changed).toEqual([
    { id: 'c', after: null },
    { id: 'a', after: 'c' },
    { id: 'n', after: 'a' },
  ]);
});

test('a removed row is told once, is nobody`s neighbour, and comes back as a changed one', () => {
  const gone = changesBetween(known(['a', 1], ['b', 1], ['c', 1]), seen(['a', 1], ['b', 2, 'removed'], ['c', 2]));
  expect(gone).toEqual({ changed: [{ id: 'c', after: 'a' }], removed: [{ id: 'b', version: 2 }] });
  const still = changesBetween(known(['a', 1], ['c', 2]), seen(['a', 1], ['b', 2, 'removed'], ['c', 2]));
  expect(still).toEqual({ changed: [], removed: [] });
  const back = changesBetween(known(['a', 1], ['c', 2]), seen(['a', 1], ['b', 3], ['c', 2]));
  expect(back.changed).toEqual([{ id: 'b', after: 'a' }]);
});

test('a row that is nowhere any more was removed too', () => {
  expect(changesBetween(known(['a', 4]), [])).toEqual({ changed: [], removed: [{ id: 'a', version: 4 }] });
});

test('the fingerprint changes with a version, a row more or less, and the order', () => {
  const rows = [
    { id: 'a', version: 1 },
    { id: 'b', version: 1 },
  ];
  const all = [
    fingerprintOf(rows),
    fingerprintOf([...rows].reverse()),
    fingerprintOf(rows.slice(1)),
    fingerprintOf([rows[0]!, { id: 'b', version: 2 }]),
    fingerprintOf([]),
  ];
  expect(new Set(all).size).toBe(5);
  expect(fingerprintOf(structuredClone(rows))).toBe(all[0]);
  for (const each of all) expect(each).toMatch(/^[0-9a-f]{8}$/);
});
