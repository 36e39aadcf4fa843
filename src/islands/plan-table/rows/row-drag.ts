import { itemIdOf, rowById, rowsOf, type TableDom } from '../dom.ts';

export interface RowDragTools {
  dom: TableDom;
  /** Below another row, or to the top (null). */
  moveBelow(row: HTMLTableRowElement, above: HTMLTableRowElement | null): void;
}

/** Pixels that a pointer may tremble, and from the edge of the frame on where the rows begin to scroll. */
const TREMBLE = 4;
const EDGE = 56;
const STEP = 12;

/** Milliseconds that a finger rests on a handle before the row comes along; one that moves at once scrolls the page. */
const HOLD = 300;
/** Pixels that a finger may tremble meanwhile. */
const FINGER = 10;

interface Drag {
  itemId: string;
  startY: number;
  y: number;
  /** The row is in the hand: a mouse has it at once, a finger after a while. */
  held: boolean;
  hold: ReturnType<typeof setTimeout> | undefined;
  moving: boolean;
  frame: number;
  /** Ends the hearing of the handle. */
  over: AbortController;
}

/** Rows are moved by a handle at their number, with mouse, pen or finger. With keys: Alt and arrows; without either: the row's panel. */
export class RowDrag {
  readonly #tools: RowDragTools;
  #drag: Drag | null = null;

  constructor(tools: RowDragTools) {
    this.#tools = tools;
    const { table } = tools.dom;
    table.addEventListener('pointerdown', (event) => this.#begin(event));
    table.addEventListener('pointermove', (event) => isFinger(event) || this.#move(event.clientY));
    table.addEventListener('pointerup', (event) => isFinger(event) || this.#end(true));
    table.addEventListener('pointercancel', (event) => isFinger(event) || this.#end(false));
    table.addEventListener('contextmenu', (event) => this.#drag && event.preventDefault());
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
    const dragged = this.#drag?.held ? this.#row : null;
    dragged?.classList.add('dragged');
  }

  #begin(event: PointerEvent): void {
    const handle = (event.target as Element).closest<HTMLElement>('.grip');
    const row = handle?.closest('tr');
    if (!handle || !row || event.button !== 0 || this.#drag) return;
    const over = new AbortController();
    const at = { startY: event.clientY, y: event.clientY };
    const held = !isFinger(event);
    this.#drag = { itemId: itemIdOf(row), ...at, held, hold: undefined, moving: false, frame: 0, over };
    if (held) {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
    } else this.#follow(handle, over.signal);
  }

  /** A finger belongs to the handle it was put on, even when the rows are drawn anew and that handle is in the page no more. */
  #follow(handle: HTMLElement, signal: AbortSignal): void {
    this.#drag!.hold = setTimeout(() => this.#lift(), HOLD);
    const move = (event: TouchEvent): void => {
      // Said before the browser begins to scroll, or not at all.
      if (this.#drag?.held) event.preventDefault();
      this.#move(event.touches[0]!.clientY);
    };
    handle.addEventListener('touchmove', move, { passive: false, signal });
    handle.addEventListener('touchend', () => this.#end(true), { signal });
    // The browser scrolls with it.
    handle.addEventListener('touchcancel', () => this.#end(false), { signal });
  }

  /** A finger has rested long enough. */
  #lift(): void {
    if (!this.#drag) return;
    this.#drag.held = true;
    this.#row?.classList.add('dragged');
    // Not every device can, and not every browser lets a page.
    if ('vibrate' in navigator) navigator.vibrate(15);
  }

  /** Found anew each time: others may have had the rows drawn anew meanwhile. */
  get #row(): HTMLTableRowElement | null {
    return this.#drag && rowById(this.#tools.dom.table, this.#drag.itemId);
  }

  /** Rows below the same heading: a row is about what its heading says, and stays there. */
  get #group(): HTMLTableRowElement[] {
    return [...(this.#row?.closest('tbody')?.querySelectorAll<HTMLTableRowElement>('tr[data-v]') ?? [])];
  }

  #move(y: number): void {
    const drag = this.#drag;
    if (!drag) return;
    drag.y = y;
    const moved = Math.abs(drag.y - drag.startY);
    if (!drag.held) {
      if (moved > FINGER) this.#end(false);
      return;
    }
    if (!drag.moving && moved < TREMBLE) return;
    if (!drag.moving) {
      drag.moving = true;
      this.#row?.classList.add('dragged');
      drag.frame = requestAnimationFrame(() => this.#scroll());
    }
    this.#show();
  }

  /** A line where the row would come to stand. */
  #show(): void {
    this.#clear();
    const row = this.#row;
    const others = this.#group.filter((each) => each !== row);
    const at = placeAt(others, this.#drag!.y);
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
    const [row, group] = [this.#row, this.#group];
    this.#drag = null;
    drag.over.abort();
    clearTimeout(drag.hold);
    cancelAnimationFrame(drag.frame);
    row?.classList.remove('dragged');
    this.#clear();
    if (!row || !drag.moving || !drop) return;
    const rows = rowsOf(this.#tools.dom.table);
    const others = group.filter((each) => each !== row);
    const at = placeAt(others, drag.y);
    const first = rows.indexOf(group[0]!);
    this.#tools.moveBelow(row, others[at - 1] ?? rows[first - 1] ?? null);
  }

  #clear(): void {
    for (const row of this.#tools.dom.table.querySelectorAll<HTMLElement>('tr[data-drop]')) delete row.dataset['drop'];
  }
}

function isFinger({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch';
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
