import type { TextStyle } from './block.ts';
import { draftParagraph, type DraftParagraph } from './blocks-draft.ts';
import { isCutForSure, isCutWord, isDashOfName } from './blocks-cut-words.ts';
import { fractionsOf, median, unite, type PageGeometry, type Rect } from './blocks-geometry.ts';
import {
  endsSentence,
  isNumberRunningOn,
  joinWrapped,
  startsLowerCase,
  startsParagraph,
  wantsNumber,
} from './blocks-lines.ts';
import type { TextLine } from './blocks-text-lines.ts';

/** Where lines may run: a cell without its padding, or the body of a page. */
export interface Column {
  left: number;
  right: number;
  /** Distance of baselines inside a paragraph. */
  leading: number;
  /** Where the text sets its paragraphs apart: the distance of baselines, in font sizes, from which a line begins one. */
  apartFrom?: number | null;
}

/** A paragraph with its lines, so that it can be continued on the next page. */
export interface LaidParagraph {
  lines: TextLine[];
  column: Column;
}

/** The room of some lines: as wide as the rectangle less the padding that the lines themselves show. */
export function columnOf(lines: readonly TextLine[], rect: Rect): Column {
  const padding = Math.min(8, Math.max(0, Math.min(...lines.map((line) => line.left)) - rect.left));
  return { left: rect.left + padding, right: rect.right - padding, leading: leadingOf(lines) };
}

export function leadingOf(lines: readonly TextLine[]): number {
  const steps = lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
  const usual = steps
    .filter((step, index) => step > 0.6 * (lines[index]?.size ?? 12) && step < 2.2 * (lines[index]?.size ?? 12))
    .sort((a, b) => a - b);
  return usual[Math.floor(usual.length / 4)] ?? 1.3 * median(lines.map((line) => line.size));
}

export function paragraphsOfLines(lines: readonly TextLine[], column: Column): LaidParagraph[] {
  const paragraphs: LaidParagraph[] = [];
  for (const line of lines) {
    const current = paragraphs.at(-1);
    if (current && !begins(current.lines, line, column, true)) current.lines.push(line);
    else paragraphs.push({ lines: [line], column });
  }
  return paragraphs;
}

/** Whether a paragraph that ended a page goes on with the first line of the next one. */
export function continuesOverPage(above: LaidParagraph, below: LaidParagraph): boolean {
  const line = below.lines[0];
  return line !== undefined && !begins(above.lines, line, above.column, false);
}

/** Whether a line begins a paragraph of its own below the lines of another. */
function begins(above: readonly TextLine[], line: TextLine, column: Column, samePage: boolean): boolean {
  const previous = above.at(-1)!;
  const goesOn =
    !endsSentence(previous.text) &&
    (startsLowerCase(line.text) || (wantsNumber(previous.text) && /^\d/.test(line.text)));
  if (RECIPIENTS.test(line.text)) return true;
  if (isCutForSure(previous.text, line.text)) return false;
  const apart = samePage ? isSetApart(previous, line, column) : null;
  if (apart !== null) return apart;
  const broken = wouldHaveFitted(previous, line, column);
  if (!broken && (isCutWord(previous.text, line.text) || isDashOfName(previous.text, line.text))) return false;
  if (Math.abs(previous.size - line.size) > 0.15 * line.size && !goesOn) return true;
  const far = samePage && line.baseline - previous.baseline > 1.25 * column.leading + 1;
  if (far && line.baseline - previous.baseline > 2.4 * column.leading) return true;
  if (goesOn && !(broken && startsParagraph(line.text))) return false;
  if (arePair(above[0]!.text, line.text)) return true;
  if (far || broken || previous.bold !== line.bold || endsCapitals(previous.text, line.text)) return true;
  if (startsParagraph(line.text)) return !isNumberRunningOn(line.text) || endsSentence(previous.text);
  return isIndented(above, line, column);
}

/** "Thời gian: Tháng 11/2024" above "Kinh phí: 36 triệu đồng": facts, each on a line that begins with its name. */
const LABELLED = /^\p{Lu}\p{Ll}+(?:\s\p{L}+){0,4}\s?:/u;

/** Who gets the document stands below its text, whatever the distance. */
const RECIPIENTS = /^Nơi nhận\s*:/u;

/** What the distance of two lines says where it tells paragraphs apart; null where it does not. */
function isSetApart(previous: TextLine, line: TextLine, column: Column): boolean | null {
  const size = Math.max(previous.size, line.size);
  if (!column.apartFrom || Math.abs(previous.size - line.size) > 0.15 * size) return null;
  if (line.baseline - previous.baseline > column.apartFrom * size) return true;
  return isBrokenEarly(previous, line, column, 3) || previous.bold !== line.bold ? null : false;
}

/** The line ends so early that somebody broke it on purpose: `spare` font sizes are left beside the room of the next word. */
export function isBrokenEarly(previous: TextLine, line: TextLine, column: Column, spare: number): boolean {
  return roomAfter(previous, column) > line.firstWord + spare * previous.size;
}

/** Two names of a letterhead, or two facts, one below the other. */
function arePair(above: string, below: string): boolean {
  return (GOVERNING.test(above) && SCHOOL.test(below)) || (LABELLED.test(above) && LABELLED.test(below));
}

const GOVERNING = /^(?:UBND|ỦY BAN|UỶ BAN|PHÒNG|SỞ|TỈNH|THÀNH PHỐ|QUẬN|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG)(?:\s|$)/u;
const SCHOOL = /^(?:TRƯỜNG|TRUNG TÂM)\s\p{Lu}{2}/u;

/** A heading in capitals above a line that is not. */
function endsCapitals(above: string, below: string): boolean {
  return above.length >= 10 && above.includes(' ') && !/\p{Ll}|[,;]$/u.test(above) && /\p{Ll}/u.test(below);
}

/** The line above ends so early that the first word below had room there: somebody broke the line on purpose. */
function wouldHaveFitted(previous: TextLine, line: TextLine, column: Column): boolean {
  return roomAfter(previous, column) > line.firstWord + 0.4 * previous.size + 1;
}

function roomAfter(line: TextLine, column: Column): number {
  // A centred line has half of its room on the left, one set to the right all of it.
  return isCentred(line, column) || isFlushRight(line, column)
    ? column.right - column.left - (line.right - line.left)
    : column.right - line.right;
}

/** A first line set in, from the lines above or as theirs was; a hanging indent below a list mark is none. */
function isIndented(above: readonly TextLine[], line: TextLine, column: Column): boolean {
  const previous = above.at(-1)!;
  const setIn = line.left - column.left > 0.6 * line.size;
  if (setIn && endsSentence(previous.text) && !startsLowerCase(line.text))
    return !isHanging(above) || Math.abs(line.left - above[0]!.left) < 1.5;
  const first = above[0]!;
  const onlyFirst = above.length === 1 || above[1]!.left < first.left - 2;
  const asFirst = setIn && onlyFirst && Math.abs(line.left - first.left) < 1.5;
  if (asFirst && /^\p{Lu}/u.test(line.text)) return true;
  return line.left - previous.left >= 0.6 * line.size && !isHanging(above);
}

/** Lines below a list mark stand under its text. */
function isHanging(above: readonly TextLine[]): boolean {
  const first = above[0]!;
  return startsParagraph(first.text) && (above.length === 1 || above[1]!.left > first.left + 2);
}

function isCentred(line: TextLine, column: Column): boolean {
  const left = line.left - column.left;
  const right = column.right - line.right;
  return (
    left > 0.5 * line.size &&
    !startsParagraph(line.text) &&
    Math.abs(left - right) < Math.max(2.5, 0.012 * (column.right - column.left))
  );
}

export function toDraft(paragraph: LaidParagraph, page: PageGeometry): DraftParagraph {
  const { lines, column } = paragraph;
  const [first, last] = [lines[0]!, lines.at(-1)!];
  return draftParagraph(
    lines.reduce((text, line) => joinWrapped(text, line.text), ''),
    {
      style: styleOf(lines, column, page),
      page: page.number,
      box: fractionsOf(unite(lines), page),
      measured: { roomAfter: roomAfter(last, column) / last.size, firstWord: first.firstWord / first.size },
    },
  );
}

function styleOf(lines: readonly TextLine[], column: Column, page: PageGeometry): TextStyle {
  const style: TextStyle = {};
  if (lines.every((line) => line.bold)) style.bold = true;
  if (lines.every((line) => line.italic)) style.italic = true;
  const size = lines[0]?.size;
  if (size) style.size = Math.round(size * 2) / 2;
  if (lines.every((line) => isCentred(line, column) || isMidPage(line, column, page))) style.align = 'center';
  else if (lines.every((line) => isFlushRight(line, column))) style.align = 'right';
  return style;
}

/** "HIỆU TRƯỞNG" at the right margin. */
function isFlushRight(line: TextLine, column: Column): boolean {
  return line.left - column.left > 0.35 * (column.right - column.left) && column.right - line.right < 4;
}

/** In the middle of a page whose text does not show both margins. */
function isMidPage(line: TextLine, column: Column, page: PageGeometry): boolean {
  const wide = column.right - column.left > 0.5 * page.width;
  return (
    wide && line.left - column.left > 2 * line.size && Math.abs((line.left + line.right) / 2 - page.width / 2) < 2.5
  );
}
