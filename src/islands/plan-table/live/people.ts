import { isPartId } from '#core/plan/part-id.ts';
import type { Person } from '#lib/plan/live-message.ts';
import { drawPeople, markOfPeople, othersAmong } from '../../people-here.ts';
import { PlaceTeller } from '../../place-teller.ts';
import { itemIdOf, numberOf, rowById, type TableDom } from '../dom.ts';
import { word } from '../words.ts';

/** Who else has the plan open, and at which row: beside the title of the table and at the row's number. */
export class People {
  readonly #dom: TableDom;
  readonly #list: HTMLElement | null;
  readonly #status: HTMLElement | null;
  readonly #place: PlaceTeller;
  #others: Person[] = [];

  constructor(dom: TableDom) {
    this.#dom = dom;
    this.#list = dom.root.querySelector('[data-people]');
    this.#status = dom.root.querySelector('[data-people-said]');
    this.#place = new PlaceTeller(dom.planId);
    dom.table.addEventListener('focusin', (event) => {
      const row = (event.target as Element).closest<HTMLTableRowElement>('tr[data-v]');
      if (row) this.#place.at(itemIdOf(row));
    });
  }

  hello(message: { visitorId: string }): void {
    this.#place.hello(message);
  }

  /** Nothing is heard: who is here is not known any more. */
  silent(): void {
    this.#place.silent();
    this.#others = [];
    this.draw();
  }

  show(people: readonly Person[]): void {
    const before = new Set(this.#others.map(({ userId }) => userId));
    this.#others = othersAmong(people, this.#dom.userId);
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
      const names = people.map(({ name }) => name).join(', ');
      row?.cells[0]?.querySelector('a')?.after(markOfPeople(people, word('planTable.isHere', { names })));
    }
    if (!this.#list) return;
    drawPeople(this.#list, this.#others, {
      where: (person) => this.#whereIs(person),
      rest: (count) => word('planTable.andOthers', { count }),
    });
  }

  #whereIs({ itemId }: Person): string {
    if (itemId === null) return '';
    if (isPartId(itemId)) return word('planTable.atPart');
    const row = rowById(this.#dom.table, itemId);
    return row ? word('planTable.atRow', { number: numberOf(row) }) : '';
  }
}
