import { readFileSync } from 'node:fs';
import { printable } from './docx-paragraphs.ts';
import { REGULAR } from './fonts.ts';
import { lettersOf } from './font-letters.ts';

let known: Set<number> | null = null;

/** Signs for which people take a picture font, and what the print font has for them. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/[✓✔☑✅\u{F0FC}\u{F0FE}]/u, '√'],
  [/[➢➤➔►❖◆♦✦❑\u{F0B7}\u{F0D8}\u{F0A7}\u{F076}\u{F0E0}]/u, '•'],
];
/** Letters without shape that only steer the setting; a PDF has no place for them. The blank of no width stays. */
const STEERING = /(?![\u200B])[\p{Cf}\p{Cc}\uFE00-\uFE0F](?<![\n\t])/gu;
const MISSING = '□';

/**
 * The text in letters that the print font has: composed, signs of picture fonts by their nearest, any other by an empty box. An archive
 * file (PDF/A) may not hold a letter without shape.
 */
export function inPrintLetters(text: string): string {
  const letters = (known ??= lettersOf(readFileSync(REGULAR)));
  const clean = printable(text)
    .normalize('NFC')
    .replace(STEERING, '')
    .replace(/[\t\u2028\u2029]/g, ' ');
  let made = '';
  for (const letter of clean) {
    const code = letter.codePointAt(0)!;
    made += code === 0x0a || code === 0x200b || letters.has(code) ? letter : insteadOf(letter);
  }
  return made;
}

function insteadOf(letter: string): string {
  return INSTEAD.find(([signs]) => signs.test(letter))?.[1] ?? MISSING;
}
