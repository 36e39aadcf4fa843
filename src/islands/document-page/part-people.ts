import { isPartId, partId } from '#core/plan/part-id.ts';
import type { Person } from '#lib/plan/live-message.ts';
import { FACTS } from '#lib/plan/plan-facts.ts';
import { drawPeople, markOfPeople, othersAmong } from '../people-here.ts';
import { PlaceTeller } from '../place-teller.ts';
import { type DocumentForm, nameOf } from './document-form.ts';
import { partsWord } from './parts-word.ts';

interface Part {
  name: string;
  /** What the mark of a person stands behind. */
  head: HTMLElement;
}

/** Who else has the plan open, and in which part: at the head of the page and beside the part. */
export class PartPeople {
  readonly #shown: DocumentForm;
  readonly #me: string;
  readonly #list: HTMLElement | null;
  readonly #place: PlaceTeller;
  #others: Person[] = [];

  constructor(shown: DocumentForm, { planId, me }: { planId: string; me: string }) {
    this.#shown = shown;
    this.#me = me;
    this.#list = document.querySelector('[data-people]');
    this.#place = new PlaceTeller(planId);
    shown.form.addEventListener('focusin', ({ target }) => this.#enter(target as Element));
  }

  hello(message: { visitorId: string }): void {
    this.#place.hello(message);
  }

  silent(): void {
    this.#place.silent();
    this.show([]);
  }

  show(people: readonly Person[]): void {
    this.#others = othersAmong(people, this.#me);
    this.draw();
  }

  /** Also after parts came, went or changed places. */
  draw(): void {
    const { form } = this.#shown;
    const parts = this.#parts();
    for (const old of form.querySelectorAll('.here')) old.remove();
    for (const itemId of new Set(this.#others.map((person) => person.itemId))) {
      const part = itemId === null ? undefined : parts.get(itemId);
      const people = this.#others.filter((person) => person.itemId === itemId);
      const names = people.map(({ name }) => name).join(', ');
      part?.head.after(markOfPeople(people, partsWord('liveParts.here', { names })));
    }
    // Others may have moved the part that this person is in.
    if (form.contains(document.activeElement)) this.#enter(document.activeElement!);
    if (!this.#list) return;
    drawPeople(this.#list, this.#others, {
      where: ({ itemId }) => (itemId === null ? '' : (parts.get(itemId)?.name ?? elsewhere(itemId))),
      rest: (count) => partsWord('liveParts.others', { count }),
    });
  }

  #enter(target: Element): void {
    const section = target.closest<HTMLElement>('section[id^="section-"]');
    const fact = FACTS.find((name) => this.#shown.fact(name) === target);
    const part = section?.id ?? fact;
    if (part !== undefined) this.#place.at(partId(part));
  }

  #parts(): Map<string, Part> {
    const parts = new Map<string, Part>();
    for (const box of this.#shown.sections()) {
      const head = box.element.querySelector<HTMLElement>('h3');
      if (head) parts.set(partId(box.element.id), { name: nameOf(box), head });
    }
    for (const fact of FACTS) {
      const head = this.#shown.fact(fact)?.labels?.[0];
      if (head) parts.set(partId(fact), { name: head.textContent.trim(), head });
    }
    return parts;
  }
}

function elsewhere(itemId: string): string {
  return isPartId(itemId) ? '' : partsWord('liveParts.atTable');
}
