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
      for (const item of plan.items) addItem(item, passages);
      rowsAdded = true;
    }
  }
  if (!rowsAdded) for (const item of plan.items) addItem(item, passages);
  return passages;
}

/** Written out step by step: most passages of a plan are made here, for each check anew. */
function addItem(item: PlanItem, passages: Passage[]): void {
  for (const [field, textOf] of ITEM_TEXTS) {
    const text = textOf(item);
    if (text === null || text === '') continue;
    const at = (quote: string) => inItem(item, field, quote);
    for (const line of linesOf(text))
      passages.push(aPassage({ text: withoutBullet(line), part: 'item', role: 'items', item, field, at }));
  }
}

function withoutBullet(line: string): string {
  return BULLETS.includes(line.charAt(0)) ? line.slice(1).trimStart() : line;
}

const BULLETS = '-+*•·';

/** The cells of a row that hold text, in the order of the forms. */
const ITEM_TEXTS: readonly [ItemField, (item: PlanItem) => string | null][] = [
  ['criterion', (item) => item.criterionText],
  ['currentState', (item) => item.currentState],
  ['need', (item) => item.need],
  ['cause', (item) => item.cause],
  ['expectedResult', (item) => item.expectedResult],
  ['action', (item) => item.action],
  ['resultIndicator', (item) => item.resultIndicator],
  ['owners', (item) => item.ownersText],
  ['time', (item) => item.time.text],
  ['budget', (item) => item.budget.text],
  ['support', (item) => item.support],
  ['expectedEvidence', (item) => item.expectedEvidence],
  ['progress', (item) => item.progress],
  ['note', (item) => item.note],
];

const ORDER = new Map(ITEM_TEXTS.map(([field], index) => [field, index + 1]));

/** Which cell of its row a field is, from 1; 0 for one that holds no text of its own. */
export function fieldOrder(field: ItemField): number {
  return ORDER.get(field) ?? 0;
}
