import { expect, test } from 'vitest';
import { fold, lines, normalise, plain, squash, typedLine, typedWords } from './text.ts';

test('decomposed letters, no-break spaces and the Icelandic letter become what was meant', () => {
  expect(normalise('Ðộc lập\u00A0– Tự do'.normalize('NFD'))).toBe('Độc lập – Tự do');
});

test('squash joins lines that a narrow cell broke', () => {
  expect(squash(' Tháng \n 9/2024 ')).toBe('Tháng 9/2024');
});

test('plain compares without case, dashes and curly quotes, but with tones', () => {
  expect(plain('Năm học 2020– 2021 “A”')).toBe('năm học 2020- 2021 "a"');
  expect(plain('má')).not.toBe(plain('ma'));
});

test('fold finds words typed without tones', () => {
  expect(fold('Quy chế DÂN CHỦ, Đội')).toBe('quy che dan chu, doi');
});

test('lines keeps the order and drops blanks', () => {
  expect(lines('- a\r\n\n  - b  c ')).toEqual(['- a', '- b c']);
});

test('a typed name holds nothing that cannot be seen; typed words keep every letter, and are none when there is nothing to see', () => {
  const unseen = '\u200B\u2060 \u202E\u0000\uFEFF\u0007\uD800';
  expect(typedLine(` Tổ\u202E 1${unseen} \n`)).toBe('Tổ 1 \uFFFD');
  expect(typedWords(' a\u202Eb\r\nc\u0000 ')).toBe('a\u202Eb\nc');
  for (const typed of [typedLine, typedWords]) expect(typed('\u200B\u2060 \u202E\u0000\uFEFF\u0007\n')).toBe('');
});
