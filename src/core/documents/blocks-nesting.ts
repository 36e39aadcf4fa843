import { isBlank, type Draft, type DraftRow, type DraftTable } from './blocks-draft.ts';
import { spreadNestedTables } from './blocks-nested-columns.ts';

/**
 * Tables that only lay out a page (a frame around everything, a column beside a menu) are taken apart, so that the real table
 * inside is a block of its own. Tables that stand in one column of a real table become its columns; any other small table inside
 * a cell stays there as text.
 */
export function unwrapLayoutTables(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => (draft.kind === 'table' ? unwrapTable(draft) : [draft]));
}

function unwrapTable(table: DraftTable): Draft[] {
  const only = table.rows.length === 1 && table.rows[0]?.cells.length === 1 ? table.rows[0].cells[0] : undefined;
  if (only) return unwrapLayoutTables(only.content);
  const spread = spreadNestedTables(table);
  if (spread !== null) return [spread];
  if (!isLayout(table)) return [table];
  const result: Draft[] = [];
  let kept: DraftRow[] = [];
  const flush = () => {
    if (kept.length > 0) result.push({ ...table, rows: kept });
    kept = [];
  };
  for (const row of table.rows) {
    const alone = row.cells.length === 1 && row.cells[0]?.columnSpan === table.columns;
    if (alone || row.cells.some((cell) => cell.content.some((each) => each.kind === 'table'))) {
      flush();
      for (const cell of row.cells) result.push(...unwrapLayoutTables(cell.content));
    } else kept.push(row);
  }
  flush();
  return result;
}

/** More of the text stands in real tables inside than outside of them, or a cell with tables fills most of the table. */
function isLayout(table: DraftTable): boolean {
  let inner = 0;
  let outer = 0;
  let cellsWithTables = 0;
  let largest = 0;
  const cells = table.rows.flatMap((row) => row.cells);
  if (!cells.some((cell) => cell.content.some((each) => each.kind === 'table'))) return false;
  for (const cell of cells) {
    const nested = cell.content.filter((each) => each.kind === 'table').filter(isGrid);
    const letters = nested.reduce((sum, each) => sum + countLetters([each]), 0);
    const all = countLetters(cell.content);
    inner += letters;
    outer += all - letters;
    if (nested.length > 0) {
      cellsWithTables++;
      largest = Math.max(largest, all);
    }
  }
  return cellsWithTables > 0 && (inner > outer || largest > 0.6 * (inner + outer));
}

function isGrid(table: DraftTable): boolean {
  return table.rows.length > 1 || table.rows.some((row) => row.cells.length > 1);
}

function countLetters(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => {
    if (draft.kind === 'paragraph') return sum + (isBlank(draft) ? 0 : draft.text.length);
    return sum + draft.rows.reduce((s, row) => s + row.cells.reduce((c, cell) => c + countLetters(cell.content), 0), 0);
  }, 0);
}
