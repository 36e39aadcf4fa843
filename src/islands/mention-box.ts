import { matchTargets, type MentionTarget } from '#core/plan/life/mentions.ts';
import { plain } from '#core/kernel/text.ts';
import { talkWord } from './talk-words.ts';

const MOST = 8;
/** What is being typed behind the last "@" before the caret, on the same line. */
const TYPED = /(?<![\p{L}\p{N}])@([\p{L}\p{M}\p{N}.\- ]{0,60})$/u;

let boxes = 0;

/**
 * Offers names behind "@" in a text box: a list below it, by arrow keys and Enter, by mouse, by finger. Tones and the order of words are
 * forgiven. Without this script names are typed or ticked.
 */
export class MentionBox {
  readonly #text: HTMLTextAreaElement;
  readonly #list: HTMLUListElement;
  readonly #said: HTMLElement;
  readonly #targets: () => Promise<readonly MentionTarget[]>;
  readonly #onPick: (target: MentionTarget) => void;
  #shown: readonly MentionTarget[] = [];
  #at = 0;

  constructor(
    text: HTMLTextAreaElement,
    tools: { targets: () => Promise<readonly MentionTarget[]>; onPick: (target: MentionTarget) => void },
  ) {
    this.#text = text;
    this.#targets = tools.targets;
    this.#onPick = tools.onPick;
    const box = document.createElement('div');
    box.className = 'mention-box';
    text.replaceWith(box);
    this.#list = document.createElement('ul');
    this.#list.className = 'mention-list';
    this.#list.id = `mention-list-${(boxes += 1)}`;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = talkWord('talk.names');
    this.#list.hidden = true;
    this.#said = document.createElement('span');
    this.#said.className = 'visually-hidden';
    this.#said.role = 'status';
    box.append(text, this.#list, this.#said);
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', this.#list.id);
    text.autocomplete = 'off';
    text.addEventListener('input', () => void this.#look());
    text.addEventListener('click', () => void this.#look());
    text.addEventListener('keydown', (event) => this.#onKey(event));
    // Whoever taps a name leaves the box for a moment.
    text.addEventListener('blur', () => setTimeout(() => this.#hide(), 150));
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest('li');
      if (option) this.#pick([...this.#list.children].indexOf(option));
    });
  }

  /** What is typed behind "@" now; null when nothing is. */
  #typed(): string | null {
    const { value, selectionStart, selectionEnd } = this.#text;
    if (selectionStart !== selectionEnd) return null;
    return TYPED.exec(value.slice(0, selectionStart).split('\n').at(-1) ?? '')?.[1] ?? null;
  }

  async #look(): Promise<void> {
    if (this.#typed() === null) return this.#hide();
    const targets = await this.#targets().catch(() => []);
    const typed = this.#typed();
    if (typed === null || document.activeElement !== this.#text) return this.#hide();
    const whole = targets.some(({ label }) => plain(label) === plain(typed) && typed.endsWith(' '));
    this.#show(whole ? [] : matchTargets(typed, targets, MOST));
  }

  #show(targets: readonly MentionTarget[]): void {
    if (targets.length === 0) return this.#hide();
    this.#shown = targets;
    this.#at = 0;
    this.#list.replaceChildren(...targets.map((target, index) => this.#option(target, index)));
    this.#list.hidden = false;
    this.#said.textContent = talkWord('talk.found', { count: targets.length });
    this.#mark();
  }

  #option({ label, hint }: MentionTarget, index: number): HTMLElement {
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `${this.#list.id}-${index}`;
    const name = document.createElement('bdi');
    name.textContent = label;
    option.append(name);
    if (hint !== '') {
      const small = document.createElement('small');
      small.textContent = hint;
      option.append(small);
    }
    return option;
  }

  #mark(): void {
    for (const [index, option] of [...this.#list.children].entries()) option.ariaSelected = String(index === this.#at);
    const current = this.#list.children[this.#at];
    current?.scrollIntoView({ block: 'nearest' });
    this.#text.setAttribute('aria-activedescendant', current?.id ?? '');
  }

  #hide(): void {
    this.#list.hidden = true;
    this.#shown = [];
    this.#said.textContent = '';
    this.#text.removeAttribute('aria-activedescendant');
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#shown.length === 0 || event.isComposing) return;
    const count = this.#shown.length;
    const keys: Record<string, () => void> = {
      ArrowDown: () => this.#move((this.#at + 1) % count),
      ArrowUp: () => this.#move((this.#at + count - 1) % count),
      Enter: () => this.#pick(this.#at),
      Tab: () => this.#pick(this.#at),
      Escape: () => this.#hide(),
    };
    const act = event.shiftKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #move(to: number): void {
    this.#at = to;
    this.#mark();
  }

  #pick(index: number): void {
    const target = this.#shown[index];
    const typed = this.#typed();
    if (!target || typed === null) return this.#hide();
    const end = this.#text.selectionStart;
    this.#text.setRangeText(`@${target.label} `, end - typed.length - 1, end, 'end');
    this.#onPick(target);
    this.#hide();
    this.#text.focus();
  }
}
