import {
  draftParagraph,
  isBlank,
  type Draft,
  type DraftParagraph,
  type DraftRow,
} from '#core/documents/blocks-draft.ts';
import type { SheetComment } from './xlsx-comments.ts';
import { position, type SheetCell } from './xlsx-sheet.ts';

/** The first paragraph of each cell, on which its comment hangs. */
type Anchors = Map<SheetCell, DraftParagraph>;

/**
 * A sheet as drafts. Rows with at least three filled cells begin a table; it goes on, group rows included, until a blank row
 * that no such row follows soon. Everything outside is paragraphs, two texts side by side (a letterhead) a table of one row. What
 * people wrote on cells follows as notes.
 */
export function draftsOfSheet(
  cells: readonly SheetCell[],
  comments: readonly SheetComment[],
  furniture?: string,
): Draft[] {
  const anchors: Anchors = new Map();
  return [...contentOf(cells, anchors, furniture), ...comments.map((comment) => noteOf(comment, anchors))];
}

function noteOf({ cell, author, text }: SheetComment, anchors: Anchors): Draft {
  const at = position(cell);
  const anchor = [...anchors].find(([{ row, column }]) => row === at?.row && column === at.column)?.[1];
  return draftParagraph(text, { note: true, label: author === '' ? null : `${author}:`, ...(anchor && { anchor }) });
}

function contentOf(cells: readonly SheetCell[], anchors: Anchors, furniture: string | undefined): Draft[] {
  const rows = groupRows(cells);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  if (furniture)
    return numbers.flatMap((number) =>
      filled(rows.get(number)!).flatMap((cell) => paragraphs(cell, anchors, furniture)),
    );
  const wide = numbers.filter((number) => filled(rows.get(number)!).length >= 3);
  const drafts: Draft[] = [];
  for (let at = 0; at < numbers.length;) {
    const number = numbers[at]!;
    const end = wide.includes(number) ? endOfTable(numbers, at, rows, wide) : at;
    if (end > at)
      drafts.push(
        toTable(
          numbers.slice(at, end + 1).map((each) => rows.get(each)!),
          anchors,
        ),
      );
    else drafts.push(...rowOutside(rows.get(number)!, anchors));
    at = end + 1;
  }
  return drafts;
}

function groupRows(cells: readonly SheetCell[]): Map<number, SheetCell[]> {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const [number, row] of rows) if (filled(row).length === 0) rows.delete(number);
  return rows;
}

function filled(row: readonly SheetCell[]): SheetCell[] {
  return row.filter((cell) => cell.text.trim() !== '');
}

/** Index of the last row that belongs to the table: rows follow without a gap, or a wide row comes after at most one blank row. */
function endOfTable(
  numbers: readonly number[],
  at: number,
  rows: ReadonlyMap<number, readonly SheetCell[]>,
  wide: readonly number[],
): number {
  let end = at;
  for (let next = at + 1; next < numbers.length; next++) {
    const gap = numbers[next]! - lastRowOf(rows.get(numbers[next - 1]!)!);
    if (gap > 2 || (gap > 1 && !wide.includes(numbers[next]!))) break;
    end = next;
  }
  // Text right below the last wide row ("Nơi nhận", a signature) is no part of the table, a group row between two is.
  while (end > at && !wide.includes(numbers[end]!)) end--;
  return end;
}

function lastRowOf(row: readonly SheetCell[]): number {
  return Math.max(...row.map((cell) => cell.row + (filled(row).length === 1 ? cell.rowSpan - 1 : 0)));
}

function toTable(rows: readonly (readonly SheetCell[])[], anchors: Anchors): Draft {
  const left = Math.min(...rows.flatMap((row) => row.map((cell) => cell.column)));
  const right = Math.max(...rows.flatMap((row) => filled(row).map((cell) => cell.column + cell.columnSpan)));
  const first = rows[0]![0]!.row;
  const last = rows.at(-1)!.at(-1)!.row;
  const covered = new Set<string>();
  const drafts: DraftRow[] = [];
  const byNumber = new Map(rows.map((row) => [row[0]!.row, row]));
  for (let number = first; number <= last; number++) {
    const row = byNumber.get(number) ?? [];
    const draft: DraftRow = { cells: [], header: false, page: null };
    for (let column = left; column < right;) {
      const cell = row.find((each) => each.column === column);
      if (covered.has(`${number}/${column}`)) {
        column++;
        continue;
      }
      const columnSpan = Math.min(cell?.columnSpan ?? 1, right - column);
      const rowSpan = Math.min(cell?.rowSpan ?? 1, last - number + 1);
      for (let r = number; r < number + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) covered.add(`${r}/${c}`);
      draft.cells.push({ column: column - left, columnSpan, rowSpan, content: cell ? paragraphs(cell, anchors) : [] });
      column += columnSpan;
    }
    if (row.length > 0 || draft.cells.length > 0) drafts.push(draft);
  }
  return { kind: 'table', columns: right - left, rows: drafts, ruled: true };
}

function rowOutside(row: readonly SheetCell[], anchors: Anchors): Draft[] {
  const texts = filled(row);
  if (texts.length < 2) return texts.flatMap((cell) => paragraphs(cell, anchors));
  const cells = texts.map((cell, column) => ({
    column,
    columnSpan: 1,
    rowSpan: 1,
    content: paragraphs(cell, anchors),
  }));
  return [{ kind: 'table', columns: texts.length, rows: [{ cells, header: false, page: null }], ruled: false }];
}

/** Lines in a cell are broken on purpose (Alt+Enter): each is a paragraph. */
function paragraphs(cell: SheetCell, anchors: Anchors, furniture?: string): DraftParagraph[] {
  const drafts = cell.text.split('\n').map((line) => draftParagraph(line, furniture ? { furniture } : {}));
  const first = drafts.find((draft) => !isBlank(draft));
  if (first) anchors.set(cell, first);
  return drafts;
}
