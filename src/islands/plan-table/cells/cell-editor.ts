import { make, setTextOfCell, textOfCell } from '../dom.ts';

/** Where somebody goes on after a cell. */
export type Way = 'stay' | 'down' | 'up' | 'next' | 'back';

export interface EditorTools {
  label(cell: HTMLTableCellElement): string;
  /** The text was changed and is to be saved; `before` is what it said when the typing began, in `version` of its row. */
  commit(cell: HTMLTableCellElement, text: string, before: string, version: number): void;
  /** Editing was ended by a key; where it leads. */
  leave(cell: HTMLTableCellElement, way: Way): void;
  /** What was pasted into a box. False: it is text for the box itself. */
  paste(cell: HTMLTableCellElement, data: DataTransfer): boolean;
}

/** A text box in place of one cell. Enter and Tab keep what was typed, Esc takes it back, Alt+Enter begins a new line. */
export class CellEditor {
  readonly #tools: EditorTools;
  #open: {
    cell: HTMLTableCellElement;
    box: HTMLTextAreaElement;
    before: string;
    version: number;
    /** What the cell says at the server by now. */
    latest: string;
    rest: ChildNode[];
  } | null = null;

  constructor(tools: EditorTools) {
    this.#tools = tools;
  }

  get cell(): HTMLTableCellElement | null {
    return this.#open?.cell ?? null;
  }

  /** @param typed what the box begins with; the cell's own text when left out */
  open(cell: HTMLTableCellElement, typed?: string): void {
    if (this.#open?.cell === cell) return;
    this.close('keep');
    const before = textOfCell(cell);
    const rest = [...cell.childNodes].filter((node) => !(node instanceof Text));
    const box = make('textarea');
    box.value = typed ?? before;
    box.rows = 1;
    box.setAttribute('aria-label', this.#tools.label(cell));
    cell.replaceChildren(box, ...rest);
    cell.classList.add('editing');
    const version = Number(cell.closest('tr')?.dataset['v']);
    this.#open = { cell, box, before, version, latest: before, rest };
    box.addEventListener('keydown', (event) => this.#onKey(event));
    box.addEventListener('input', () => grow(box));
    box.addEventListener('paste', (event) => {
      if (event.clipboardData && this.#tools.paste(cell, event.clipboardData)) event.preventDefault();
      event.stopPropagation();
    });
    // Another window is no end of the editing.
    box.addEventListener('blur', () => document.hasFocus() && this.close('keep'));
    grow(box);
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
  }

  /** Somebody else changed the cell that is open: shown when nothing comes of the typing. */
  hear(text: string): void {
    if (this.#open) this.#open.latest = text;
  }

  /** Puts the text back into its cell, and saves it unless it is dropped. */
  close(how: 'keep' | 'drop'): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const { cell, box, before, version, latest, rest } = open;
    const typed = box.value.replace(/\s+$/, '');
    const isNew = how === 'keep' && typed !== before;
    cell.classList.remove('editing');
    cell.replaceChildren(...rest);
    setTextOfCell(cell, isNew ? typed : latest);
    if (isNew) this.#tools.commit(cell, typed, before, version);
  }

  #onKey(event: KeyboardEvent): void {
    const open = this.#open;
    // Keys of an input method that is composing a letter belong to it.
    if (!open || event.isComposing) return;
    event.stopPropagation();
    const onPhone = matchMedia('(pointer: coarse)').matches;
    if (event.key === 'Escape') this.#end(event, 'drop', 'stay');
    else if (event.key === 'Tab') this.#end(event, 'keep', event.shiftKey ? 'back' : 'next');
    else if (event.key !== 'Enter') return;
    else if (event.altKey || event.ctrlKey || event.metaKey) {
      event.preventDefault();
      open.box.setRangeText('\n', open.box.selectionStart, open.box.selectionEnd, 'end');
      grow(open.box);
    } else if (!onPhone) this.#end(event, 'keep', event.shiftKey ? 'up' : 'down');
  }

  #end(event: KeyboardEvent, how: 'keep' | 'drop', way: Way): void {
    const cell = this.#open!.cell;
    event.preventDefault();
    this.close(how);
    this.#tools.leave(cell, way);
  }
}

/** For browsers without `field-sizing`. */
function grow(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight}px`;
}
