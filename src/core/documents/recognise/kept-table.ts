import { fold } from '#core/kernel/text.ts';
import type { Grid } from './grid.ts';
import { flatText } from './grid.ts';

const HEADERS: RegExp[] = [
  /muc \d|ty le|ti le|khong dat|tieu chi dat|so luong.*\bdat\b/,
  /dieu chinh|nguoi danh gia|nguoi giam sat/,
  /nhiem vu|phan cong|trach nhiem/,
];

/** Tables whose rows say results, monitoring or duties: they are kept as lines of their section. Rosters with names are not. */
export function isKeptTable(grid: Grid): boolean {
  const header = grid.rows.find((row) => row.ownCells.length >= 2);
  if (header === undefined) return false;
  const words = header.ownCells.map((cell) => fold(flatText(cell))).join(' | ');
  return HEADERS.some((pattern) => pattern.test(words)) && !/ho va ten|ho ten|chu ky/.test(words);
}
