import type { PlanDocument, Section, TextLine } from '../plan-document.ts';
import { visitSections } from './sections.ts';

/** Sections that stand beside each other, with the path of their parent. */
export interface Siblings {
  parent: string | null;
  sections: Section[];
}

export function siblingSections(plan: PlanDocument): Siblings[] {
  const nested = [...visitSections(plan)]
    .filter(({ section }) => section.children.length > 0)
    .map(({ section, path }) => ({ parent: path, sections: section.children }));
  return [{ parent: null, sections: plan.sections }, ...nested];
}

const LONGEST_HEADING = 70;

/** A numbered sentence without anything under it is an entry of a list, however it was read. */
export function isListEntry(section: Section): boolean {
  if (section.children.length > 0 || section.lines.length > 0) return false;
  return section.title.length > LONGEST_HEADING || /[.;]$/.test(section.title.trim());
}

/** Numbered lines that stand directly in one section. */
export interface NumberedLines {
  path: string | null;
  lines: TextLine[];
}

export function numberedLines(plan: PlanDocument): NumberedLines[] {
  return [...visitSections(plan)].map(({ section, path }) => ({
    path,
    lines: section.lines.filter((line) => line.label !== null),
  }));
}

export function pathOf(parent: string | null, section: Section): string | null {
  return [parent, section.label].filter((label) => label !== null).join('.') || null;
}
