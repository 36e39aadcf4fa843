import { isTable, pastedTable } from '#lib/plan/pasted-table.ts';

/**
 * The cells on a clipboard, null when it holds the text of one cell. A table as HTML (Word, Excel, a web page) comes first: its
 * cells may have several lines, which the plain text cannot tell from several rows.
 */
export function clipboardRows(data: DataTransfer): string[][] | null {
  const html = data.getData('text/html');
  const table = html.includes('<t') ? new DOMParser().parseFromString(html, 'text/html').querySelector('table') : null;
  const rows = table ? rowsOfTable(table) : pastedTable(data.getData('text/plain'));
  return isTable(rows) || (table !== null && rows.length > 1) ? rows : null;
}

function rowsOfTable(table: HTMLTableElement): string[][] {
  const rows: string[][] = [];
  for (const row of table.rows) {
    const cells: string[] = [];
    for (const cell of row.cells) {
      cells.push(textOf(cell));
      for (let blank = 1; blank < cell.colSpan; blank++) cells.push('');
    }
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  }
  return rows;
}

/** Paragraphs and line breaks as lines; everything else runs on. */
function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u2028');
  for (const block of cell.querySelectorAll('p, div, li')) block.append('\u2028');
  return cell.textContent
    .replace(/\s*\u2028\s*|[^\S\u2028]+/gu, (blank) => (blank.includes('\u2028') ? '\n' : ' '))
    .trim();
}
