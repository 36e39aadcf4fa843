import type { Grid } from './grid.ts';

export interface TableKeyTools {
  grid: Grid;
  mayEdit: boolean;
  panelOpen: boolean;
  closePanel(): void;
  openPanel(row: HTMLTableRowElement): void;
  move(row: HTMLTableRowElement, step: 1 | -1): void;
  remove(row: HTMLTableRowElement): void;
  duplicate(row: HTMLTableRowElement): void;
  undo(): void;
  /** @param typed what the cell's box begins with; its own text when left out */
  edit(cell: HTMLTableCellElement, typed?: string): void;
  clear(cell: HTMLTableCellElement): void;
}

/** A key in a cell that is not being typed in: arrows move about, letters begin to write, others act on the row. */
export function onTableKey(event: KeyboardEvent, cell: HTMLTableCellElement, tools: TableKeyTools): void {
  const row = cell.closest('tr')!;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (tools.mayEdit) tools.move(row, event.key === 'ArrowUp' ? -1 : 1);
    return;
  }
  if (command && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    tools.undo();
    return;
  }
  if (command && event.key.toLowerCase() === 'd') {
    event.preventDefault();
    if (tools.mayEdit) tools.duplicate(row);
    return;
  }
  const target = tools.grid.targetOf(event, cell);
  if (target) {
    event.preventDefault();
    tools.grid.focus(target);
  } else if (command) return;
  else if (event.key === 'Escape' && tools.panelOpen) tools.closePanel();
  else if (cell.cellIndex === 0) onNumberKey(event, row, tools);
  else if (tools.mayEdit) onCellKey(event, cell, tools);
}

function onNumberKey(event: KeyboardEvent, row: HTMLTableRowElement, tools: TableKeyTools): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    tools.openPanel(row);
  } else if (event.key === 'Delete' && tools.mayEdit) tools.remove(row);
}

function onCellKey(event: KeyboardEvent, cell: HTMLTableCellElement, tools: TableKeyTools): void {
  if (event.key === 'Enter' || event.key === 'F2') {
    event.preventDefault();
    tools.edit(cell);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    tools.clear(cell);
  } else if (event.key.length === 1 || event.key === 'Process') {
    // The letter itself goes into the box that takes the focus now.
    tools.edit(cell, '');
  }
}
