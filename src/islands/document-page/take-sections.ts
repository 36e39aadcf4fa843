import { markOf } from '#lib/plan/merge-sections.ts';
import { sectionFates } from '#lib/plan/section-fates.ts';
import { type DocumentForm, nameOf, type SectionBox, takeValue, wordsOf } from './document-form.ts';
import { partsWord } from './parts-word.ts';

export interface SectionsTaken {
  marks: Record<string, string>;
  /** What others did, in words. */
  changed: string[];
  /** Elements to look at. */
  fresh: HTMLElement[];
  /** Sections that both have changed, with those of the newer page. */
  both: { box: SectionBox; fresh: SectionBox }[];
  /** Sections that others took out while this person has words in them. */
  lost: HTMLElement[];
}

/** Paths of sections that are not in the document any more; words for them come back with the answer when the form is saved. */
const LOST = 'lost-';
let lost = 0;

/**
 * Sections that others changed, added or took out become so in the page. One that is written in stays where it is, with caret and all;
 * the others are drawn around it.
 */
export function takeSections(shown: DocumentForm, fresh: DocumentForm): SectionsTaken {
  const old = shown.marks.sections;
  const boxes = shown.sections().filter(({ path }) => !path.startsWith(LOST));
  const fates = sectionFates(boxes.map(wordsOf), old, fresh.sections().map(wordsOf));
  const kept = Object.entries(old).filter(([path]) => path.startsWith(LOST));
  const taken: SectionsTaken = { marks: Object.fromEntries(kept), changed: [], fresh: [], both: [], lost: [] };
  const homes = new Map<string, SectionBox>();
  for (const box of boxes) {
    const fate = fates.get(box.path)!;
    if ('to' in fate) homes.set(fate.to, box);
    else leave(box, fate.kind, old[box.path] ?? '', taken);
  }
  let next = shown.form.querySelector('[data-sections-end]')!;
  for (const section of fresh.sections().toReversed()) {
    const box = homes.get(section.path);
    const fate = box && fates.get(box.path)!.kind;
    const mark = markOf(wordsOf(section));
    taken.marks[section.path] = fate === 'both' ? (old[box!.path] ?? '') : mark;
    if (fate === 'both') taken.both.push({ box: box!, fresh: section });
    if (fate === 'theirs') taken.changed.unshift(nameOf(section));
    if (box && (fate !== 'theirs' || box.element.contains(document.activeElement))) {
      if (fate === 'theirs') takeWords(box, section);
      takeIdentity(box, section);
      next = box.element;
    } else {
      if (!box) taken.changed.unshift(partsWord('liveParts.added', { section: nameOf(section) }));
      const element = document.adoptNode(section.element);
      if (box) box.element.replaceWith(element);
      else next.before(element);
      next = element;
    }
    if (fate === 'theirs' || !box) taken.fresh.push(next as HTMLElement);
  }
  return taken;
}

export function takeWords(box: SectionBox, fresh: SectionBox): void {
  for (const field of ['label', 'title', 'text'] as const) takeValue(box[field], fresh[field]);
}

/** The place of a section in the document: what its fields and buttons are called. */
function takeIdentity(box: SectionBox, fresh: SectionBox): void {
  const { element } = box;
  element.id = fresh.element.id;
  element.className = fresh.element.className;
  element.ariaLabel = fresh.element.ariaLabel;
  const [heading, other] = [element.querySelector('h3'), fresh.element.querySelector('h3')];
  if (heading && other) heading.textContent = other.textContent;
  for (const field of ['label', 'title', 'text'] as const) {
    const control = box[field];
    const label = element.querySelector<HTMLLabelElement>(`label[for="${CSS.escape(control.id)}"]`);
    control.name = fresh[field].name;
    control.id = fresh[field].id;
    if (label) label.htmlFor = control.id;
  }
  const [tools, newer] = [element.querySelector('.tools'), fresh.element.querySelector('.tools')];
  if (tools && newer && !tools.contains(document.activeElement)) tools.replaceWith(document.adoptNode(newer));
}

/** A section that is not in the document any more goes, unless there are words in it. */
function leave(box: SectionBox, kind: 'gone' | 'lost', mark: string, taken: SectionsTaken): void {
  taken.changed.push(partsWord('liveParts.removed', { section: nameOf(box) }));
  if (kind === 'gone') return box.element.remove();
  const path = `${LOST}${(lost += 1)}`;
  box.element.id = `section-${path}`;
  for (const field of ['label', 'title', 'text'] as const) box[field].name = `${field}-${path}`;
  box.element.querySelector('.tools')?.remove();
  taken.marks[path] = mark;
  taken.lost.push(box.element);
}
