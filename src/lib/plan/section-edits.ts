import { storable, typedWords } from '#core/kernel/text.ts';
import type { Section } from '#core/plan/plan-document.ts';
import { sectionLines, sectionText } from './section-text.ts';

/** A section as fields of a form; `path` is its place in the tree, "0", "2.1". */
export interface SectionFields {
  path: string;
  depth: number;
  label: string;
  title: string;
  text: string;
  /** The rows of the plan stand here, so it stays. */
  holdsItems: boolean;
  /** The running text before section I, which has no heading. */
  isOpening: boolean;
}

/** Every section in order of the document. */
export function sectionFields(sections: readonly Section[], parent = ''): SectionFields[] {
  return sections.flatMap((section, index) => {
    const path = `${parent}${index}`;
    return [
      {
        path,
        depth: path.split('.').length - 1,
        label: section.label ?? '',
        title: section.title,
        text: sectionText(section.lines),
        holdsItems: holdsItems(section),
        isOpening: section.role === 'opening' && section.title === '',
      },
      ...sectionFields(section.children, `${path}.`),
    ];
  });
}

function holdsItems(section: Section): boolean {
  return section.role === 'items' || section.children.some(holdsItems);
}

/** What was typed for the section at a path; null when the form does not have it, and it stays as it is. */
export type TypedSection = (path: string) => { label: string; title: string; text: string } | null;

/** One change of the tree that a button asks for beside what was typed. */
export type SectionCommand = { kind: 'add'; after: string } | { kind: 'remove'; path: string } | null;

/** "add:2.1", "remove:0", "add:" for one at the end. */
export function readCommand(text: string): SectionCommand {
  const [, kind, path = ''] = /^(add|remove):(\d+(?:\.\d+)*)?$/.exec(text) ?? [];
  if (kind === 'add') return { kind, after: path };
  return kind === 'remove' && path !== '' ? { kind, path } : null;
}

/** The tree as typed, with the command carried out. The section that holds the rows is never removed. */
export function editedSections(
  sections: readonly Section[],
  typed: TypedSection,
  command: SectionCommand,
  parent = '',
): Section[] {
  const result: Section[] = [];
  for (const [index, section] of sections.entries()) {
    const path = `${parent}${index}`;
    const removed = command?.kind === 'remove' && command.path === path && !holdsItems(section);
    if (!removed) result.push(editedSection(section, path, typed, command));
    if (command?.kind === 'add' && command.after === path) result.push(newSection());
  }
  if (parent === '' && command?.kind === 'add' && command.after === '') result.push(newSection());
  return result;
}

function editedSection(section: Section, path: string, typed: TypedSection, command: SectionCommand): Section {
  const children = editedSections(section.children, typed, command, `${path}.`);
  const fields = typed(path);
  if (!fields) return { ...section, children };
  const label = typedWords(fields.label);
  return {
    ...section,
    children,
    label: label === '' ? null : label,
    title: typedWords(fields.title),
    lines: sectionLines(storable(fields.text), section.lines),
  };
}

function newSection(): Section {
  return { label: null, title: '', role: null, lines: [], children: [], place: null };
}
