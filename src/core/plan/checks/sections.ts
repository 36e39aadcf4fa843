import type { PlanDocument, Section, SectionRole } from '../plan-document.ts';

export interface VisitedSection {
  section: Section;
  /** Labels of the section and its parents, "II.4"; null when none of them is numbered. */
  path: string | null;
  /** Its own role, or that of the nearest parent that has one. */
  role: SectionRole | null;
}

/** Every section with its path, parents before children, in order of the document. */
export function* visitSections(plan: PlanDocument): Generator<VisitedSection> {
  yield* visit(plan.sections, null, null);
}

function* visit(
  sections: readonly Section[],
  parent: string | null,
  inherited: SectionRole | null,
): Generator<VisitedSection> {
  for (const section of sections) {
    const path = [parent, section.label].filter((label) => label !== null).join('.') || null;
    const role = section.role ?? inherited;
    yield { section, path, role };
    yield* visit(section.children, path, role);
  }
}

/** "II.4. Kết quả thực hiện", for messages. */
export function sectionName(section: Section): string {
  return section.label === null ? section.title : `${section.label}. ${section.title}`;
}
