import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percentOf, percentText } from './percent.ts';

test.each([
  [18, 27, 1, 66.7],
  [18, 27, 2, 66.67],
  [1, 8, 1, 12.5],
  [1, 8, 0, 13],
  [1, 16, 1, 6.3],
  [201, 20000, 2, 1.01],
  [0, 19, 1, 0],
  [25, 25, 1, 100],
])('%i of %i with %i digits', (part, whole, digits, percent) => {
  expect(percentOf(part, whole, digits)).toBe(percent);
});

test('of nothing', () => {
  expect(percentOf(0, 0)).toBeNull();
  expect(percentText(0, 0)).toBe('–');
});

test('as printed', () => {
  expect(percentText(18, 27)).toBe('66,7%');
  expect(percentText(18, 27, { digits: 2, mark: '.' })).toBe('66.67%');
  expect(percentText(19, 19)).toBe('100%');
  expect(percentText(1, 2000, { digits: 2 })).toBe('0,05%');
  expect(percentText(1, 3, { digits: 0 })).toBe('33%');
});

test('never further from the truth than half a unit of the last digit', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (part, whole) => {
      const difference = Math.abs((percentOf(part, whole, 2) ?? 0) * whole - part * 100);
      expect(difference).toBeLessThanOrEqual(0.005 * whole + 1e-6);
    }),
  );
});
