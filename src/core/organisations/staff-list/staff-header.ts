import { fold } from '#core/kernel/text.ts';
import type { SheetRow, StaffField } from './staff-row.ts';

/** Words of a column's head, without tones, in lower case. */
const HEADS: readonly (readonly [StaffField | 'family' | 'number', RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/],
  ['username', /^(?:ten dang nhap|ten tai khoan|tai khoan|username|user name|user|login)/],
  ['displayName', /^(?:ho (?:va |& |, )?ten|ten (?:giao vien|nhan vien|can bo|cb|gv|day du)|ho ten|full name|name$)/],
  ['family', /^(?:ho|ho dem|ho va dem|ho va ten dem|ho va|ho lot|ho dem lot|ho ten dem|ho va ten lot)$/],
  ['displayName', /^ten$/],
  ['role', /^(?:vai tro|role)/],
  ['jobTitle', /^(?:chuc vu|chuc danh|vi tri|nhiem vu|cong viec|cong tac|position)/],
  ['team', /^(?:to(?:$| |\/|,)|bo phan|khoi|thuoc to|phong ban|nhom|team)/],
  ['phone', /^(?:(?:so )?(?:dien thoai|dt|d\.t|dtdd|di dong)|sdt|so dtdd|mobile|phone|tel)/],
];

/** Which column says what; `family`: names are split into two columns. */
export interface StaffColumns {
  /** Place of the row of heads among the rows. */
  at: number;
  columns: Map<StaffField | 'family', number>;
  /** A column without a head right of the name, which goes on with it (one head over two columns). */
  nameGoesOn: number | null;
  /** Heads that say nothing known, as typed. */
  unknown: string[];
}

/** Heads stand near the top, below the names of school and list. */
const FARTHEST = 30;

/** The first row that has a head for names and one for something else; null when there is none. */
export function findStaffHeader(rows: readonly SheetRow[]): StaffColumns | null {
  for (const [at, row] of rows.slice(0, FARTHEST).entries()) {
    const found = columnsOf(row.cells);
    if (found.columns.has('displayName') && found.columns.size + (found.numbered ? 1 : 0) > 1) {
      const name = found.columns.get('displayName') ?? 0;
      const blank = (row.cells[name + 1] ?? '').trim() === '';
      return { at, columns: found.columns, nameGoesOn: blank ? name + 1 : null, unknown: found.unknown };
    }
  }
  return null;
}

function columnsOf(cells: readonly string[]) {
  const columns = new Map<StaffField | 'family', number>();
  const unknown: string[] = [];
  let numbered = false;
  for (const [index, cell] of cells.entries()) {
    const form = fold(cell).replace(/\s*[(:*].*$/, '');
    if (form === '') continue;
    const field = HEADS.find(([, words]) => words.test(form))?.[0];
    if (field === 'number') numbered = true;
    else if (field === undefined || columns.has(field)) unknown.push(cell.trim());
    else columns.set(field, index);
  }
  return { columns, unknown, numbered };
}
