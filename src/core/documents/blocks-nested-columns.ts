import { cellTextOfDraft, isBlank } from './blocks-draft.ts';
import type { DraftCell, DraftRow, DraftTable } from './blocks-draft.ts';

/**
 * A table one column of which holds a small table in its rows ("Việc làm | Thời gian | Người" beside each weakness): the columns of
 * the small tables take the place of that column, their common header comes under its name, and the cells beside reach down over
 * their rows. Null for any other table, a layout of a page among them.
 */
export function spreadNestedTables(table: DraftTable): DraftTable | null {
  const [header, ...body] = table.rows;
  if (header === undefined || body.length === 0 || !isPlainHeader(header)) return null;
  const column = columnOfTables(body);
  const cells = body.map((row) => row.cells.find((cell) => cell.column === column));
  const inner = cells.map((cell) => (cell === undefined ? null : onlyTable(cell)));
  const first = inner.find((each) => each !== null);
  if (column === null || first === undefined || body.some(reachesDown) || !sameHeader(inner, first)) return null;
  const added = first.columns - 1;
  const rows: DraftRow[] = [widened(header, column, added, 1)];
  rows.push({ ...first.rows[0]!, cells: moved(first.rows[0]!.cells, column), header: header.header });
  for (const cell of rows[0]!.cells) if (cell.column !== column) cell.rowSpan = 2;
  for (const [index, row] of body.entries()) rows.push(...spreadRow(row, column, added, inner[index] ?? null));
  return { ...table, columns: table.columns + added, rows };
}

/** Two names or more, no table among them. */
function isPlainHeader({ cells }: DraftRow): boolean {
  return (
    cells.length >= 2 &&
    cells.every(({ content, rowSpan }) => rowSpan === 1 && content.every((each) => each.kind === 'paragraph')) &&
    cells.every((cell) => /^.{1,60}$/u.test(cellTextOfDraft(cell)))
  );
}

/** The one column in which tables stand. */
function columnOfTables(rows: readonly DraftRow[]): number | null {
  const columns = new Set<number>();
  for (const row of rows)
    for (const cell of row.cells) if (cell.content.some((each) => each.kind === 'table')) columns.add(cell.column);
  return columns.size === 1 ? [...columns][0]! : null;
}

/** The table that is all that a cell holds, with a header and at least one row. */
function onlyTable(cell: DraftCell): DraftTable | null {
  const tables = cell.content.filter((each) => each.kind === 'table');
  const [only] = tables;
  const texts = cell.content.some((each) => each.kind === 'paragraph' && !isBlank(each));
  return only !== undefined && tables.length === 1 && !texts && only.columns >= 2 && only.rows.length >= 2
    ? only
    : null;
}

function reachesDown(row: DraftRow): boolean {
  return row.cells.some((cell) => cell.rowSpan > 1);
}

function sameHeader(tables: readonly (DraftTable | null)[], first: DraftTable): boolean {
  const names = (table: DraftTable) => table.rows[0]!.cells.map(cellTextOfDraft).join('|');
  return (
    isPlainHeader(first.rows[0]!) &&
    tables.every((table) => table === null || (table.columns === first.columns && names(table) === names(first)))
  );
}

function moved(cells: readonly DraftCell[], by: number): DraftCell[] {
  return cells.map((cell) => ({ ...cell, column: cell.column + by }));
}

/** The row with its cell in `column` over `added` columns more. */
function widened(row: DraftRow, column: number, added: number, rowSpan: number): DraftRow {
  const cells = row.cells.map((cell) => ({
    ...cell,
    column: cell.column > column ? cell.column + added : cell.column,
    columnSpan: cell.column === column ? cell.columnSpan + added : cell.columnSpan,
    rowSpan,
  }));
  return { ...row, cells };
}

function spreadRow(row: DraftRow, column: number, added: number, inner: DraftTable | null): DraftRow[] {
  if (inner === null) return [widened(row, column, added, 1)];
  const [first, ...rest] = inner.rows.slice(1);
  const beside = widened(row, column, added, inner.rows.length - 1).cells.filter((cell) => cell.column !== column);
  const cells = [...beside, ...moved(first!.cells, column)].toSorted((a, b) => a.column - b.column);
  return [{ ...row, cells }, ...rest.map((each) => ({ ...each, cells: moved(each.cells, column) }))];
}
