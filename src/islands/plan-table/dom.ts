import type { EditableField } from '#core/plan/edit-item.ts';
import { wholePieces } from '#lib/whole-pieces.ts';

/** The table in the page: rows and cells are found in it, there is no second copy of them. */
export interface TableDom {
  root: HTMLElement;
  frame: HTMLElement;
  table: HTMLTableElement;
  planId: string;
  userId: string;
  mayEdit: boolean;
  withSource: boolean;
  /** Every row is shown, in the order of the plan. */
  whole: boolean;
  columns: { field: EditableField; label: string }[];
}

export function findTable(): TableDom | null {
  const root = document.querySelector<HTMLElement>('[data-plan-table]');
  const frame = root?.querySelector<HTMLElement>('[data-frame]');
  const table = frame?.querySelector('table');
  if (!root || !frame || !table) return null;
  const columns = [...table.querySelectorAll<HTMLElement>('thead th[data-f]')].map((head) => ({
    field: head.dataset['f'] as EditableField,
    label: head.textContent.trim(),
  }));
  return {
    ...{ root, frame, table, columns },
    planId: root.dataset['plan'] ?? '',
    userId: root.dataset['user'] ?? '',
    mayEdit: root.dataset['edit'] === 'true',
    withSource: root.dataset['source'] === 'true',
    whole: root.dataset['whole'] !== 'false',
  };
}

export function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr[data-v]')];
}

export function rowById(table: HTMLTableElement, itemId: string): HTMLTableRowElement | null {
  return table.querySelector<HTMLTableRowElement>(`#r-${CSS.escape(itemId)}`);
}

/** Id of the last row of the group that a row belongs to. */
export function lastOfGroup(table: HTMLTableElement, itemId: string): string {
  const last = [...(rowById(table, itemId)?.closest('tbody')?.querySelectorAll('tr[data-v]') ?? [])].at(-1);
  return last ? itemIdOf(last) : itemId;
}

export function itemIdOf(row: Element): string {
  return row.id.slice(2);
}

/** The row's number as it is shown. */
export function numberOf(row: HTMLTableRowElement): string {
  return row.querySelector('th a')?.textContent ?? '';
}

export function cellOf(row: HTMLTableRowElement, columns: TableDom['columns'], field: EditableField) {
  const index = columns.findIndex((column) => column.field === field);
  return index < 0 ? null : (row.cells[index + 1] ?? null);
}

export function fieldOf(cell: HTMLTableCellElement, columns: TableDom['columns']): EditableField | null {
  return columns[cell.cellIndex - 1]?.field ?? null;
}

/** The text of a cell; findings stand behind it as elements. */
export function textOfCell(cell: HTMLTableCellElement): string {
  const first = cell.firstChild;
  return first instanceof Text ? first.data : '';
}

export function setTextOfCell(cell: HTMLTableCellElement, text: string): void {
  const first = cell.firstChild;
  if (first instanceof Text) {
    if (first.data !== text) first.data = text;
  } else if (text !== '') cell.prepend(document.createTextNode(text));
}

/** An element with class, text and children: `make('p', { class: 'x', text: '…' })`. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  given: { class?: string; text?: string } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (given.class) element.className = given.class;
  if (given.text !== undefined) element.textContent = given.text;
  element.append(...children);
  return element;
}

/** A sentence in which numbers of documents and school years are not torn at the end of a line. */
export function wholeWords(text: string): (Node | string)[] {
  return wholePieces(text).map((piece) =>
    piece.whole ? make('span', { class: 'whole', text: piece.text }) : piece.text,
  );
}

export function button(text: string, onClick: () => void, className = ''): HTMLButtonElement {
  const element = make('button', { text, class: className });
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}
