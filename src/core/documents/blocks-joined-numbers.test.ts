import { expect, test } from 'vitest';
import { withBlankBeforeNumber, withRomanStrokes } from './blocks-joined-numbers.ts';

test.each([
  ['mức1', 'mức 1'],
  ['Mức2,', 'Mức 2,'],
  ['(Tháng10/2025', '(Tháng 10/2025'],
  ['năm2025-2026', 'năm 2025-2026'],
  ['chí1.5', 'chí 1.5'],
  ['A4', 'A4'],
  ['T9/2025', 'T9/2025'],
  ['mức', 'mức'],
  ['MƯC1', 'MỨC 1'],
  ['MUƯC2', 'MỨC 2'],
  ['mục1', 'mục 1'],
  ['MUC', 'MỨC'],
  ['Múc', 'Múc'],
  ['QĐ15', 'QĐ15'],
])('%s -> %s', (word, mended) => {
  expect(withBlankBeforeNumber(word)).toBe(mended);
});

test.each([
  ['HọckỳI!', 'Học kỳ II'],
  ['kỳI', 'kỳ I'],
  ['HKI|', 'HKII'],
  ['I!,', 'II,'],
  ['Il', 'II'],
  ['l', 'l'],
  ['kỳ!', 'kỳ!'],
  ['kỳIl', 'kỳ II'],
  ['lI', 'II'],
  ['đi!', 'đi!'],
  ['HKI', 'HKI'],
])('%s -> %s', (word, mended) => {
  expect(withRomanStrokes(word)).toBe(mended);
});
