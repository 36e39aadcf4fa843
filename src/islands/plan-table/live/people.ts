import { initialsOf } from '#lib/plan/initials-of.ts';
import type { Person } from '#lib/plan/live-message.ts';
import { itemIdOf, make, numberOf, rowById, type TableDom } from '../dom.ts';
import { word } from '../words.ts';

/** Milliseconds for which somebody stays at a row before the others are told. */
const SETTLE = 400;
/** How many are named; the others are counted. */
const MOST_NAMED = 4;

/** Who else has the plan open, and at which row: beside the title of the table and at the row's number. */
export class People {
  readonly #dom: TableDom;
  readonly #list: HTMLElement | null;
  readonly #status: HTMLElement | null;
  #others: Person[] = [];
  #visitorId: string | null = null;
  #told: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(dom: TableDom) {
    this.#dom = dom;
    this.#list = dom.root.querySelector('[data-people]');
    this.#status = dom.root.querySelector('[data-people-said]');
    dom.table.addEventListener('focusin', (event) => {
      const row = (event.target as Element).closest<HTMLTableRowElement>('tr[data-v]');
      if (row) this.#at(itemIdOf(row));
    });
  }

  hello({ visitorId }: { visitorId: string }): void {
    this.#visitorId = visitorId;
    const at = this.#told;
    this.#told = null;
    if (at !== null) this.#at(at);
  }

  /** Nothing is heard: who is here is not known any more. */
  silent(): void {
    this.#visitorId = null;
    this.#others = [];
    this.draw();
  }

  show(people: readonly Person[]): void {
    const before = new Set(this.#others.map(({ userId }) => userId));
    // Somebody with two windows is one person, at the row of the newer one.
    const others = new Map<string, Person>();
    for (const person of people) {
      if (person.userId === this.#dom.userId) continue;
      others.set(person.userId, { ...person, itemId: person.itemId ?? others.get(person.userId)?.itemId ?? null });
    }
    this.#others = [...others.values()];
    // Coming is said once; moving about and going are only shown.
    const came = this.#others.filter(({ userId }) => !before.has(userId)).map(({ name }) => name);
    if (came.length > 0 && this.#status) {
      this.#status.textContent = word('planTable.cameHere', { names: came.join(', ') });
    }
    this.draw();
  }

  /** Also after rows were drawn anew. */
  draw(): void {
    for (const old of this.#dom.table.querySelectorAll('.here')) old.remove();
    for (const itemId of new Set(this.#others.map((person) => person.itemId))) {
      const row = itemId === null ? null : rowById(this.#dom.table, itemId);
      const people = this.#others.filter((person) => person.itemId === itemId);
      row?.cells[0]?.querySelector('a')?.after(mark(people));
    }
    this.#drawList();
  }

  #drawList(): void {
    const list = this.#list;
    if (!list) return;
    list.hidden = this.#others.length === 0;
    const entries = this.#others.slice(0, MOST_NAMED).map((person) => this.#entry(person));
    const rest = this.#others.slice(MOST_NAMED);
    if (rest.length > 0) {
      const more = make('li', { text: word('planTable.andOthers', { count: rest.length }) });
      more.title = rest.map(({ name }) => name).join(', ');
      entries.push(more);
    }
    list.replaceChildren(...entries);
  }

  #entry({ name, itemId }: Person): HTMLElement {
    const row = itemId === null ? null : rowById(this.#dom.table, itemId);
    const where = row ? ` · ${word('planTable.atRow', { number: numberOf(row) })}` : '';
    return make('li', {}, badge(name), make('span', { text: name + where }));
  }

  #at(itemId: string): void {
    if (itemId === this.#told) return;
    this.#told = itemId;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(itemId), SETTLE);
  }

  async #tell(item: string): Promise<void> {
    if (this.#visitorId === null) return;
    await fetch(`/plans/${this.#dom.planId}/live`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ visitor: this.#visitorId, item }),
    }).catch(() => {
      // Where one is matters to the others only while it is so.
    });
  }
}

function badge(name: string): HTMLElement {
  const element = make('span', { class: 'initials', text: initialsOf(name) });
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** At the number of a row: the initials of who is there, and their names for those who hear the page. */
function mark(people: readonly Person[]): HTMLElement {
  const names = people.map(({ name }) => name).join(', ');
  const [first] = people;
  const shown = people.length === 1 ? initialsOf(first!.name) : `${initialsOf(first!.name)} +${people.length - 1}`;
  const initials = make('span', { class: 'initials', text: shown });
  initials.setAttribute('aria-hidden', 'true');
  const element = make(
    'span',
    { class: 'here' },
    initials,
    make('span', { class: 'visually-hidden', text: ` ${word('planTable.isHere', { names })}` }),
  );
  element.title = word('planTable.isHere', { names });
  return element;
}
