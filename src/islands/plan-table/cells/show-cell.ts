import type { TableDom } from '../dom.ts';

/** Scrolls a cell out from under the sticky head and the sticky first column, no further than needed. */
export function showCell({ frame, table }: TableDom, cell: HTMLTableCellElement): void {
  if (getComputedStyle(frame).overflowY === 'visible') {
    cell.scrollIntoView({ block: 'nearest' });
    return;
  }
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const numbers = table.querySelector('thead .no')?.getBoundingClientRect().width ?? 0;
  const inside = frame.getBoundingClientRect();
  const box = cell.getBoundingClientRect();
  const above = box.top - inside.top - head;
  const below = box.bottom - inside.top - frame.clientHeight;
  if (above < 0) frame.scrollTop += above;
  else if (below > 0) frame.scrollTop += Math.min(below, above);
  const before = box.left - inside.left - numbers;
  const behind = box.right - inside.left - frame.clientWidth;
  if (cell.cellIndex > 0 && before < 0) frame.scrollLeft += before;
  else if (behind > 0) frame.scrollLeft += Math.min(behind, before);
  const now = cell.getBoundingClientRect();
  if (now.top < 0 || now.bottom > innerHeight) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
