import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BOLD, BOLD_ITALIC, ITALIC, REGULAR } from './fonts.ts';
import { lettersOf } from './font-letters.ts';
import { inPrintLetters } from './pdf-letters.ts';

const VIETNAMESE = 'ĂÂĐÊÔƠƯăâđêôơưẾềỔỡỰỵẶậ–—“”…•√□0123456789%';

test('every Vietnamese letter has a shape in each of the four fonts, which know the same letters', () => {
  const regular = lettersOf(readFileSync(REGULAR));
  for (const letter of VIETNAMESE) expect(regular.has(letter.codePointAt(0)!), letter).toBe(true);
  for (const file of [ITALIC, BOLD, BOLD_ITALIC]) {
    const other = lettersOf(readFileSync(file));
    expect([...regular].filter((letter) => !other.has(letter))).toEqual([]);
  }
  expect(inPrintLetters(VIETNAMESE)).toBe(VIETNAMESE);
});

test('signs of picture fonts by their nearest, other unknown letters by a box, steering letters by nothing', () => {
  expect(inPrintLetters('✓ Đạt \u{F0B7} việc')).toBe('√ Đạt • việc');
  expect(inPrintLetters('👍 語')).toBe('□ □');
  expect(inPrintLetters('a\u202Eb\u200Dc\u0000\tđ\nê\u200Bx')).toBe('abc đ\nê\u200Bx');
  expect(inPrintLetters('ế'.normalize('NFD'))).toBe('ế');
});
