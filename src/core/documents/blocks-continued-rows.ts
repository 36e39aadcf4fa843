import {
  cellTextOfDraft,
  isBlank,
  type DraftCell,
  type DraftParagraph,
  type DraftRow,
  type DraftTable,
} from './blocks-draft.ts';
import { endsSentence, joinWrapped, startsLowerCase, startsParagraph } from './blocks-lines.ts';

/**
 * Puts together rows that a page break cut in two. `candidates` tells which rows may continue the one above (the first rows
 * of a page); without it every row may.
 */
export function joinContinuedRows(table: DraftTable, candidates?: ReadonlySet<DraftRow>): DraftTable {
  const rows: DraftRow[] = [];
  for (const row of table.rows) {
    const above = rows.at(-1);
    if (above && (!candidates || candidates.has(row)) && continuesRow(above, row)) joinRow(above, row);
    else rows.push(row);
  }
  return { ...table, rows };
}

/**
 * A row continues the one above when none of its cells begins something and one at least clearly goes on: it starts in lower
 * case, or the first cell is empty and fewer than half of the cells that the row above fills are filled.
 */
export function continuesRow(above: DraftRow, row: DraftRow): boolean {
  if (row.header || above.header || !sameColumns(above, row)) return false;
  const pairs = row.cells.map((cell) => ({
    below: cellTextOfDraft(cell),
    above: cellTextOfDraft(above.cells.find((each) => each.column === cell.column)),
  }));
  const filled = pairs.filter((pair) => pair.below !== '');
  if (filled.length === 0 || filled.some((pair) => pair.above === '')) return false;
  const goesOn = filled.filter(
    (pair) => startsLowerCase(pair.below) && !startsParagraph(pair.below) && !endsSentence(pair.above),
  );
  const firstEmpty = pairs[0]?.below === '';
  const fewer = filled.length < pairs.filter((pair) => pair.above !== '').length;
  if (goesOn.length > 0) return firstEmpty || goesOn.length === filled.length;
  return firstEmpty && fewer && filled.length * 2 < pairs.length;
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
    if (target) joinCell(target, cell);
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
  return !ended && !startsParagraph(below) && (startsLowerCase(below) || !endsSentence(tail.text.trim()));
}
