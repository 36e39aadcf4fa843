import type { PendingEdit } from '#lib/plan/save-queue.ts';
import { cellOf, rowById, setTextOfCell, type TableDom } from '../dom.ts';

/** What was typed and is not saved stands over what the server said; the cell that is being typed in is left alone. */
export function overlayPending(dom: TableDom, pending: readonly PendingEdit[], except: Element | null): void {
  for (const edit of pending) {
    const cell = pendingCell(dom, edit);
    if (cell && cell !== except) setTextOfCell(cell, edit.text);
  }
  markPending(dom, pending);
}

/** Cells that are not saved yet have a mark at their edge. */
export function markPending(dom: TableDom, pending: readonly PendingEdit[]): void {
  for (const marked of dom.table.querySelectorAll('td[data-pending]')) marked.removeAttribute('data-pending');
  for (const edit of pending) pendingCell(dom, edit)?.setAttribute('data-pending', '');
}

function pendingCell(dom: TableDom, { itemId, field }: PendingEdit): HTMLTableCellElement | null {
  const row = rowById(dom.table, itemId);
  return row && cellOf(row, dom.columns, field);
}
