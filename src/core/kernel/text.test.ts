import { expect, test } from 'vitest';
import { fold, lines, normalise, plain, squash } from './text.ts';

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
