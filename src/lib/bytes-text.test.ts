import { expect, test } from 'vitest';
import { bytesText } from './bytes-text.ts';

test('in the unit that fits, without thousands of the smaller one, with the comma of the language', () => {
  expect(bytesText(12_900_000, 'vi')).toBe('12,3 MB');
  expect(bytesText(12_900_000, 'en')).toBe('12.3 MB');
  expect(bytesText(2_500, 'vi')).toBe('2,4 KB');
  expect(bytesText(1_037_700, 'vi')).toBe('1 MB');
  expect(bytesText(5_000_000_000, 'vi')).toBe('4,7 GB');
});
