import { expect, test } from 'vitest';
import { readContrast, readTextSize, stepTextSize } from './display.ts';

test('what is remembered wrongly is the normal size and contrast', () => {
  expect(readTextSize('112')).toBe('112');
  expect(readTextSize('5000')).toBe('100');
  expect(readContrast('high')).toBe('high');
  expect(readContrast('"><script>')).toBe('normal');
});

test('steps stop at the ends', () => {
  expect(stepTextSize('100', 1)).toBe('112');
  expect(stepTextSize('90', -1)).toBe('90');
  expect(stepTextSize('150', 1)).toBe('150');
});
