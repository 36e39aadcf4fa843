import { fold, squash } from '#core/kernel/text.ts';
import type { Cell } from '../block.ts';
import type { ColumnField } from './column-field.ts';
import type { GridRow } from './grid.ts';
import { flatText } from './grid.ts';

/** What the rows and headings above an item say about it. */
export interface Context {
  levels: number[];
  standard: string | null;
  criterion: string | null;
  criterionText: string | null;
  /** When the rows below are done: "Tháng 9/2026" over the whole width. */
  time?: string | null;
}

export const NO_CONTEXT: Context = { levels: [], standard: null, criterion: null, criterionText: null };

/** "Bảng 2. Các tiêu chí phấn đấu đạt" in front of "Mức 2". */
const CRITERIA_OF =
  '(?:nhom |(?:(?:nhom|noi dung|ke hoach|cai tien|khac phuc|doi voi|cac|nhung) )*tieu chi (?:(?:can|phan dau|chua|da|de|dat|duy tri) )*)?';
const LEVELS = new RegExp(
  `^(?:bang (?:so )?\\d{1,2}\\s*[.:)-]?\\s*)?(?:(?:[ivx\\d]+|[a-z])[.,)]\\s*)?${CRITERIA_OF}muc(?: do)?\\s*:?\\s*(\\d(?:\\s*(?:,|;|va|-|&|\\+)\\s*(?:muc\\s*)?\\d)*)\\s*[.:]?$`,
);
const STANDARD =
  /^(?:(?:[ivx]+|\d{1,2}(?:\.\d{1,2})*|[a-z])\s*[.,):/-]\s*)?tieu chuan\s*:?\s*(\d+|[iv]{1,3})\b(?!\s*[.,]\s*\d)/;
const ROMAN: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
/** "Nội dung 2.", "a)", "-" in front of what a heading names. */
const LABELS =
  '(?:(?:muc|noi dung|van de|phieu|phan)\\s+(?:so\\s+)?(?:\\d{1,2}|[ivx]+)\\s*[.:)-]?\\s*)?(?:(?:[ivx]+|\\d{1,2}(?:\\.\\d{1,2})*|[a-z]|[-+*•·])\\s*[.,):/-]?\\s*)?';
const CRITERION = new RegExp(`^${LABELS}(?:tieu chi|tc)\\s*:?\\s*(\\d+)\\s*\\.\\s*(\\d+)\\b`);
/** "Tiêu chí 3 Tiêu chuẩn 1", "Tiêu chuẩn 1 - Tiêu chí 3": the criterion by its number within the standard. */
const WITHIN = [
  new RegExp(
    `^${LABELS}tieu chi\\s*:?\\s*(?<criterion>\\d{1,2})\\s*[,;(-]?\\s*(?:(?:cua|thuoc)\\s+)?tieu chuan\\s*:?\\s*(?<standard>\\d)\\b(?!\\s*[.,]\\s*\\d)`,
  ),
  new RegExp(
    `^${LABELS}tieu chuan\\s*:?\\s*(?<standard>\\d)\\s*[,;.:-]?\\s*tieu chi\\s*:?\\s*(?:\\d\\s*\\.\\s*)?(?<criterion>\\d{1,2})\\b(?!\\s*[.,]\\s*\\d)`,
  ),
];
const BARE_CRITERION = /^(\d)\.(\d{1,2})(?=\s*[.:)-]|\s+\p{L}|$)/u;

/** The levels that a heading or group row names alone: "MỨC 1, 2, 3" -> [1, 2, 3]; null for any other text. */
export function levelsIn(text: string): number[] | null {
  return levelsNamed(fold(text));
}

function levelsNamed(words: string): number[] | null {
  const match = LEVELS.exec(words);
  return match === null ? null : [...match[1]!.matchAll(/\d/g)].map(Number);
}

/** "1" of "2, Tiêu chuẩn 1: …", when the text begins so. */
export function standardIn(text: string): string | null {
  return standardNamed(fold(text.replace(SIGN, '')));
}

function standardNamed(words: string): string | null {
  const named = STANDARD.exec(words)?.[1];
  return named === undefined ? null : (ROMAN[named] ?? named);
}

/** "1.5" of "Tiêu chí 1.5: …", when the text begins so; `bare` also takes "1.5. Tổ chức …". */
export function criterionIn(text: string, bare = false): string | null {
  return criterionNamed(fold(text.replace(SIGN, '')), bare);
}

function criterionNamed(words: string, bare: boolean): string | null {
  const match = CRITERION.exec(words) ?? (bare ? BARE_CRITERION.exec(words) : null);
  return match === null ? criterionWithin(words) : `${match[1]}.${match[2]}`;
}

/** "1.3" of words that begin with "tieu chi 3 tieu chuan 1". */
export function criterionWithin(words: string): string | null {
  if (!words.includes('tieu chuan') || !words.includes('tieu chi')) return null;
  const named = WITHIN.map((each) => each.exec(words)?.groups).find((groups) => groups !== undefined);
  return named === undefined ? null : `${named.standard}.${named.criterion}`;
}

/** What a copied page leaves of a bookmark: "[bookmark: dieu_18]Tiêu chuẩn 2: …". */
const BOOKMARK = /^\s*\[bookmark:[^\]]*\]\s*/i;

/** "✅ Tiêu chí 1.3", as in a chat. */
const SIGN = /^(?:\s|\p{Extended_Pictographic}|\uFE0F)+/u;

/** Words without which no heading names a level, standard or criterion; most lines have none. */
const NAMES = /ti[eê]u|m[uứ]c|tc|^\s*\d/iu;

/** The context below a heading or group row, or null when the text says nothing of the kind. */
export function enter(context: Context, line: string, bare = false): Context | null {
  if (!NAMES.test(line)) return null;
  const text = line.replace(BOOKMARK, '').replace(SIGN, '');
  const words = fold(text);
  const levels = levelsNamed(words);
  if (levels !== null) return { ...NO_CONTEXT, levels };
  const criterion = criterionNamed(words, bare);
  if (criterion !== null) {
    return { ...context, standard: criterion.split('.')[0]!, criterion, criterionText: squash(text) };
  }
  const standard = standardNamed(words);
  if (standard !== null) return { ...context, standard, criterion: null, criterionText: null };
  return null;
}

const TIME_WORD =
  /^(?:\d{1,2}(?:\/\d{1,4})?|\d{4}(?:-\d{4})?|i{1,3}|iv|thang|t\d{1,2}(?:\/\d{4})?|quy|hoc|ky|ki|hk[12i]{0,2}|nam|he|dau|cuoi|giua|ca|trong|tu|den|va|-)$/;

/** "Giai đoạn 1 (tháng 9 - 12/2025)", "Đợt II: học kỳ II": the number of a period tells no time, what stands behind it does. */
const COUNTED_PERIOD =
  /^(?:giai đoạn|đợt|chặng|kỳ)\s+(?:thứ\s+)?(?:\d{1,2}|[ivx]{1,4}|nhất|hai|ba)\s*(?:\((.+)\)|[:.,–-]\s*(.+))$/iu;

/** "Tháng 9/2026", "II. Học kỳ II" alone over rows: when they are done, in the words of the row; null for any other words. */
export function timeOfGroup(text: string): string | null {
  const typed = squash(text)
    .replace(/^(?:[IVX]{1,5}|\d{1,2}|[A-Z])[.)]\s+/u, '')
    .replace(COUNTED_PERIOD, '$1$2')
    .replace(/\s*:$/, '');
  const words = fold(typed)
    .replace(/\s*-\s*/g, ' - ')
    .split(/[\s,;&()]+/)
    .filter((word) => word !== '');
  const names = words.some((word) => /^(?:thang|t\d|quy|ky|ki|hk|he)/.test(word));
  return names && words.length <= 14 && words.every((word) => TIME_WORD.test(word)) ? typed : null;
}

/** The one cell that a group row consists of, its number aside: "1 | Tiêu chuẩn 1: …"; null for an ordinary row. */
export function groupCell(row: GridRow, fields: (ColumnField | null)[]): Cell | null {
  const filled = row.ownCells;
  const others = filled.filter(
    (cell) => fields[cell.column] !== 'number' || cell.columnSpan > 1 || !isNumber(flatText(cell)),
  );
  const [only] = others;
  if (only === undefined || others.length > 1) return null;
  if (row.fromAbove.size > 0 && only.columnSpan === 1) return null;
  return only;
}

function isNumber(text: string): boolean {
  return /^(\d{1,3}|[IVX]{1,5}|[A-Z])[.)]?$/.test(text);
}

/** Longest name of a group of rows, in characters. */
const LONGEST_GROUP = 90;

/**
 * Whether the only words of a row, in a cell of its own width, are the name of the rows below: "III | Chuyên môn | | |". A row of
 * the plan would say what is done, or carry a number as rows do.
 */
export function namesGroup(row: GridRow, fields: (ColumnField | null)[]): boolean {
  const [first, ...rest] = row.ownCells;
  if (first === undefined || fields.length < 4 || row.fromAbove.size > 0) return false;
  const named = rest.at(-1) ?? first;
  const text = flatText(named);
  const isName =
    text.length <= LONGEST_GROUP && /^[\p{Lu}\d]/u.test(text) && !/[.;!?]$/.test(text) && /\p{L}{2}/u.test(text);
  if (!isName || named.paragraphs.length > 1) return false;
  const numbered = rest.length > 0;
  if (numbered) return /^([IVX]{1,5}|[A-Z])[.)]?$/.test(flatText(first));
  const bold = named.paragraphs.every(({ style }) => style.bold === true);
  const field = fields[named.column];
  return (
    bold ||
    field === 'number' ||
    (field === 'need' && fields.includes('action') && fields.includes('number')) ||
    GROUP_LABEL.test(text)
  );
}

/** "II. Cơ sở vật chất", "B) Chuyên môn" */
const GROUP_LABEL = /^(?:[IVX]{1,5}|[A-Z])[.)/]\s*\p{L}/u;
