import { fold, squash, typedLine } from '#core/kernel/text.ts';
import { findStaffHeader } from './staff-header.ts';
import { type SheetRow, STAFF_FIELDS, type StaffRow } from './staff-row.ts';

export interface StaffTable {
  rows: StaffRow[];
  /** Heads of columns that are not used, as typed. */
  unknownColumns: string[];
  /** Rows below the heads that name nobody, as typed. */
  leftOut: { row: number; text: string }[];
}

/**
 * The people of a staff list, its columns recognised by their heads in any order. A line of its own above some people ("Tổ Mẫu giáo
 * lớn") is their team when the list has no column for it. Null when no row of heads is found.
 */
export function readStaffTable(rows: readonly SheetRow[]): StaffTable | null {
  const header = findStaffHeader(rows);
  if (!header) return null;
  const { columns, nameGoesOn } = header;
  const table: StaffTable = { rows: [], unknownColumns: header.unknown, leftOut: [] };
  let team = '';
  for (const row of rows.slice(header.at + 1)) {
    const cell = (index: number | undefined) => typedLine(index === undefined ? '' : (row.cells[index] ?? ''));
    const filled = row.cells.map(squash).filter((text) => text !== '');
    if (filled.length === 0) continue;
    const name = [cell(columns.get('family')), cell(columns.get('displayName')), cell(nameGoesOn ?? undefined)];
    const displayName = squash(name.join(' '));
    const heading = headingOf(filled);
    if (heading !== null && !columns.has('team')) team = heading;
    if (heading !== null || !isName(displayName, filled.length)) {
      table.leftOut.push({ row: row.row, text: filled.join(' · ') });
      continue;
    }
    const fields = STAFF_FIELDS.map((field) => [field, cell(columns.get(field))] as const);
    const read = Object.fromEntries(fields) as Omit<StaffRow, 'row'>;
    table.rows.push({ ...read, row: row.row, displayName, team: columns.has('team') ? read.team : team });
  }
  return table;
}

/** "Tổ Mẫu giáo lớn", "II. BAN GIÁM HIỆU": alone in its row, perhaps behind its number. */
function headingOf(filled: readonly string[]): string | null {
  const words = filled.filter((text) => !/^(?:[ivx]+|\d+|[a-e])\s*[.)]?$/i.test(text));
  const [text] = words;
  if (words.length !== 1 || text === undefined) return null;
  const bare = text.replace(/^(?:[ivx]+|\d+|[a-e])\s*[.)/-]\s*/i, '').replace(/\s*(?:\(\d+.*\))?\s*[:.]?$/, '');
  return /^(?:to|khoi|bo phan|nhom|ban giam hieu|bgh|van phong|cap duong|bao ve|nuoi duong)\b/.test(fold(bare))
    ? bare
    : null;
}

/** A person stands in a row with more than a name; what is below the table (sums, dates, signatures) mostly stands alone. */
function isName(text: string, filled: number): boolean {
  if (text === '' || /\d|:/.test(text)) return false;
  return filled > 1 || /^(?:\p{Lu}[\p{L}'’.-]*\s+)+\p{Lu}[\p{L}'’.-]*$/u.test(text);
}
