import type { SheetRow } from './staff-row.ts';

/**
 * Rows of a text file with separated cells, as Excel saves and opens them: ";" where the comma is the decimal sign, "," or a tab
 * elsewhere; cells in quotes may hold the separator, quotes and line breaks (RFC 4180).
 */
export function parseCsv(text: string): SheetRow[] {
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push({ row: rows.length + 1, cells });
    cells = [];
  };
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain[at] ?? '';
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** The sign that the first lines have most of. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4096);
  const count = (sign: string) => head.split(sign).length;
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), '\t');
}
