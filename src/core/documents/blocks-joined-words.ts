import { isSyllable } from './blocks-cut-words.ts';

/** Letters run together; shorter ones hold hardly two words. */
const LETTERS = /\p{L}{4,24}/gu;
/** Without a mark it may be a name or an address from elsewhere. */
const MARK = /[\u0300-\u036F\u0111]/u;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MOST_WORDS = 7;

/**
 * "Hiệutrưởng", "GVphụtrách": in narrow print the blanks between words are lost when letters are recognised. Every Vietnamese word is one
 * syllable, so letters that are none, but some syllables one behind the other, are those. Where two words can be parted in several ways the
 * consonants begin the second one ("Bíthư", not "Bít hư"); with "ng" nobody can tell ("thángan"), and the letters stay as they are.
 */
export function withBlanksBetweenWords(text: string): string {
  return text.replace(LETTERS, (letters) => {
    const [, short = '', words = letters] = /^(\p{Lu}{2,})(\p{Ll}{2,})$/u.exec(letters) ?? [];
    const marked = MARK.test(words.toLowerCase().normalize('NFD'));
    if (!marked || !/^(?:\p{Lu}+|\p{Lu}?\p{Ll}+)$/u.test(words) || isWord(letters)) return letters;
    for (let count = 1; count <= MOST_WORDS; count += 1) {
      const parts = partsOf(words, count);
      if (parts !== null) return short === '' ? parts.join(' ') : [short, ...parts].join(' ');
    }
    return letters;
  });
}

function isWord(letters: string): boolean {
  return letters.length > 1 && isSyllable(letters) && (letters.normalize('NFD').match(TONE)?.length ?? 0) < 2;
}

/** So many words; null when there are no such, or none can tell which. */
function partsOf(letters: string, count: number): string[] | null {
  if (count === 1) return isWord(letters) ? [letters] : null;
  for (let at = 2; at <= letters.length - 2; at += 1) {
    const first = letters.slice(0, at);
    // Vowels side by side are one.
    const mayEnd = isWord(first) && !(isVowel(letters[at - 1]!) && isVowel(letters[at]!));
    const rest = mayEnd ? partsOf(letters.slice(at), count - 1) : null;
    if (rest !== null) return isUnsure(letters, at) ? null : [first, ...rest];
  }
  return null;
}

function isVowel(letter: string): boolean {
  return /^[aeiouy]/i.test(letter.normalize('NFD'));
}

/** "số|người" is "sống|ười" as well. */
function isUnsure(letters: string, at: number): boolean {
  const next = letters.slice(at).toLowerCase();
  return (
    (next.startsWith('ng') || (next.startsWith('g') && /n$/i.test(letters.slice(0, at)))) &&
    isWord(letters.slice(0, at + 1))
  );
}
