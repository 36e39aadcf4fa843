import { joinContinuedRows } from '#core/documents/blocks-continued-rows.ts';
import { draftParagraph, type Draft, type DraftParagraph, type DraftRow } from '#core/documents/blocks-draft.ts';

/** Two columns of tabs are a letterhead, signers side by side or a dotted line more often than a table. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;

/**
 * Paragraphs that people set as a table with the tab key become one: three in a row or more with the same three cells or more, the
 * first of them full. Between two cells there may be several tabs, as short words need them to reach the next stop.
 */
export function withTabTables(drafts: Draft[]): Draft[] {
  if (!drafts.some(hasColumns)) return drafts;
  const result: Draft[] = [];
  for (let at = 0; at < drafts.length;) {
    const rows = rowsFrom(drafts, at);
    if (rows.length < LEAST_ROWS) result.push(drafts[at++]!);
    else {
      result.push(joinContinuedRows({ kind: 'table', columns: rows[0]!.cells.length, rows, ruled: false }));
      at += rows.length;
    }
  }
  return result;
}

function hasColumns(draft: Draft): boolean {
  return draft.kind === 'paragraph' && draft.label === null && draft.text.includes('\t');
}

function rowsFrom(drafts: readonly Draft[], from: number): DraftRow[] {
  const rows: DraftRow[] = [];
  let columns = 0;
  for (let at = from; at < Math.min(drafts.length, from + MOST_ROWS); at++) {
    const draft = drafts[at]!;
    if (draft.kind !== 'paragraph' || !hasColumns(draft)) break;
    const cells = rows.length === 0 ? fullCells(draft.text) : cellsOf(draft.text, columns);
    if (cells === null) break;
    columns = cells.length;
    rows.push(rowOf(draft, cells));
  }
  return rows;
}

/** Of one table, so that a long text of tabs is looked through once for each of so many lines at most. */
const MOST_ROWS = 400;

function fullCells(text: string): string[] | null {
  const cells = text.trim().split(/\t+/);
  return cells.length < LEAST_COLUMNS || cells.some((cell) => cell.trim() === '') ? null : cells;
}

/** Cells between single tabs, blank ones too, or else between groups of tabs. */
function cellsOf(text: string, columns: number): string[] | null {
  const single = text.replace(/[\t ]+$/, '').split('\t');
  if (single.length === columns && single.at(-1) !== '') return single;
  const grouped = text.trim().split(/\t+/);
  return grouped.length === columns ? grouped : null;
}

function rowOf(draft: DraftParagraph, cells: readonly string[]): DraftRow {
  const content = cells.map((text) => draftParagraph(text.trim(), { style: draft.style, page: draft.page }));
  return {
    cells: content.map((each, column) => ({ column, columnSpan: 1, rowSpan: 1, content: [each] })),
    header: false,
    page: draft.page,
  };
}
