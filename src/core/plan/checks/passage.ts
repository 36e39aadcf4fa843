import { lines } from '#core/kernel/text.ts';
import type { FindingPlace } from '../finding.ts';
import type { ItemField, PlanDocument, PlanItem, SectionRole } from '../plan-document.ts';
import { inItem, inPart, inSection } from './finding-place.ts';
import { visitSections } from './sections.ts';

/** One line of the document's own words, normalised, with its place; without its label. */
export interface Passage {
  text: string;
  part: FindingPlace['part'];
  /** Role of the section it stands in; null outside sections. */
  role: SectionRole | null;
  item: PlanItem | null;
  field: ItemField | null;
  /** The place, quoting given words of it. */
  at(quote: string): FindingPlace;
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
  return lines(text ?? '').map((line) => ({
    text: line,
    part,
    role: null,
    item: null,
    field: null,
    at: (quote) => inPart(part, quote),
  }));
}

function bodyPassages(plan: PlanDocument): Passage[] {
  const passages: Passage[] = [];
  let rowsAdded = false;
  for (const { section, path, role } of visitSections(plan)) {
    const add = (text: string, place = section.place) => {
      for (const line of lines(text)) {
        const at = (quote: string) => inSection(path, quote, place);
        passages.push({ text: line, part: 'section', role, item: null, field: null, at });
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
    lines(text ?? '').map((line) => ({
      text: line.replace(/^[-+*•·]\s*/, ''),
      part: 'item' as const,
      role: 'items' as const,
      item,
      field,
      at: (quote: string) => inItem(item, field, quote),
    })),
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
