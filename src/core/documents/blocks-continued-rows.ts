import {
  cellTextOfDraft,
  isBlank,
  type DraftCell,
  type DraftParagraph,
  type DraftRow,
  type DraftTable,
} from './blocks-draft.ts';
import { endsSentence, isNumberRunningOn, joinWrapped, startsLowerCase, startsParagraph } from './blocks-lines.ts';

/**
 * Puts together rows that a page break cut in two. `candidates` tells which rows may continue the one above (the first rows
 * of a page); without it every row may.
 */
export function joinContinuedRows(table: DraftTable, candidates?: ReadonlySet<DraftRow>): DraftTable {
  const rows: DraftRow[] = [];
  const named = candidates !== undefined && areNamed(table.rows.filter((row) => !candidates.has(row)));
  for (const row of table.rows) {
    const above = rows.at(-1);
    if (above && (!candidates || candidates.has(row)) && continuesRow(above, row, named)) joinRow(above, row);
    else rows.push(row);
  }
  return { ...table, rows };
}

/** Every row has something in its first cell: no row stands below a merged one, and none leaves it empty. */
export function areNamed(rows: readonly DraftRow[]): boolean {
  return rows.every((row) => row.header || cellTextOfDraft(row.cells[0]) !== '');
}

/**
 * A row continues the one above when none of its cells begins something and one at least clearly goes on: it starts in lower
 * case, or the first cell is empty and fewer than half of the cells that the row above fills are filled; one of two will do where
 * every other row is `named` by its first cell.
 */
export function continuesRow(above: DraftRow, row: DraftRow, named = false): boolean {
  if (row.header || above.header || !sameColumns(above, row)) return false;
  const pairs = row.cells.map((cell) => {
    const cellAbove = above.cells.find((each) => each.column === cell.column);
    return {
      column: cell.column,
      below: cellTextOfDraft(cell),
      above: cellTextOfDraft(cellAbove),
      full: () => isFullAbove(cellAbove, cell),
    };
  });
  const filled = pairs.filter((pair) => pair.below !== '');
  if (filled.length === 0 || filled.some((pair) => pair.above === '')) return false;
  const cut = isCutAt(above, new Set(filled.map((pair) => pair.column)));
  if (cut === false || (cut && !startsNumber(pairs[0]?.below ?? ''))) return cut;
  const goesOn = filled.filter(
    (pair) => startsLowerCase(pair.below) && !startsParagraph(pair.below) && !endsSentence(pair.above),
  );
  const firstEmpty = pairs[0]?.below === '';
  const fewer = filled.length < pairs.filter((pair) => pair.above !== '').length;
  // "Tổ chức tập huấn" / "CNTT": a capital goes on too where the line above it had no room left.
  if (goesOn.length > 0) return firstEmpty || filled.every((pair) => goesOn.includes(pair) || pair.full());
  return firstEmpty && fewer && (filled.length * 2 < pairs.length || (named && pairs.length === 2));
}

/** Whether the last line of a cell was full when its sentence went on with the first word of the cell below. */
function isFullAbove(above: DraftCell | undefined, below: DraftCell): boolean {
  const tail = above?.content.findLast((each) => each.kind === 'table' || !isBlank(each));
  const head = below.content.find((each) => each.kind === 'table' || !isBlank(each));
  if (tail?.kind !== 'paragraph' || head?.kind !== 'paragraph' || !tail.measured || !head.measured) return false;
  return runsOn(tail, head);
}

/** Part of the page's height: two lines and a half. */
const SHORT = 0.04;

/**
 * What the lower edge of a row tells, where places are known. A cell that goes on over the page was full at the edge: when one of
 * `columns` ended above it, the row below is another (false); when these reach it and one of the others does not, it is the rest of
 * the row (true). Null when all cells end at one height.
 */
function isCutAt(above: DraftRow, columns: ReadonlySet<number>): boolean | null {
  const ends = above.cells.flatMap((cell) => {
    const last = cell.content.findLast((each) => each.kind === 'paragraph' && !isBlank(each));
    return last?.kind === 'paragraph' && last.box
      ? [{ column: cell.column, page: last.page ?? 0, bottom: last.box[3] }]
      : [];
  });
  const page = Math.max(...ends.map((end) => end.page));
  const lowest = Math.max(...ends.filter((end) => end.page === page).map((end) => end.bottom));
  const reaches = (end: (typeof ends)[number]) => end.page === page && end.bottom > lowest - SHORT;
  const continued = ends.filter((end) => columns.has(end.column));
  if (continued.length < columns.size) return null;
  // A cell may also leave more room than others where its next lines are kept together.
  if (!continued.every(reaches)) return continued.some(reaches) && continued.length * 2 < ends.length ? null : false;
  return ends.every(reaches) ? null : true;
}

function startsNumber(text: string): boolean {
  return /^(?:\d{1,3}|[IVX]{1,5})[.)]?$/.test(text);
}

function sameColumns(a: DraftRow, b: DraftRow): boolean {
  return b.cells.every((cell) =>
    a.cells.some((each) => each.column === cell.column && each.columnSpan === cell.columnSpan),
  );
}

/** A paragraph cut in its middle is one again; other paragraphs follow. */
function joinRow(above: DraftRow, row: DraftRow): void {
  for (const cell of row.cells) {
    const target = above.cells.find((each) => each.column === cell.column);
    if (!target) continue;
    joinCell(target, cell);
    // A cell that covers more rows below the break covered them before.
    target.rowSpan += cell.rowSpan - 1;
  }
}

function joinCell(target: DraftCell, cell: DraftCell): void {
  const content = cell.content.filter((each) => each.kind === 'table' || !isBlank(each));
  const tail = target.content.findLast((each) => each.kind === 'paragraph' && !isBlank(each));
  const head = content[0];
  if (tail?.kind === 'paragraph' && head?.kind === 'paragraph' && runsOn(tail, head)) {
    tail.text = joinWrapped(tail.text.trimEnd(), head.text.trimStart());
    content.shift();
  }
  target.content.push(...content);
}

function runsOn(tail: DraftParagraph, head: DraftParagraph): boolean {
  const below = head.text.trim();
  const ended = tail.measured && head.measured && tail.measured.roomAfter > head.measured.firstWord + 1.5;
  const unfinished = !endsSentence(tail.text.trim());
  if (ended || (startsParagraph(below) && !(unfinished && isNumberRunningOn(below)))) return false;
  return unfinished || startsLowerCase(below);
}
