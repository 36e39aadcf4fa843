import { lines, normalise } from '#core/kernel/text.ts';
import type { FindingPlace } from '../finding.ts';
import type { ItemField, PlanDocument, PlanItem, SectionRole } from '../plan-document.ts';
import { inItem, inPart, inSection } from './finding-place.ts';
import { monthMentions, type MonthMention } from './month-mention.ts';
import { visitSections } from './sections.ts';

/** One line of the document's own words, normalised, with its place; without its label. */
export interface Passage {
  text: string;
  part: FindingPlace['part'];
  /** Role of the section it stands in; null outside sections. */
  role: SectionRole | null;
  item: PlanItem | null;
  field: ItemField | null;
  /** `text` in lower case, and the dates in it; made when first asked for, since most rules look at few passages. */
  readonly lower: string;
  readonly months: readonly MonthMention[];
  /** The place, quoting given words of it. */
  at(quote: string): FindingPlace;
}

/** A class, since a plan of 300 rows has thousands of them and few are looked at closely. */
class PassageOf implements Passage {
  readonly text: string;
  readonly part: FindingPlace['part'];
  readonly role: SectionRole | null;
  readonly item: PlanItem | null;
  readonly field: ItemField | null;
  readonly at: (quote: string) => FindingPlace;
  #lower: string | undefined;
  #months: readonly MonthMention[] | undefined;

  constructor(facts: Omit<Passage, 'lower' | 'months'>) {
    this.text = facts.text;
    this.part = facts.part;
    this.role = facts.role;
    this.item = facts.item;
    this.field = facts.field;
    this.at = facts.at;
  }

  get lower(): string {
    return (this.#lower ??= this.text.toLowerCase());
  }

  get months(): readonly MonthMention[] {
    return (this.#months ??= monthMentions(this.text));
  }
}

function aPassage(facts: Omit<Passage, 'lower' | 'months'>): Passage {
  return new PassageOf(facts);
}

/** `lines` of the kernel, with a short way for the many cells that are one clean line. */
function linesOf(text: string | null): string[] {
  if (text === null) return [];
  const clean = normalise(text);
  if (clean.includes('\n') || clean.includes('  ')) return lines(clean);
  const line = clean.trim();
  return line === '' ? [] : [line];
}

/** All words of the document in its order; the rows stand where the section of role `items` begins. */
export function passagesOf(plan: PlanDocument): Passage[] {
  const { letterhead, signature } = plan;
  const head = [letterhead.governingBody, letterhead.schoolName, plan.numberText, plan.dateText];
  const foot = [signature?.role ?? null, signature?.name ?? null];
  return [
    ...head.flatMap((text) => partPassages('letterhead', text)),
    ...plan.title.flatMap((text) => partPassages('title', text)),
    ...bodyPassages(plan),
    ...plan.recipients.flatMap((text) => partPassages('recipients', text)),
    ...foot.flatMap((text) => partPassages('signature', text)),
  ];
}

function partPassages(part: 'letterhead' | 'title' | 'signature' | 'recipients', text: string | null): Passage[] {
  const facts = { part, role: null, item: null, field: null, at: (quote: string) => inPart(part, quote) };
  return linesOf(text).map((line) => aPassage({ text: line, ...facts }));
}

function bodyPassages(plan: PlanDocument): Passage[] {
  const passages: Passage[] = [];
  let rowsAdded = false;
  for (const { section, path, role } of visitSections(plan)) {
    const add = (text: string, place = section.place) => {
      for (const line of linesOf(text)) {
        const at = (quote: string) => inSection(path, quote, place);
        passages.push(aPassage({ text: line, part: 'section', role, item: null, field: null, at }));
      }
    };
    add(section.title);
    for (const line of section.lines) add(line.text, line.place);
    if (section.role === 'items' && !rowsAdded) {
      passages.push(...plan.items.flatMap(itemPassages));
      rowsAdded = true;
    }
  }
  return rowsAdded ? passages : [...passages, ...plan.items.flatMap(itemPassages)];
}

function itemPassages(item: PlanItem): Passage[] {
  return itemTexts(item).flatMap(([field, text]) =>
    linesOf(text).map((line) =>
      aPassage({
        text: line.replace(/^[-+*•·]\s*/, ''),
        part: 'item',
        role: 'items',
        item,
        field,
        at: (quote) => inItem(item, field, quote),
      }),
    ),
  );
}

/** The cells of a row that hold text, in the order of the forms. */
export function itemTexts(item: PlanItem): [ItemField, string | null][] {
  return [
    ['criterion', item.criterionText],
    ['currentState', item.currentState],
    ['need', item.need],
    ['cause', item.cause],
    ['expectedResult', item.expectedResult],
    ['action', item.action],
    ['resultIndicator', item.resultIndicator],
    ['owners', item.ownersText],
    ['time', item.time.text],
    ['budget', item.budget.text],
    ['support', item.support],
    ['expectedEvidence', item.expectedEvidence],
    ['progress', item.progress],
    ['note', item.note],
  ];
}
