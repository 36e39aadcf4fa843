import { itemIdOf, numberOf, rowById, rowsOf, setTextOfCell, type TableDom, textOfCell } from '../dom.ts';

/**
 * Puts the rows of the server in place of those that are shown. A row that is newer here stays as it is; a row that only has words of this
 * person any more stays where it was. The row that is typed in never leaves the page: everything else is drawn around it, so that caret,
 * selection and a letter that is being composed stay as they are.
 * @param html every `tbody`, escaped where it was made (plan-rows-html.ts)
 * @param typing the cell that is typed in
 * @param keep whether a row that the server does not have any more has to stay
 * @returns `lost`: rows that only stay for that reason; `gone`: those that are not shown any more, as they were
 */
export function redrawRows(
  { table, frame }: TableDom,
  html: string,
  typing: HTMLTableCellElement | null,
  keep: (row: HTMLTableRowElement) => boolean,
): { lost: HTMLTableRowElement[]; gone: HTMLTableRowElement[] } {
  const fresh = document.createElement('table');
  fresh.innerHTML = html;
  const { scrollTop, scrollLeft } = frame;
  const old = rowsOf(table);
  const anchor = typing?.closest('tr') ?? null;
  const missing = old.filter((row) => !rowById(fresh, itemIdOf(row)));
  const lost = missing.filter((row) => row === anchor || keep(row));
  const beside = new Map(lost.map((row) => [row, neighboursOf(row, old)]));
  for (const row of old) keepNewer(row, rowById(fresh, itemIdOf(row)), row === anchor);
  for (const row of lost) putBack(fresh, row, beside.get(row)!, row === anchor);

  if (anchor) drawAround(table, fresh, anchor, typing);
  else {
    for (const body of [...table.tBodies]) body.remove();
    table.append(...fresh.tBodies);
  }
  frame.scrollTo(scrollLeft, scrollTop);
  return { lost, gone: missing.filter((row) => !lost.includes(row)) };
}

/** An answer that was on its way while a row changed must not bring its old words back. */
function keepNewer(row: HTMLTableRowElement, fresh: HTMLTableRowElement | null, isAnchor: boolean): void {
  if (!fresh || isAnchor || Number(row.dataset['v']) <= Number(fresh.dataset['v'])) return;
  row.cells[0]?.replaceWith(fresh.cells[0]!.cloneNode(true));
  fresh.replaceWith(row);
}

interface Neighbour {
  itemId: string;
  side: 'above' | 'below';
}

/** Rows around a row, those of its group first, then the nearest first. */
function neighboursOf(row: HTMLTableRowElement, rows: readonly HTMLTableRowElement[]): Neighbour[] {
  const at = rows.indexOf(row);
  const above = rows.slice(0, at).reverse();
  const all = [
    ...above.map((other) => ({ other, side: 'above' as const })),
    ...rows.slice(at + 1).map((other) => ({ other, side: 'below' as const })),
  ];
  const isOfGroup = (other: HTMLTableRowElement): boolean => other.parentElement === row.parentElement;
  return [...all.filter(({ other }) => isOfGroup(other)), ...all.filter(({ other }) => !isOfGroup(other))].map(
    ({ other, side }) => ({ itemId: itemIdOf(other), side }),
  );
}

/** A row that is gone at the server, beside one that it stood beside; the anchor leaves a place to stand in. */
function putBack(
  fresh: HTMLTableElement,
  row: HTMLTableRowElement,
  beside: readonly Neighbour[],
  isAnchor: boolean,
): void {
  const place = isAnchor ? (row.cloneNode(false) as HTMLTableRowElement) : row;
  for (const { itemId, side } of beside) {
    const neighbour = rowById(fresh, itemId);
    if (neighbour) return side === 'above' ? neighbour.after(place) : neighbour.before(place);
  }
  (fresh.tBodies[0] ?? fresh.createTBody()).append(place);
}

function drawAround(
  table: HTMLTableElement,
  fresh: HTMLTableElement,
  anchor: HTMLTableRowElement,
  typing: HTMLTableCellElement | null,
): void {
  const stand = rowById(fresh, itemIdOf(anchor))!;
  const [body, freshBody] = [anchor.closest('tbody')!, stand.closest('tbody')!];
  const bodies = [...fresh.tBodies];
  const rows = [...freshBody.rows];
  const [at, atRow] = [bodies.indexOf(freshBody), rows.indexOf(stand)];
  for (const other of [...table.tBodies]) if (other !== body) other.remove();
  for (const other of [...body.rows]) if (other !== anchor) other.remove();
  body.dataset['g'] = freshBody.dataset['g'] ?? '';
  takeCells(anchor, stand, typing);
  anchor.before(...rows.slice(0, atRow));
  anchor.after(...rows.slice(atRow + 1));
  body.before(...bodies.slice(0, at));
  body.after(...bodies.slice(at + 1));
}

/** Number, version and words of the anchor's other cells. */
function takeCells(row: HTMLTableRowElement, fresh: HTMLTableRowElement, typing: HTMLTableCellElement | null): void {
  if (fresh.cells.length === 0) return;
  const isNewer = Number(fresh.dataset['v']) > Number(row.dataset['v']);
  renumber(row, numberOf(fresh));
  if (!isNewer) return;
  row.dataset['v'] = fresh.dataset['v'] ?? '';
  for (const [index, cell] of [...row.cells].entries()) {
    const other = fresh.cells[index];
    if (index > 0 && cell !== typing && other) setTextOfCell(cell, textOfCell(other));
  }
}

/** A row's number, as it is seen and as it is read aloud. */
export function renumber(row: HTMLTableRowElement, number: string): void {
  const link = row.cells[0]?.querySelector('a');
  if (!link || link.textContent === number) return;
  link.setAttribute('aria-label', (link.getAttribute('aria-label') ?? '').replace(/\d+$/, number));
  link.textContent = number;
}
