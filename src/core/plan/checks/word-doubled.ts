import type { CheckRule, Fault } from './check-rule.ts';
import type { Passage } from './passage.ts';
import { quoted } from './quoted.ts';
import { isCompound, REDUPLICATIONS } from './vietnamese-words.ts';

export const wordDoubled: CheckRule = {
  id: 'word-doubled',
  severity: 'hint',
  title: { vi: 'Lặp từ do gõ nhầm', en: 'Word repeated by mistake' },
  explanation: {
    vi: 'Một từ hoặc hai từ liền nhau bị gõ hai lần. Từ láy (luôn luôn, thường thường, dần dần), tên riêng và chỗ hai từ ghép gặp nhau (năm học học sinh) không bị báo.',
    en: 'A word or a pair of words typed twice. Reduplication, names and the meeting of two compounds are left alone.',
  },
  example: 'ngày ngày 15 tháng 8 năm 2020',
  check: ({ passages }) =>
    passages
      .filter(({ part, field }) => part !== 'signature' && field !== 'owners')
      .filter(({ lower }) => mayRepeat(lower))
      .flatMap((passage) => [...doubledWords(passage), ...doubledPairs(passage)]),
};

/** Quick look, by a number for each word: one like the word before it, or two in a row like the two before them. */
function mayRepeat(lower: string): boolean {
  let word = 0;
  let last = 0;
  let before = 0;
  let pairBegins = false;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = at < lower.length ? lower.charCodeAt(at) : BLANK;
    // A class is no word: "1a" is not "a".
    if (isLetter(code) || (word === 0 && isDigit(code))) {
      word = (word * 31 + code) | 0;
      continue;
    }
    if (word !== 0) {
      const again = word === before;
      if (word === last || (again && pairBegins)) return true;
      before = last;
      last = word;
      word = 0;
      pairBegins = again;
    }
    // What stands between two words parts them.
    if (code !== BLANK) last = before = 0;
  }
  return false;
}

const BLANK = 32;

/** Letters of Vietnamese and marks; signs from "–" on are none, and scripts beyond them do not matter here. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const WORD = /[\p{L}\p{M}]+|\d+|[^\s\p{L}\p{M}\d]+/gu;

function doubledWords(passage: Passage): Fault[] {
  const words = passage.text.match(WORD) ?? [];
  const faults: Fault[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const [before = '', first = '', second = '', after = ''] = [words[at - 2], words[at - 1], words[at], words[at + 1]];
    if (!sameWord(first, second) || isMeant({ before, first, second, after })) continue;
    if (at + 1 < words.length && sameWord(second, after)) at += 1;
    const quote = [before, first, second, after].filter((word) => /[\p{L}\d]/u.test(word)).join(' ');
    faults.push(fault(passage, `${first} ${second}`, first, quote));
  }
  return faults;
}

function doubledPairs(passage: Passage): Fault[] {
  const words = passage.text.match(WORD) ?? [];
  const faults: Fault[] = [];
  for (let at = 3; at < words.length; at += 1) {
    const [a = '', b = '', c = '', d = ''] = words.slice(at - 3, at + 1);
    if (!sameWord(a, c) || !sameWord(b, d) || sameWord(a, b)) continue;
    if (isName(c, d) || REDUPLICATIONS.has(`${a} ${b}`.toLowerCase())) continue;
    faults.push(fault(passage, `${a} ${b} ${c} ${d}`, `${a} ${b}`, `${a} ${b} ${c} ${d}`));
    at += 1;
  }
  return faults;
}

function fault(passage: Passage, doubled: string, once: string, context: string): Fault {
  return {
    where: passage.at(doubled),
    message: doubled === context ? `Lặp từ ${quoted(doubled)}.` : `Lặp từ ${quoted(doubled)} trong ${quoted(context)}.`,
    suggestion: once,
  };
}

function sameWord(a: string, b: string): boolean {
  return /^[\p{L}\p{M}]+$/u.test(a) && a.toLowerCase() === b.toLowerCase();
}

interface Doubled {
  before: string;
  first: string;
  second: string;
  after: string;
}

function isMeant({ before, first, second, after }: Doubled): boolean {
  if (isName(first, second)) return true;
  // "hội đồng trường Trường Mầm non …": the second begins a name.
  if (first !== second && isCapitalised(second) && isCapitalised(after)) return true;
  if (first !== second && isCapitalised(second) && NAME_OPENERS.has(second.toLowerCase())) return true;
  const word = first.toLowerCase();
  const next = after.toLowerCase();
  if (REDUPLICATIONS.has(word)) return !isOneTyped(word, before.toLowerCase(), next);
  const opensCompound = isCompound(word, next);
  if (!opensCompound) return false;
  const standsAlone = GROUPS.has(word) && COUNTED.has(before.toLowerCase());
  return isCompound(before.toLowerCase(), word) || (first !== word && second === word) || standsAlone;
}

/** "Các tổ tổ chức", "mỗi hội hội ý": a group of people, and a word that begins like it. */
const GROUPS = new Set(['tổ', 'hội', 'ban', 'đội', 'đoàn', 'khối', 'nhóm', 'bộ', 'phòng', 'trường']);
const COUNTED = new Set(['các', 'mỗi', 'từng', 'những', 'mọi', 'toàn', 'cả', 'hai', 'ba', 'do', 'trong']);

/** Small letters and then a capital: the name of a school or body begins. */
const NAME_OPENERS = new Set(['trường', 'hội', 'ban', 'phòng', 'sở', 'bộ', 'tổ', 'đoàn', 'đội']);

/** "An An", "Thu Thu": capitals inside a sentence, of words that are not common ones. */
function isName(first: string, second: string): boolean {
  return isCapitalised(first) && isCapitalised(second) && !COMMON.has(second.toLowerCase());
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word) && word.length > 1;
}

const COMMON = new Set(
  'trường hiệu phòng sở bộ ban hội tổ giáo căn kế ngày tháng năm thông quyết tiêu số ủy uỷ nhân đảng công các và của'.split(
    ' ',
  ),
);

/** A pair that is reduplication elsewhere, but not here: "ngày ngày 15", "một lớp lớp", "từ từ tháng 9". */
function isOneTyped(word: string, before: string, after: string): boolean {
  if (word === 'ngày' || word === 'tháng' || word === 'năm') return /^\d/.test(after);
  if (word === 'từ') return /^(?:\d|tháng|ngày|năm|đầu|khi)/u.test(after);
  if (word === 'lớp' || word === 'nhà' || word === 'người') return /^(?:một|mỗi|các|những|từng|của|\d+)$/u.test(before);
  return false;
}
