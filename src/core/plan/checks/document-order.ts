import { squash } from '#core/kernel/text.ts';
import type { FindingPlace } from '../finding.ts';
import type { PlanDocument } from '../plan-document.ts';
import { fieldOrder } from './passage.ts';
import { visitSections, type VisitedSection } from './sections.ts';

/** A number per place that grows with the document: what is about the whole of it first, then from the letterhead down. */
export function documentOrder(plan: PlanDocument): (where: FindingPlace) => number {
  const sections = [...visitSections(plan)];
  const itemsAt = sections.findIndex(({ section }) => section.role === 'items');
  const rows = new Map(plan.items.map((item, index) => [item.id, index] as const));
  const step = 1 / (plan.items.length + 2);
  return (where) => {
    if (where.part === 'document') return -3;
    if (where.part === 'letterhead') return -2;
    if (where.part === 'title') return -1;
    if (where.part === 'section') return sectionIndex(sections, where);
    if (where.part === 'item') {
      const row = rows.get(where.item ?? '');
      const cell = row !== undefined && where.field ? fieldOrder(where.field) : 0;
      return (
        (itemsAt === -1 ? sections.length : itemsAt) + ((row ?? plan.items.length) + 1) * step + cell * step * 0.01
      );
    }
    return sections.length + (where.part === 'recipients' ? 2 : 3);
  };
}

/** Sections may share a number by mistake, so the quoted words decide between them. */
function sectionIndex(sections: readonly VisitedSection[], where: FindingPlace): number {
  const quote = squash(where.quote ?? '');
  const same = sections.flatMap(({ path }, index) => (path === where.section ? [index] : []));
  const quoting = same.find((index) => {
    const section = sections[index]?.section;
    const texts = section
      ? [`${section.label ?? ''}. ${section.title}`, ...section.lines.map((line) => `${line.label ?? ''} ${line.text}`)]
      : [];
    return texts.some((text) => squash(text).includes(quote));
  });
  return quoting ?? same[0] ?? sections.length;
}
