import { lines } from '#core/kernel/text.ts';
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

function aPassage(facts: Omit<Passage, 'lower' | 'months'>): Passage {
  let lower: string | undefined;
  let months: readonly MonthMention[] | undefined;
  return {
    ...facts,
    get lower() {
      return (lower ??= facts.text.toLowerCase());
    },
    get months() {
      return (months ??= monthMentions(facts.text));
    },
  };
}

const NEEDS_MENDING = /[\n\t\r\u00A0\u00AD\u00D0\u0189\u2000-\u200F\u2028-\u202F\u205F\u2060\u3000\uFEFF]| {2}/;

/** `lines` of the kernel, with a short way for the many cells that are one clean line. */
function linesOf(text: string | null): string[] {
  if (text === null) return [];
  if (NEEDS_MENDING.test(text)) return lines(text);
  const line = text.normalize('NFC').trim();
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
