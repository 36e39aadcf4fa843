import { cellTextOfDraft, type DraftCell, type DraftRow } from './blocks-draft.ts';

/**
 * A cell merged over rows of two pages stands on the second one as a blank cell: over several rows, or below a cell that covers several
 * on the first page. It is given back to the cell that holds its words. `below` is the row that follows `above`, of one grid.
 * Returns the cells that reach down into it now.
 */
export function rejoinMerges(above: readonly DraftRow[], below: DraftRow): DraftCell[] {
  const owners: DraftCell[] = [];
  below.cells = below.cells.filter((cell) => {
    if (cellTextOfDraft(cell) !== '') return true;
    const owner = ownerAbove(above, cell);
    if (owner === null || (cell.rowSpan < 2 && owner.rowSpan < 2) || cellTextOfDraft(owner) === '') return true;
    owner.rowSpan += cell.rowSpan;
    owners.push(owner);
    return false;
  });
  return owners;
}

/** The cell of the same columns that reaches down to the last row. */
function ownerAbove(rows: readonly DraftRow[], { column, columnSpan }: DraftCell): DraftCell | null {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const cell = rows[index]!.cells.find((each) => each.column === column && each.columnSpan === columnSpan);
    if (cell !== undefined) return index + cell.rowSpan === rows.length ? cell : null;
  }
  return null;
}
