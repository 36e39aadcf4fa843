import { partsWord } from './parts-word.ts';

/** A part that both this person and somebody else have changed: the other version below the box that is typed in, and the choice. */
export interface TheirVersion {
  /** Who saved it. */
  by: string;
  /** As it was saved. */
  text: string;
  /** Puts it into the fields. */
  take(): void;
  /** Leaves the fields as they are typed: saving them takes the place of the other version. */
  keep(): void;
}

export function theirVersionBox({ by, text, take, keep }: TheirVersion): HTMLElement {
  const said = document.createElement('p');
  const strong = document.createElement('b');
  strong.textContent = partsWord('liveParts.theirs', { name: by });
  said.append(strong);
  const words = document.createElement('p');
  words.className = 'lines';
  words.textContent = text.trim() === '' ? partsWord('liveParts.blank') : text;
  words.dir = 'auto';
  return box(said, words, choices([partsWord('liveParts.takeTheirs'), take], [partsWord('liveParts.keepMine'), keep]));
}

/** Words in a section that somebody else has taken out. */
export function lostSectionBox({ by, drop }: { by: string; drop(): void }): HTMLElement {
  const said = document.createElement('p');
  const strong = document.createElement('b');
  strong.textContent = partsWord('liveParts.lost', { name: by });
  said.append(strong);
  return box(said, choices([partsWord('liveParts.dropMine'), drop]));
}

function box(...children: HTMLElement[]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'part-theirs';
  element.role = 'status';
  element.append(...children);
  return element;
}

function choices(...given: [name: string, choose: () => void][]): HTMLElement {
  const element = document.createElement('div');
  element.className = 'choices';
  for (const [name, choose] of given) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', choose);
    element.append(button);
  }
  return element;
}
