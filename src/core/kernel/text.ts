/**
 * Text as people type it, made comparable. Vietnamese files mix composed and decomposed letters (NFC, NFD), no-break spaces,
 * several dashes, and Ð (U+00D0, Icelandic) or Ɖ (U+0189) where Đ (U+0110) is meant. Normalising happens before matching; the
 * original is kept beside it.
 */

import { remember } from './remember.ts';

const LOOKALIKE_D = /[\u00D0\u0189]/g;
const BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
const INVISIBLE = /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/g;

/** Anything but the letters, marks and punctuation that `normalise` leaves as they are: most texts have none and pass untouched. */
const UNUSUAL = /[^\n -~\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u017F\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u2010-\u2027]/;

/** NFC, plain spaces, no invisible characters, Đ for its look-alikes. Line breaks are kept. */
export function normalise(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(LOOKALIKE_D, 'Đ')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n');
}

/** `normalise`, every run of blanks and line breaks as one space, trimmed. */
export function squash(text: string): string {
  return oneLine(normalise(text));
}

/** `squash` for a text that is normal already. */
export function oneLine(text: string): string {
  return LOOSE.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

const LOOSE = /[^\S ]| {2}|^ | $/;

/** For comparing and searching: squashed, lower case, every dash as "-", curly quotes straight. Tones are kept. */
export function plain(text: string): string {
  return squash(text)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201C\u201D]/g, '"');
}

/** `plain` without tones and marks: "Dân chủ" -> "dan chu", "Đội" -> "doi". Remembered: each line of a plan is compared many times. */
export const fold = remember(foldAnew);

function foldAnew(text: string): string {
  if (text.length > LONG) return foldSlowly(text);
  const codes: number[] = [];
  let last = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = foldedCode(text.charCodeAt(at));
    if (code === STRANGE) return foldSlowly(text);
    if (code !== SPACE || last !== SPACE) codes.push(code);
    last = code;
  }
  if (last === SPACE) codes.pop();
  return String.fromCharCode(...codes);
}

function foldSlowly(text: string): string {
  return plain(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}

/** A call takes so many arguments at most. */
const LONG = 4096;
const SPACE = 32;
/** Not a letter by itself: it is left to `foldSlowly`. */
const STRANGE = 0xffff;

/** Letters that are one letter when folded, learnt as they come; reading a plan folds each of its cells several times. */
const folded = new Uint16Array(0x2028);

function foldedCode(code: number): number {
  return code < folded.length ? (folded[code] ||= foldLetter(String.fromCharCode(code))) : STRANGE;
}

function foldLetter(letter: string): number {
  return UNUSUAL.test(letter) ? STRANGE : foldSlowly(`x${letter}x`).charCodeAt(1);
}

/** The pieces of a cell or paragraph that stand on lines of their own, trimmed, without blank ones. */
export function lines(text: string): string[] {
  const pieces: string[] = [];
  for (const line of normalise(text).split('\n')) {
    const piece = line.includes('  ') ? line.replace(/ +/g, ' ').trim() : line.trim();
    if (piece !== '') pieces.push(piece);
  }
  return pieces;
}

const UNSTORABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** What no database and no document can hold (control characters, halves of letters) is left out; all else is kept as typed. */
export function storable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSTORABLE, '');
}

/** Of a name and whatever else is one line: what can be stored, `squash`ed. Nothing in it that cannot be seen. */
export function typedLine(text: string): string {
  return squash(storable(text));
}

/** `storable` and trimmed, of words on several lines: every letter as typed, nothing when there is nothing to see. */
export function typedWords(text: string): string {
  const words = storable(text).trim();
  return isBlank(words) ? '' : words;
}

/** Whether there is nothing to see: blanks, invisible and control characters only. */
export function isBlank(text: string): boolean {
  return typedLine(text) === '';
}
