import { isTable, pastedTable, type SpanningCell, withoutSpans } from '#lib/plan/pasted-table.ts';

/**
 * The cells on a clipboard, null when it holds the text of one cell. A table as HTML (Word, Excel, a web page) comes first: its
 * cells may have several lines, which the plain text cannot tell from several rows.
 */
export function clipboardRows(data: DataTransfer): string[][] | null {
  const html = data.getData('text/html');
  const tables = html.includes('<t') ? tablesOf(new DOMParser().parseFromString(html, 'text/html')) : [];
  const rows = tables.length > 0 ? withoutSpans(tables.flatMap(cellsOf)) : pastedTable(data.getData('text/plain'));
  return isTable(rows) || (tables.length > 0 && rows.length > 1) ? rows : null;
}

/** A selection may hold several; a table inside a cell is part of that cell. */
function tablesOf(page: Document): HTMLTableElement[] {
  return [...page.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
}

function cellsOf(table: HTMLTableElement): SpanningCell[][] {
  return [...table.rows].map((row) =>
    [...row.cells].map((cell) => ({ text: textOf(cell), columns: cell.colSpan, rows: cell.rowSpan })),
  );
}

/** Paragraphs and line breaks as lines, points of a list with their dash; everything else runs on. */
function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith('\u2028');
  for (const point of cell.querySelectorAll('li')) point.prepend('- ');
  for (const block of cell.querySelectorAll('p, div, li, tr')) block.append('\u2028');
  return cell.textContent
    .replace(/\s*\u2028\s*|[^\S\u2028]+/gu, (blank) => (blank.includes('\u2028') ? '\n' : ' '))
    .trim();
}
