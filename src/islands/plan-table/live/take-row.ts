import type { PlanRow } from '#lib/plan/plan-row.ts';
import type { PendingEdit, SaveQueue } from '#lib/plan/save-queue.ts';
import type { CellEditor } from '../cells/cell-editor.ts';
import { cellOf, rowById, setTextOfCell, type TableDom, textOfCell } from '../dom.ts';
import { FRESH } from './others-said.ts';

/**
 * Shows a row as the server has it. Cells that are being typed in or not saved yet keep their text, and an answer that comes late does
 * not bring old words back.
 * @param saved the cell that this person has just saved
 * @returns names of the columns that somebody else changed
 */
export function takeRow(
  { dom, queue, editor }: { dom: TableDom; queue: SaveQueue; editor: CellEditor },
  row: PlanRow,
  saved: PendingEdit | null,
): string[] {
  const element = rowById(dom.table, row.id);
  if (!element || row.version < Number(element.dataset['v'])) return [];
  element.dataset['v'] = String(row.version);
  queue.heard(row);
  const changed: string[] = [];
  for (const { field, label } of dom.columns) {
    const cell = cellOf(element, dom.columns, field)!;
    const text = row.cells[field];
    if (cell === editor.cell) editor.hear(text);
    else if (queue.pendingText(row.id, field) === undefined && textOfCell(cell) !== text) {
      setTextOfCell(cell, text);
      if (field === saved?.field) continue;
      changed.push(label);
      mark(cell);
    }
  }
  return changed;
}

/** For a while, so that one sees where something happened. */
function mark(cell: HTMLTableCellElement): void {
  cell.dataset['fresh'] = '';
  setTimeout(() => delete cell.dataset['fresh'], FRESH);
}
