import { isCutWord } from './blocks-cut-words.ts';

/**
 * Lines that a program broke for want of room, put together again. Pure text rules, shared by text files, PDF and scans.
 */

/** "1.", "12)", "a)", "IV.", "-", "+", "*", "•", and the little pictures that people set before lines in a chat: what begins a paragraph of its own. */
const LIST_MARK =
  /^(?:[-–—+*•·▪●○◦➢❖✓☑☐→]\s*\S|\p{Extended_Pictographic}|\d\uFE0F?\u20E3|\(?\d{1,2}[.)](?!\d)|\d{1,2}\.\d{1,2}[.:)]?\s|\(?[a-zđ]\)|[a-zđA-ZĐ]\.\s|[IVX]{1,5}[.)]\s)/u;

/** Words that open a row or a heading of a plan and never stand at the start of a wrapped line by chance. */
const OPENING = /^(?:Tiêu chuẩn|Tiêu chí|Điều|Chương|Phần|Mục)\s+[\dIVX]/u;

export function startsParagraph(line: string): boolean {
  return LIST_MARK.test(line) || OPENING.test(line);
}

/** "1.1 của tiêu chuẩn", "– 5/2026", "1." alone, "Điều 5": a wrapped line that only looks like an item of a list. */
export function isNumberRunningOn(text: string): boolean {
  if (/^(?:Điều|Mục) \d/u.test(text)) return true;
  return /^(?:[-–—]\s*\d|\(?\d{1,2}[.)]$)/.test(text) || /^\(?\d{1,2}(?:\.\d{1,2})?[.):]?\s+\p{Ll}/u.test(text);
}

export function endsSentence(line: string): boolean {
  return /[.;:!?…][”"’')\]]*$/u.test(line);
}

export function startsLowerCase(line: string): boolean {
  return /^["“‘'(]?\p{Ll}/u.test(line);
}

/** Joined by a blank; by nothing after a hyphen inside a number or a code ("2024-" "2025", "GDĐT-" "KH"), a slash or before punctuation. */
export function joinWrapped(above: string, below: string): string {
  return above + jointOf(above.slice(-LONGEST_WORD), below) + below;
}

/** Letters at the end of a line that decide how the next one is joined: a paragraph grows by thousands of lines, its last word does not. */
const LONGEST_WORD = 300;

function jointOf(above: string, below: string): '' | ' ' {
  if (above === '' || below === '') return '';
  // A program says itself by a blank without width that a word may be broken there.
  if (above.endsWith('\u200B') || below.startsWith('\u200B')) return '';
  if (/[\p{L}\p{N}][-–/]$/u.test(above) && /^[\p{L}\p{N}]/u.test(below)) return '';
  if (/^\/\p{L}/u.test(below) && /\p{N}$/u.test(above)) return '';
  // The currency stands right behind its sum: "2.000.000" "đ (quỹ lớp)".
  if (/\d{3}$/.test(above) && /^đ(?![\p{L}\d])/u.test(below)) return '';
  if (isCutAddress(above, below)) return '';
  if (isCutWord(above, below)) return '';
  return ' ';
}

/** "https://" "truong.edu.vn", "mn.hoasen@" "xa.edu.vn": an address goes on behind its signs, if not with a sentence of its own. */
function isCutAddress(above: string, below: string): boolean {
  if (/(?:^|\s)[a-z\d._-]*[a-z\d][._-]$/i.test(above) && /^[a-z\d._-]+@/i.test(below)) return true;
  if (/[a-z\d]{3,}\.[a-z]{2,}\.$/.test(above) && /^[a-z]{2,}(?:[/\s]|$)/.test(below)) return true;
  if (/[a-z\d]\.$/.test(above) && /^[a-z\d-]+\.[a-z]{2,}(?:[/\s]|$)/.test(below)) return true;
  const address = /(?:https?:\/\/|www\.|\S@)\S*$/iu.exec(above)?.[0];
  return address !== undefined && /[/.@?=&_#-]$/.test(address) && /^[a-z0-9]/.test(below);
}

/** Words that a number must follow, wherever the line broke. */
export function wantsNumber(line: string): boolean {
  return /(?:^|\s)(?:tiêu chí|tiêu chuẩn|tháng|ngày|năm|điều|số|mức)$/iu.test(line);
}
