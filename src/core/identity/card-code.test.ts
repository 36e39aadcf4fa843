import { expect, test } from 'vitest';
import { cardCodeText, readCardCode } from './card-code.ts';

test('printed in groups, read with or without them', () => {
  const text = cardCodeText('1234567890123456');
  expect(text).toBe('1234 5678 9012 3456');
  expect(readCardCode(` ${text}\n`)).toBe('1234567890123456');
  expect(readCardCode('1234-5678-9012-3456')).toBe('1234567890123456');
});

test.each(['', '123', '1234 5678 9012 345x', '12345678901234567'])('%s is no code', (text) => {
  expect(readCardCode(text)).toBeNull();
});
