import { fold } from '#core/kernel/text.ts';
import { isBasis } from '#core/plan/legal-basis.ts';
import type { Section, TextLine } from '#core/plan/plan-document.ts';
import type { PrintBlock, PrintHeading } from './print-model.ts';

/** What a layout puts inside a section, below its own lines. */
export type Inside = (section: Section) => PrintBlock[];

/** The tree of sections in order: headings with their labels as typed, lines, and what `inside` adds. */
export function sectionBlocks(sections: readonly Section[], inside: Inside): PrintBlock[] {
  return sections.flatMap((section) => oneSection(section, inside));
}

/** Where a section stands in the tree. */
interface Standing {
  depth: number;
  /** Whether it is inside a section called "CĂN CỨ …". */
  inBases: boolean;
}

export function oneSection(section: Section, inside: Inside, standing?: Standing): PrintBlock[] {
  const { depth, inBases: within } = standing ?? { depth: 1, inBases: false };
  const inBases = section.role === 'bases' ? within || saysBases(section.title) : within && section.role === null;
  const own = section.lines.map((line) => lineBlock(line, section, inBases));
  const added = inside(section);
  const children = section.children.flatMap((child) => oneSection(child, inside, { depth: depth + 1, inBases }));
  const content = [...own, ...added, ...children];
  const heading = headingOf(section, depth, content.length > 0);
  return heading === null ? content : [heading, ...content];
}

/** Longest heading set in bold, in characters: a longer one is a sentence that happens to be numbered. */
const LONGEST_BOLD = 160;

function headingOf(section: Section, depth: number, hasContent: boolean): PrintHeading | null {
  const text = labelled(section.label, section.title);
  if (text === '') return null;
  const plainItem = depth > 1 && (!hasContent || section.title.length > LONGEST_BOLD);
  const weight = plainItem || depth > 2 ? 'regular' : 'bold';
  return { kind: 'heading', level: Math.min(depth, 6), text, weight, align: 'left' };
}

/** "II. Căn cứ", "a) Chủ trương": the label gets the punctuation of Nghị định 30/2020/NĐ-CP, since it is kept without. */
export function labelled(label: string | null, title: string): string {
  if (label === null || label === '') return title;
  const mark = /^[a-zđ]$/u.test(label) ? ')' : '.';
  return title === '' ? `${label}${mark}` : `${label}${mark} ${title}`;
}

function lineBlock(line: TextLine, section: Section, inBases: boolean): PrintBlock {
  const text = line.label === null ? line.text : `${line.label} ${line.text}`;
  const italic = inBases
    ? isBasis(line, section.children.length > 0 || !saysBases(section.title))
    : section.role === 'opening' && saysBases(text);
  return { kind: 'line', text, italic };
}

/** Whether a title or a line begins with "Căn cứ". */
export function saysBases(text: string): boolean {
  return /^(- )?can cu\b/.test(fold(text));
}

/** Calls `visit` for every section of the tree. */
export function findSection(sections: readonly Section[], role: Section['role']): Section | null {
  for (const section of sections) {
    if (section.role === role) return section;
    const found = findSection(section.children, role);
    if (found !== null) return found;
  }
  return null;
}

/** The role "items" may be kept by a section and by others inside it: the rows stand in the outermost, below its own lines. */
export function withItemsSection(sections: readonly Section[], title: string, hasItems: boolean): Section[] {
  if (!hasItems || findSection(sections, 'items') !== null) return [...sections];
  const before = sections.findIndex(({ role }) => AFTER_ITEMS.has(role ?? ''));
  const at = before < 0 ? sections.length : before;
  const added: Section = { label: null, title, role: 'items', lines: [], children: [], place: null };
  return [...sections.slice(0, at), added, ...sections.slice(at)];
}

const AFTER_ITEMS = new Set<string>(['organisation', 'monitoring', 'reporting']);
