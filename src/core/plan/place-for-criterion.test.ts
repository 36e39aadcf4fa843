import { expect, test } from 'vitest';
import { compareCodes, placeForCriterion } from './place-for-criterion.ts';

const rows = [
  { id: 'a', criterion: '1.9' },
  { id: 'b', criterion: '1.10' },
  { id: 'c', criterion: '3.1' },
];

test.each([
  ['1.9', 'a'],
  ['1.10', 'b'],
  ['2.1', 'b'],
  ['1.1', 'first'],
  ['5.4', 'c'],
])('a row for %s goes after %s', (code, after) => {
  expect(placeForCriterion(rows, code)).toBe(after);
});

test('at the end of a plan without criteria', () => {
  expect(placeForCriterion([{ id: 'a', criterion: null }], '1.1')).toBeNull();
});

test('numbers, not letters', () => {
  expect(compareCodes('1.10', '1.9')).toBeGreaterThan(0);
});
