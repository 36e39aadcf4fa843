import { initialsOf } from '#lib/plan/initials-of.ts';
import type { Person } from '#lib/plan/live-message.ts';

/** How many are named; the others are counted. */
const MOST_NAMED = 4;

/** Everybody but oneself, once: somebody with two windows is one person, at the place of the newer one. */
export function othersAmong(people: readonly Person[], me: string): Person[] {
  const others = new Map<string, Person>();
  for (const person of people) {
    if (person.userId === me) continue;
    others.set(person.userId, { ...person, itemId: person.itemId ?? others.get(person.userId)?.itemId ?? null });
  }
  return [...others.values()];
}

/** Names at the head of the page. @param where they are, said behind the name; @param rest says how many more there are */
export function drawPeople(
  list: HTMLElement,
  people: readonly Person[],
  { where, rest }: { where(person: Person): string; rest(count: number): string },
): void {
  list.hidden = people.length === 0;
  const entries = people.slice(0, MOST_NAMED).map((person) => {
    const place = where(person);
    const name = document.createElement('span');
    name.textContent = person.name + (place === '' ? '' : ` · ${place}`);
    return entry(initials(initialsOf(person.name)), name);
  });
  const others = people.slice(MOST_NAMED);
  if (others.length > 0) {
    const more = entry(rest(others.length));
    more.title = others.map(({ name }) => name).join(', ');
    entries.push(more);
  }
  list.replaceChildren(...entries);
}

/** At a place: the initials of who is there, and a sentence with their names for those who hear the page. */
export function markOfPeople(people: readonly Person[], sentence: string): HTMLElement {
  const [first] = people;
  const shown = people.length === 1 ? initialsOf(first!.name) : `${initialsOf(first!.name)} +${people.length - 1}`;
  const heard = document.createElement('span');
  heard.className = 'visually-hidden';
  heard.textContent = ` ${sentence}`;
  const mark = document.createElement('span');
  mark.className = 'here';
  mark.title = sentence;
  mark.append(initials(shown), heard);
  return mark;
}

function initials(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'initials';
  element.textContent = text;
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function entry(...children: (Node | string)[]): HTMLElement {
  const element = document.createElement('li');
  element.append(...children);
  return element;
}
