import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { fieldOfHeader, isWeakAction, isWeakness } from './column-field.ts';
import { criterionIn } from './context-row.ts';
import type { Grid, GridRow } from './grid.ts';
import { flatText } from './grid.ts';
import { levelOfHeader } from './level-mark.ts';

/** What the columns of a table hold, and which rows said so. */
export interface Columns {
  /** By grid column; null where the header says nothing known. */
  fields: (ColumnField | null)[];
  /** By grid column, the lowest header text. */
  names?: string[];
  /** By grid column, the month ("9", "10/2025") or term ("học kỳ I") that a column of kind `month` stands for. */
  months?: (string | null)[];
  /** By grid column, the level that a column of kind `levelMark` is ticked for. */
  levels?: (number | null)[];
  /** Đồng that one stands for in the budget column, when its header names a unit: 1000000 for "Kinh phí (triệu đồng)". */
  moneyUnit?: number;
  /** Indexes of the header rows. */
  headerRows: number[];
}

/** Rows at the top in which a header is looked for: a sheet may have a title above its table. */
const DEEPEST_HEADER = 25;

/**
 * The header of a table: the first row in which at least two columns are named and nearly every filled cell is a header word.
 * Rows below belong to it when its own merged cells reach down to them, when they name columns too, or parts of one
 * ("Bắt đầu | Kết thúc" or months under "Thời gian"), or when they only number the columns.
 */
export function headerOf(grid: Grid): Columns | null {
  for (const row of grid.rows.slice(0, DEEPEST_HEADER)) {
    if (!isHeaderRow(row)) continue;
    const rows = [row];
    while (rows.length < MOST_ROWS) {
      const below = grid.rows[row.index + rows.length];
      const goesOn =
        below !== undefined &&
        (reachesDown(row, rows.length) || isSubHeader(rows.at(-1)!, below) || isNumbering(below));
      if (!goesOn) break;
      rows.push(below);
    }
    const headers = headersOf(grid, rows);
    const fields = fieldsOf(grid, rows, headers);
    return {
      fields,
      names: headers.map((texts) => texts.at(-1) ?? ''),
      months: termsApart(headers.map(periodOf)),
      levels: headers.map((texts, column) => (fields[column] === 'levelMark' ? levelOfHeader(texts) : null)),
      moneyUnit: moneyUnitOf(headers[fields.indexOf('budget')] ?? []),
      headerRows: rows.map(({ index }) => index),
    };
  }
  return null;
}

/** A header has at most so many rows: three of names and one of numbers. */
const MOST_ROWS = 4;

/** Whether merged cells of the first header row cover the row that is `depth` below it, while others of its cells are divided there. */
function reachesDown(row: GridRow, depth: number): boolean {
  const own = row.ownCells;
  const divided = own.some((cell) => cell.columnSpan > 1 && cell.rowSpan <= depth);
  return divided && own.filter((cell) => cell.rowSpan > depth).length >= own.length * 0.4;
}

const SAYING = /[\p{L}\p{N}#%]/u;

export function isHeaderRow(row: GridRow): boolean {
  // A dash or a speck says nothing: so a scan may read the name of a narrow column.
  const cells = row.ownCells.filter((cell) =>
    cell.paragraphs.some(({ text, label }) => SAYING.test(text) || SAYING.test(label ?? '')),
  );
  if (cells.length < 2 || !cells.every((cell) => mayHead(flatText(cell)))) return false;
  const texts = cells.map(flatText);
  const named = texts.map(fieldOfHeader).filter((field) => field !== null);
  const marked = texts.filter((text) => mayBeMarked(text) || isYear(text)).length;
  return named.length >= 2 && named.length >= (texts.length - marked) * 0.6 && new Set(named).size >= 2;
}

function mayHead(text: string): boolean {
  return isHeaderText(text) || mayBeMarked(text);
}

/** A month, a term or a level: a column in which rows are marked. */
function mayBeMarked(text: string): boolean {
  return periodOf([text]) !== null || levelOfHeader([text]) !== null;
}

/** A header row that comes again, at the top of a page or of the next group of rows. */
export function repeatsHeader(row: GridRow, columns: Columns): boolean {
  if (!isHeaderRow(row)) return false;
  const cells = row.ownCells;
  const same = cells.filter((cell) => fieldOfHeader(flatText(cell)) === columns.fields[cell.column]);
  return same.length >= cells.length * 0.6;
}

/** Header cells are names, not sentences. */
function isHeaderText(text: string): boolean {
  return (
    text.length <= 90 &&
    !/[.;]$/.test(text) &&
    !/^(?:[-+•]|\d\.\d)/.test(text) &&
    (!/\d{4}|(tiêu chí|tiêu chuẩn|mức)\s+\d/iu.test(withoutYear(text)) || isYear(text))
  );
}

/** "Tiến độ thực hiện năm 2026" is a name as well as "Tiến độ thực hiện". */
function withoutYear(text: string): string {
  const bare = text.replace(/\s+năm (?:học )?\d{4}(?:\s*[-–]\s*\d{4})?$/iu, '');
  return fieldOfHeader(bare) === null ? text : bare;
}

const PART_OF_HEADER = /^(bat dau|ket thuc|tu|den|tu ngay|den ngay|hoan thanh|chu tri|phoi hop|nguoi|don vi)\b/;

function isSubHeader(header: GridRow, below: GridRow): boolean {
  const own = below.ownCells;
  if (own.length === 0 || below.row.header === false) return false;
  const texts = own.map(flatText);
  const underSpan = own.every((cell) => {
    const above = header.cells[cell.column];
    return above !== null && above !== undefined && (above.columnSpan > 1 || flatText(above) === '');
  });
  const named = texts.filter((text) => fieldOfHeader(text) !== null || PART_OF_HEADER.test(fold(text)));
  return texts.every(isHeaderText) && named.length === texts.length && (underSpan || below.fromAbove.size > 0);
}

/** "(1) | (2) | (3)" under a header. */
function isNumbering(row: GridRow): boolean {
  // A narrow column cuts even these: "(1 )".
  const texts = row.ownCells.map((cell) => flatText(cell).replaceAll(' ', ''));
  return (
    row.fromAbove.size === 0 &&
    texts.length >= 3 &&
    texts.every((text, index) => text.replace(/^\(|\)$/g, '') === String(index + 1))
  );
}

function fieldsOf(grid: Grid, rows: GridRow[], headers: string[][]): (ColumnField | null)[] {
  const fields = headers.map(fieldOfColumn);
  // "Nội dung" may as well name the criterion.
  const weak = headers.findIndex((texts) => isWeakAction(texts.join(' ')));
  const otherwise = fields.some((field, column) => column !== weak && (field === 'action' || field === 'need'));
  // Where no other column says what is done, the criterion only stands in front of it.
  if (weak >= 0 && otherwise && !fields.includes('criterion') && namesCriteria(grid, weak, rows))
    fields[weak] = 'criterion';
  // "Mã", "Ký hiệu": a column in front that holds nothing but the numbers of criteria.
  const coded = fields.slice(0, 2).findIndex((field) => field === null);
  if (coded >= 0 && !fields.includes('criterion') && namesCriteria(grid, coded, rows)) fields[coded] = 'criterion';
  if (fields[0] === null && !/\p{L}/u.test(headers[0]!.join('')) && numbersRows(grid, rows)) fields[0] = 'number';
  return settle(fields, headers);
}

/** Whether the first column only counts the rows, whatever a scan made of its name. */
function numbersRows(grid: Grid, header: GridRow[]): boolean {
  const cells = grid.rows.filter((row) => !header.includes(row)).map((row) => row.cells[0] ?? null);
  const texts = cells.flatMap((cell) => (cell === null || cell.columnSpan > 1 ? [] : flatText(cell)));
  return texts.some((text) => text !== '') && texts.every((text) => /^(\d{1,3}[.)]?)?$/.test(text));
}

/** Whether nearly all cells of a column begin with a criterion. */
function namesCriteria(grid: Grid, column: number, header: GridRow[]): boolean {
  const own = grid.rows.filter((row) => !header.includes(row) && !row.fromAbove.has(column));
  const texts = own
    .map((row) => row.cells[column] ?? null)
    .map((cell) => (cell?.columnSpan === 1 ? flatText(cell) : ''));
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.filter((text) => criterionIn(text, true) !== null).length >= 0.8 * filled.length;
}

/** "Kinh phí (triệu đồng)", "ĐVT: nghìn đồng" -> what a bare number in the column is counted in. */
export function moneyUnitOf(header: string[]): number {
  const words = fold(header.join(' '));
  if (/\b(ty|ti) (dong|vnd)|\((ty|ti)\)/.test(words)) return 1e9;
  if (/trieu/.test(words)) return 1e6;
  return /nghin|ngan dong|1\.?000 ?d/.test(words) ? 1e3 : 1;
}

function headersOf(grid: Grid, rows: GridRow[]): string[][] {
  const named = rows.filter((row) => !isNumbering(row));
  return Array.from({ length: grid.columns }, (_, column) => {
    const texts = named.map((row) => flatText(row.cells[column] ?? null));
    return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index);
  });
}

/** "Năm 2025" or "Năm học 2025-2026" above the columns of months. */
function isYear(text: string): boolean {
  return /^nam( hoc)? \d{4}(\s*-\s*\d{4})?$/.test(fold(text));
}

const LONGEST_PERIOD = 40;

/**
 * The month or term of a column that is marked where work is done: "9" for "T9", "10/2025" for "Tháng 10/2025" or for "10" under
 * "Năm 2025", "học kỳ I" for "HK I"; a bare number counts only under a header of times or years.
 */
function periodOf(texts: string[]): string | null {
  const typed = texts.at(-1) ?? '';
  if (typed.length > LONGEST_PERIOD) return null;
  const lowest = fold(typed);
  const term = /^(?:hoc ky|hk)\s*(i{1,2}|[12])$/.exec(lowest)?.[1];
  if (term !== undefined) return `học kỳ ${term === 'i' || term === '1' ? 'I' : 'II'}`;
  const above = texts.slice(0, -1);
  const year = above.map((text) => /\bnam (\d{4})\b/.exec(fold(text))?.[1]).find((found) => found !== undefined);
  const quarter = /^q(?:uy)?\s*(i{1,3}|iv|[1-4])(?:\s*[/-]\s*(\d{4}))?$/.exec(lowest);
  if (quarter !== null)
    return `quý ${quarter[1]!.toUpperCase()}${(quarter[2] ?? year) ? `/${quarter[2] ?? year}` : ''}`;
  const underTime = above.some(
    (text) => fieldOfHeader(text) === 'time' || isYear(text) || /thang|nam thuc hien|giai doan/.test(fold(text)),
  );
  const years = underTime ? /^(?:nam )?((?:19|20)\d\d)$/.exec(lowest) : null;
  if (years !== null) return `năm ${years[1]}`;
  const match = /^(t|thang)?[\s.]*(0?[1-9]|1[0-2]|i{1,3}|i?v|vi{1,3}|i?x|xi{1,2})(\s*[/-]\s*\d{2,4})?$/.exec(lowest);
  if (match === null) return null;
  if (match[1] === undefined && !underTime) return null;
  const own = match[3]?.replace(/\s/g, '').replace('-', '/');
  return `${monthNumber(match[2]!)}${own ?? (year === undefined ? '' : `/${year}`)}`;
}

/** A school year has two terms: of two columns beside each other for the first one, a scan lost a stroke in the name of the second. */
function termsApart(periods: (string | null)[]): (string | null)[] {
  return periods.map((period, column) =>
    period === 'học kỳ I' && periods[column - 1] === period ? 'học kỳ II' : period,
  );
}

const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

function monthNumber(typed: string): number {
  return Number(typed) || ROMAN_MONTHS.indexOf(typed) + 1;
}

/** The lowest header row is the most exact; where it says nothing by itself, the ones above are asked, then all together. */
function fieldOfColumn(texts: string[]): ColumnField | null {
  const lowest = texts.at(-1);
  if (lowest === undefined) return null;
  const above =
    texts
      .slice(0, -1)
      .map(fieldOfHeader)
      .findLast((field) => field !== null) ?? null;
  if (periodOf(texts) !== null) return 'month';
  if (levelOfHeader(texts) !== null) return 'levelMark';
  const own = fieldOfHeader(lowest);
  if (above === 'time' && own !== 'timeStart' && own !== 'timeEnd') return partOfTime(lowest);
  return own ?? above ?? fieldOfHeader(texts.join(' '));
}

function partOfTime(text: string): ColumnField {
  const words = fold(text);
  if (/^(bat dau|tu)\b/.test(words)) return 'timeStart';
  return /^(ket thuc|den|hoan thanh)\b/.test(words) ? 'timeEnd' : 'time';
}

/** Resolves what only the whole header can tell: half a range, a weak "Nội dung" beside a stronger action. */
function settle(fields: (ColumnField | null)[], headers: string[][]): (ColumnField | null)[] {
  const has = (field: ColumnField) => fields.includes(field);
  const strongAction = fields.some((field, column) => field === 'action' && !isWeakAction(headers[column]!.join(' ')));
  const lastNeed = fields.lastIndexOf('need');
  const unknown = has('action') ? -1 : actionUnderAnotherName(fields, headers);
  return fields.map((field, column) => {
    if (field === 'timeStart' && !has('timeEnd')) return 'time';
    // "Hoàn thành trước ngày" gives only an end, "Hoàn thành" is the time as a whole.
    if (field === 'timeEnd' && !has('timeStart') && !/truoc/.test(fold(headers[column]!.at(-1) ?? ''))) return 'time';
    if (field === 'owners' && has('leads')) return 'collaborators';
    // "Người chỉ đạo | Người thực hiện"
    if (field === 'leads' && !has('collaborators') && fields.indexOf('leads') < column) return 'collaborators';
    if (field === 'resources' && has('support') && !has('budget')) return 'budget';
    if (field === 'action' && strongAction && !has('need') && isWeakAction(headers[column]!.join(' '))) return 'need';
    if (column === unknown) return 'action';
    if (
      field === 'need' &&
      !has('action') &&
      unknown < 0 &&
      !has('cause') &&
      !has('currentState') &&
      lastNeed === column
    )
      return 'action';
    return field;
  });
}

/**
 * A plan that names its weaknesses clearly but nothing that is done about them: the first column of an unknown name says that. -1 when
 * there is none.
 */
function actionUnderAnotherName(fields: (ColumnField | null)[], headers: string[][]): number {
  const weakness = fields.some((field, column) => field === 'need' && isWeakness(headers[column]!.join(' ')));
  const mayBe = (header: string[]) =>
    /\p{L}{2}/u.test(header.join(' ')) && !/muc do|uu tien|xep loai|so luong/.test(fold(header.join(' ')));
  return weakness ? fields.findIndex((field, column) => field === null && mayBe(headers[column]!)) : -1;
}
