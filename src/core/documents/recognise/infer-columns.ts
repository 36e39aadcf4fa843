import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { criterionIn, groupCell, standardIn } from './context-row.ts';
import type { Grid, GridRow } from './grid.ts';
import { flatText } from './grid.ts';
import type { Columns } from './table-header.ts';

const TIME =
  /^[-+ (]*(?:(?:tu|den|vao|trong|het|thuc hien|truoc|sau)\s+)*(?:dau |giua |cuoi )?(?:ngay|thang|nam hoc|nam \d|ca nam|hoc ky|hk|quy|tuan|hang|hằng|thuong xuyen|theo dot|khi co|\d{1,2}\s*[/-]\s*\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/;
const OWNER =
  /^[-+ ]*(?:hieu truong|pho hieu truong|p\.? ?hieu truong|bgh|ban giam hieu|cbql|pht|ht|hp|to |ttcm|gv|giao vien|cb|nhan vien|ke toan|van thu|y te|nha truong|hdtd|hoi dong|cong doan|bch|tong phu trach|tpt|bi thu|chu tich|truong ban|thu quy|thu ky|doan|chi bo|ban |giam doc|thu vien|bao ve)/;
const MONEY =
  /^[-+ ]*(?:khong( co| can| phat sinh)?( kinh phi)?\.?$|kinh phi|ngan sach|chi thuong xuyen|xa hoi hoa|nguon|quy (?:khuyen hoc|hoi|lop|ban dai dien|cha me|phuc loi|phat trien)|tuy tinh hinh|tuy thuc te|theo du toan|\d[\d.,]* ?(?:trieu|dong|d|ty|nghin|vnd)|du toan)/;
const TARGET = /^(?:dat |duy tri |giu vung )?muc \d/;
const EVIDENCE =
  /^[-+ ]*(?:ke hoach|bien ban|ho so|so |hinh anh|bao cao|quyet dinh|danh sach|hoa don|giay|anh|nghi quyet|cong van|to trinh)/;

interface Shape {
  field: ColumnField | null;
  /** Average length of its filled cells, in characters. */
  length: number;
  filled: number;
}

/**
 * The columns of a table without header row, told by what they hold: numbers, criteria, target levels, owners, times, money;
 * the longest text is the action; what is left takes the order of the nine-column form of 2018. Null when it is no plan table.
 */
export function inferColumns(grid: Grid): Columns | null {
  const blank: (ColumnField | null)[] = Array.from({ length: grid.columns }, () => null);
  const rows = grid.rows.filter((row) => groupCell(row, ['number', ...blank.slice(1)]) === null);
  if (rows.length === 0 || grid.columns < 3) return null;
  const shapes = blank.map((_, column) =>
    shapeOf(rows.map((row) => (row.fromAbove.has(column) ? '' : flatText(row.cells[column] ?? null)))),
  );
  const fields = shapes.map(({ field }) => field);
  pairTimes(fields);
  const found = longest(shapes, fields);
  if (found === null) return null;
  const action = namedInAction(shapes, fields, found) ?? found;
  fields[action] = 'action';
  fillRest(fields, shapes, action);
  if (!isPlan(fields)) return null;
  const [first] = grid.rows;
  return { fields, headerRows: first !== undefined && namesOtherwise(first, fields) ? [first.index] : [] };
}

/** Longest header word, in characters. */
const LONGEST_NAME = 40;

/**
 * Whether a row says neither when nor who where the rows below do, but names something in each of these columns ("Ai lo", "Chừng
 * nào"): a header in words that nobody knows.
 */
export function namesOtherwise(row: GridRow, fields: readonly (ColumnField | null)[]): boolean {
  const own = new Map(row.ownCells.map((cell) => [cell.column, flatText(cell)]));
  if (
    own.size < fields.length - 1 ||
    [...own.values()].some((text) => text.length > LONGEST_NAME || /[.;:,\d]/.test(text))
  )
    return false;
  const said = (column: number, pattern: RegExp) => pattern.test(fold(own.get(column) ?? ''));
  const asked = [...fields.entries()].filter(([, field]) => TOLD.has(field));
  return (
    asked.length >= 2 &&
    asked.every(([column, field]) => own.has(column) && !said(column, PEOPLE.has(field) ? OWNER : TIME))
  );
}

const PEOPLE = new Set<ColumnField | null>(['owners', 'leads', 'collaborators']);
const TOLD = new Set<ColumnField | null>([...PEOPLE, 'time', 'timeStart', 'timeEnd']);

function shapeOf(texts: string[]): Shape {
  const filled = texts.filter((text) => text !== '');
  const length = filled.reduce((sum, text) => sum + text.length, 0) / Math.max(1, filled.length);
  const most = (test: (text: string) => boolean) =>
    filled.length > 0 && filled.filter(test).length >= filled.length * 0.6;
  const short = (pattern: RegExp, limit: number) => most((text) => text.length <= limit && pattern.test(fold(text)));
  const field = ((): ColumnField | null => {
    if (most((text) => /^\d{1,3}[.)]?$/.test(text))) return 'number';
    if (most((text) => criterionIn(text, true) !== null || standardIn(text) !== null)) return 'criterion';
    if (short(TARGET, 60)) return 'expectedResult';
    if (short(TIME, 80)) return 'time';
    if (short(OWNER, 80)) return 'owners';
    if (short(MONEY, 80)) return 'budget';
    return null;
  })();
  return { field, length, filled: filled.length };
}

/** Two time columns side by side are start and end. */
function pairTimes(fields: (ColumnField | null)[]): void {
  const times = fields.flatMap((field, column) => (field === 'time' ? [column] : []));
  if (times.length !== 2 || times[1] !== times[0]! + 1) return;
  fields[times[0]!] = 'timeStart';
  fields[times[1]!] = 'timeEnd';
}

function longest(shapes: Shape[], fields: (ColumnField | null)[]): number | null {
  const firstFact = fields.findIndex((field) => field === 'owners' || field === 'time' || field === 'timeStart');
  let best: number | null = null;
  for (const [column, shape] of shapes.entries()) {
    if (fields[column] !== null || shape.filled === 0 || (firstFact > 0 && column > firstFact)) continue;
    if (best === null || shape.length > shapes[best]!.length) best = column;
  }
  return best;
}

/**
 * "Tháng 9 | Tiêu chí 1.5: Sắp xếp lại nhóm lớp | Hiệu trưởng | Danh sách": behind time and people no action follows, so what names the
 * criteria says what is done.
 */
function namedInAction(shapes: Shape[], fields: (ColumnField | null)[], found: number): number | null {
  const criterion = fields.indexOf('criterion');
  const before = fields.slice(0, found);
  const behindFacts = before.includes('owners') && (before.includes('time') || before.includes('timeStart'));
  return criterion >= 0 && behindFacts && shapes[criterion]!.length > shapes[found]!.length ? criterion : null;
}

function fillRest(fields: (ColumnField | null)[], shapes: Shape[], action: number): void {
  const hasCriterion = fields.includes('criterion');
  for (const [column] of fields.entries()) {
    if (fields[column] !== null) continue;
    if (column === 0 && shapes[0]!.filled === 0) fields[column] = 'number';
    else if (column < action)
      fields[column] = hasCriterion
        ? free(fields, ['expectedResult', 'need'])
        : free(fields, ['need', 'expectedResult']);
    else fields[column] = afterAction(fields, shapes, column);
  }
}

function afterAction(fields: (ColumnField | null)[], shapes: Shape[], column: number): ColumnField | null {
  const isLast = column === fields.length - 1;
  if (isLast && fields.includes('support')) return free(fields, ['note']);
  if (isLast && shapes[column]!.filled === 0) return free(fields, ['note']);
  if (!fields.includes('budget')) return free(fields, ['expectedEvidence', 'support', 'note']);
  return free(fields, ['support', 'expectedEvidence', 'note']);
}

function free(fields: (ColumnField | null)[], wanted: ColumnField[]): ColumnField | null {
  return wanted.find((field) => !fields.includes(field)) ?? null;
}

function isPlan(fields: (ColumnField | null)[]): boolean {
  const has = (...wanted: ColumnField[]) => wanted.some((field) => fields.includes(field));
  return has('action') && has('time', 'timeStart') && has('owners', 'criterion', 'number');
}

export { EVIDENCE, MONEY, OWNER, TARGET, TIME };
