import { fold } from '#core/kernel/text.ts';
import type { Row, Table } from '../block.ts';
import type { FlowPart, FlowTable } from './flow.ts';
import { lineOf, tablePart } from './flow.ts';
import { headedTable } from './headed-table.ts';
import { mayNameCountry } from './letterhead-line.ts';
import type { Recognition } from './recognition.ts';

const FRAME =
  /cong hoa xa hoi|doc lap.{0,4}tu do|^ke hoach|^bao cao|^so\s*:|ngay.{0,12}thang.{0,12}nam|^noi nhan|^nam hoc|^truong /;

/**
 * A sheet is one table from its letterhead to its signature. The rows above the header row and those below the last row of
 * the plan become lines, as they are in other formats.
 */
export function openSheets(state: Recognition): void {
  state.flow = state.flow
    .flatMap((part) => (part.kind === 'table' ? apart(part) : [part]))
    .flatMap((part) => (part.kind === 'table' ? openTable(part).flatMap(openLetterhead) : [part]));
}

/** Tables that follow each other without an empty row, each below the heading of its section, as in Biểu 2. */
function apart(part: FlowTable): FlowPart[] {
  const { rows } = part.table;
  const at = rows.findIndex((row, index) => index > 0 && isHeading(row) && isHeaderRow(part.table, index + 1));
  if (at < 0) return [part];
  const [above, below] = [rows.slice(0, at), rows.slice(at + 1)];
  return [
    tablePart({ ...part.table, rows: above }),
    ...linesOf(rows[at]!),
    ...apart(tablePart({ ...part.table, rows: below })),
  ];
}

/** "V. KẾ HOẠCH CẢI TIẾN" alone on its row; standards and levels group the rows of one table. */
function isHeading(row: Row): boolean {
  const filled = row.cells.flatMap((cell) => cell.paragraphs);
  const text = filled.length === 1 ? filled[0]!.text : '';
  return /^[IVX]+\s*[.)]\s*\p{Lu}/u.test(text) && !/tieu chuan|tieu chi|^[ivx]+[ .)]*muc \d/.test(fold(text));
}

function isHeaderRow(table: Table, at: number): boolean {
  const row = table.rows[at];
  if (row === undefined) return false;
  const names = row.cells
    .map((cell) => cell.paragraphs.map(({ text }) => text).join(' '))
    .filter((name) => name !== '');
  if (names.length < 3 || names.some((name) => name.length > LONGEST_NAME || /\d/.test(name))) return false;
  return headedTable({ ...table, rows: table.rows.slice(at) }).header?.headerRows[0] === 0 || names.length > 3;
}

/** Of a column. */
const LONGEST_NAME = 40;

function openTable(part: FlowTable): FlowPart[] {
  const { table } = part;
  const header = headedTable(table).header?.headerRows[0];
  if (header === undefined) return [part];
  const end = endOfRows(table, header);
  const above = table.rows.slice(0, header);
  if (end === table.rows.length && !above.some(isFrame)) return [part];
  const start = above.some(isFrame) ? header : 0;
  return [
    ...table.rows.slice(0, start).flatMap(linesOf),
    tablePart({ ...table, rows: table.rows.slice(start, end) }),
    ...table.rows.slice(end).flatMap(linesOf),
  ];
}

function endOfRows(table: Table, header: number): number {
  const index = table.rows.findIndex((row, at) => at > header && isEnd(row));
  return index < 0 ? table.rows.length : index;
}

function isFrame(row: Row): boolean {
  return row.cells.some((cell) => cell.paragraphs.some(({ text }) => FRAME.test(fold(text))));
}

/** "Nơi nhận" or a leader's role in capitals on a row with at most two cells. */
function isEnd(row: Row): boolean {
  const filled = row.cells.filter((cell) => cell.paragraphs.length > 0);
  return (
    filled.length <= 3 &&
    filled.some((cell) => {
      const text = cell.paragraphs[0]!.text;
      const words = fold(text);
      return (
        /^noi nhan/.test(words) ||
        (/^(kt\. ?|tm\. ?)?(hieu truong|giam doc|nguoi lap)/.test(words) && !/\p{Ll}{2}/u.test(text)) ||
        /ngay.{0,8}thang.{0,8}nam \d{4}$/.test(words) ||
        /^[^\d,]{2,40}, ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(words)
      );
    })
  );
}

function linesOf(row: Row): FlowPart[] {
  return row.cells.flatMap((cell) => cell.paragraphs.map(lineOf)).filter((line) => line.paragraphs.length > 0);
}

function isCountry(text: string): boolean {
  return mayNameCountry(text) && /cong hoa xa hoi/.test(fold(text));
}

/** A title that stands in the table of the letterhead, below it, becomes lines after that table. */
function openLetterhead(part: FlowPart): FlowPart[] {
  if (part.kind === 'line') return [part];
  const title = part.paragraphs.findIndex(
    ({ text }) => !/\p{Ll}/u.test(text) && /^(ke hoach|bao cao|thong bao)\b/.test(fold(text)),
  );
  if (title < 0 || !part.paragraphs.some(({ text }) => isCountry(text))) return [part];
  return [{ ...part, paragraphs: part.paragraphs.slice(0, title) }, ...part.paragraphs.slice(title).map(lineOf)];
}
