import type { Section, TextLine } from './plan-document.ts';

/** Where the bases of a plan are written, for editing them one by one: lines of the opening or of the sections for bases. */
export interface BasisLine {
  /** Place of the section in the tree, "0", "1.2". */
  path: string;
  /** Place among the bases of that section. */
  at: number;
  /** How many bases the section has. */
  of: number;
  label: string | null;
  text: string;
}

const LEAD = /^[\s\-–+*•·]*(?:\d{1,2}[.)]\s*)?(?:căn cứ|thực hiện|theo|xét)\s/iu;

/** The lines that are bases, in order. Lines that only introduce a list are none. */
export function basisLines(sections: readonly Section[]): BasisLine[] {
  return placesOf(sections).flatMap(({ path, section }) => {
    const lines = section.lines.filter((line) => isBasisLine(line, section));
    return lines.map(({ label, text }, at) => ({ path, at, of: lines.length, label, text }));
  });
}

/** The section that a new basis goes to: where the last one stands, else the first section for bases; null when there is none. */
export function placeForBasis(sections: readonly Section[]): string | null {
  return basisLines(sections).at(-1)?.path ?? placesOf(sections)[0]?.path ?? null;
}

function placesOf(sections: readonly Section[]): { path: string; section: Section }[] {
  const own = walk(sections, '', false).filter(({ inBases }) => inBases);
  return own.length > 0
    ? own
    : walk(sections, '', false)
        .filter(({ section }) => section.role === 'opening')
        .slice(0, 1);
}

function walk(
  sections: readonly Section[],
  parent: string,
  within: boolean,
): { path: string; section: Section; inBases: boolean }[] {
  return sections.flatMap((section, index) => {
    const inBases = section.role === 'bases' || (within && section.role === null);
    const path = `${parent}${index}`;
    return [{ path, section, inBases }, ...walk(section.children, `${path}.`, inBases)];
  });
}

function isBasisLine(line: TextLine, section: Section): boolean {
  if (line.text.trim() === '' || /:\s*$/.test(line.text)) return false;
  return section.role === 'opening' ? LEAD.test(line.text) : true;
}

/** What the bases of one section become: their texts in order. */
export type ChangeTexts = (texts: readonly string[]) => readonly string[] | null;

/**
 * The tree with the bases of one section changed. Labels (dashes, numbers) stay where they are and go on for new lines; the lines
 * end in ";" and the last in "." when the list does so (Nghị định 30/2020/NĐ-CP). Null when there is no such section, or `change`
 * says that what it is about is not there.
 */
export function withBases(sections: readonly Section[], path: string, change: ChangeTexts): Section[] | null {
  const [head = '', ...rest] = path.split('.');
  const index = Number(head);
  const section = sections[index];
  if (!section) return null;
  const changed = rest.length === 0 ? withLines(section, change) : withChildren(section, rest.join('.'), change);
  return changed && sections.map((each, at) => (at === index ? changed : each));
}

function withChildren(section: Section, path: string, change: ChangeTexts): Section | null {
  const children = withBases(section.children, path, change);
  return children && { ...section, children };
}

function withLines(section: Section, change: ChangeTexts): Section | null {
  const places = section.lines.flatMap((line, index) => (isBasisLine(line, section) ? [index] : []));
  const before = places.map((index) => section.lines[index]!);
  const texts = change(before.map(({ text }) => text));
  if (texts === null) return null;
  const known = new Map(before.map((line) => [bare(line.text), line]));
  const ended = withEnds(texts, usesEnds(before));
  const lines = ended.map((text, at): TextLine => {
    const place = known.get(bare(text))?.place ?? null;
    return { label: before[at]?.label ?? nextLabel(before.at(-1)?.label ?? null, at - before.length + 1), text, place };
  });
  // The first stay in their places, further ones follow the last; what is too many goes.
  const last = places.at(-1) ?? -1;
  const kept = section.lines.flatMap((line, index) => {
    const at = places.indexOf(index);
    const own = at < 0 ? [line] : lines.slice(at, at + 1);
    return index === last ? [...own, ...lines.slice(places.length)] : own;
  });
  return { ...section, lines: last < 0 ? [...lines, ...section.lines] : kept };
}

/** "3." goes on with "4."; a dash with a dash. */
function nextLabel(label: string | null, steps: number): string | null {
  const number = /^(\d+)([.)])$/.exec(label ?? '');
  return number ? `${Number(number[1]) + steps}${number[2]}` : label;
}

/** Whether the list closes its lines, as most of them do; a list of none does. */
function usesEnds(lines: readonly TextLine[]): boolean {
  return lines.filter(({ text }) => /[;.]\s*$/.test(text)).length * 2 >= lines.length;
}

function withEnds(texts: readonly string[], closed: boolean): string[] {
  if (!closed) return [...texts];
  return texts.map((text, at) => `${bare(text)}${at === texts.length - 1 ? '.' : ';'}`);
}

/** Without the mark at its end. */
export function bare(text: string): string {
  return text.replace(/[\s;.,]+$/, '');
}
