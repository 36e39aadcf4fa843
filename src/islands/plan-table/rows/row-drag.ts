import { rowsOf, type TableDom } from '../dom.ts';

export interface RowDragTools {
  dom: TableDom;
  /** Below another row, or to the top (null). */
  moveBelow(row: HTMLTableRowElement, above: HTMLTableRowElement | null): void;
}

/** Pixels that a pointer may tremble, and from the edge of the frame on where the rows begin to scroll. */
const TREMBLE = 4;
const EDGE = 56;
const STEP = 12;

interface Drag {
  row: HTMLTableRowElement;
  /** Rows below the same heading: a row is about what its heading says, and stays there. */
  group: HTMLTableRowElement[];
  startY: number;
  y: number;
  moving: boolean;
  frame: number;
}

/** Rows are moved by a handle at their number, with mouse, pen or finger. With keys: Alt and arrows; without either: the row's panel. */
export class RowDrag {
  readonly #tools: RowDragTools;
  #drag: Drag | null = null;

  constructor(tools: RowDragTools) {
    this.#tools = tools;
    const { table } = tools.dom;
    table.addEventListener('pointerdown', (event) => this.#begin(event));
    table.addEventListener('pointermove', (event) => this.#move(event));
    table.addEventListener('pointerup', () => this.#end(true));
    table.addEventListener('pointercancel', () => this.#end(false));
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !this.#drag?.moving) return;
        event.stopPropagation();
        this.#end(false);
      },
      true,
    );
    this.refresh();
  }

  /** Every row gets its handle; also after rows were drawn anew. Nobody needs to hear of it: it is for pointers. */
  refresh(): void {
    const { dom } = this.#tools;
    const may = dom.mayEdit && dom.whole;
    for (const row of rowsOf(dom.table)) {
      const there = row.cells[0]?.querySelector('.grip');
      if (!may) there?.remove();
      else if (!there) row.cells[0]?.append(grip());
    }
  }

  #begin(event: PointerEvent): void {
    const handle = (event.target as Element).closest<HTMLElement>('.grip');
    const row = handle?.closest('tr');
    if (!handle || !row || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const group = [...(row.closest('tbody')?.querySelectorAll<HTMLTableRowElement>('tr[data-v]') ?? [])];
    this.#drag = { row, group, startY: event.clientY, y: event.clientY, moving: false, frame: 0 };
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.y = event.clientY;
    if (!drag.moving && Math.abs(drag.y - drag.startY) < TREMBLE) return;
    if (!drag.moving) {
      drag.moving = true;
      drag.row.classList.add('dragged');
      drag.frame = requestAnimationFrame(() => this.#scroll());
    }
    this.#show();
  }

  /** A line where the row would come to stand. */
  #show(): void {
    const drag = this.#drag!;
    this.#clear();
    const others = drag.group.filter((row) => row !== drag.row);
    const at = placeAt(others, drag.y);
    const [above, below] = [others[at - 1], others[at]];
    if (below) below.dataset['drop'] = 'above';
    else if (above) above.dataset['drop'] = 'below';
  }

  /** Rows that are out of sight come into it while the pointer stays at an edge. */
  #scroll(): void {
    const drag = this.#drag;
    if (!drag) return;
    const { frame } = this.#tools.dom;
    const scrolls = getComputedStyle(frame).overflowY !== 'visible';
    const box = frame.getBoundingClientRect();
    const top = scrolls ? Math.max(box.top, 0) : 0;
    const bottom = scrolls ? Math.min(box.bottom, innerHeight) : innerHeight;
    const step = drag.y < top + EDGE ? -STEP : drag.y > bottom - EDGE ? STEP : 0;
    if (step !== 0) {
      if (scrolls) frame.scrollTop += step;
      else scrollBy(0, step);
      this.#show();
    }
    drag.frame = requestAnimationFrame(() => this.#scroll());
  }

  #end(drop: boolean): void {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = null;
    cancelAnimationFrame(drag.frame);
    drag.row.classList.remove('dragged');
    this.#clear();
    if (!drag.moving || !drop) return;
    const rows = rowsOf(this.#tools.dom.table);
    const others = drag.group.filter((row) => row !== drag.row && row.isConnected);
    const at = placeAt(others, drag.y);
    const first = rows.indexOf(drag.group[0]!);
    this.#tools.moveBelow(drag.row, others[at - 1] ?? rows[first - 1] ?? null);
  }

  #clear(): void {
    for (const row of this.#drag?.group ?? rowsOf(this.#tools.dom.table)) delete row.dataset['drop'];
  }
}

/** Before which of the rows a point lies. */
function placeAt(rows: readonly HTMLTableRowElement[], y: number): number {
  return rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

function grip(): HTMLElement {
  const element = document.createElement('span');
  element.className = 'grip';
  element.setAttribute('aria-hidden', 'true');
  element.addEventListener('click', (event) => event.stopPropagation());
  return element;
}
