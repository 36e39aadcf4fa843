import { expect, test } from 'vitest';
import { keyText, readTypedCode } from './typed-code.ts';

test('codes as people type them', () => {
  expect(readTypedCode(' 123 456 ')).toEqual({ kind: 'phone', code: '123456' });
  expect(readTypedCode('１２３４５６')).toEqual({ kind: 'phone', code: '123456' });
  expect(readTypedCode('KH7M3 pt9xa')).toEqual({ kind: 'recovery', code: 'kh7m3-pt9xa' });
  expect(readTypedCode('kh7m3–pt9xa')).toEqual({ kind: 'recovery', code: 'kh7m3-pt9xa' });
  for (const typed of ['', '12345', '1234567', 'kh7m3-pt9x', "kh7m3'pt9xa", '12345a'])
    expect(readTypedCode(typed)).toBeNull();
});

test('a key in groups of four', () => {
  expect(keyText('GE3TMNRX')).toBe('GE3T MNRX');
  expect(keyText('GE3TMNRXA')).toBe('GE3T MNRX A');
});
