import { FACTS, type Fact, type Facts } from './plan-facts.ts';
import type { SectionCommand, SectionFields, TypedSection } from './section-edits.ts';

/**
 * Two people write in the parts of one document at once: what each has changed is told by marks of how the form was shown. Different
 * parts go together; the same part in two versions is never decided here, both are shown.
 */
export interface ShownMarks {
  /** By the path of a section. */
  sections: Record<string, string>;
  facts: Partial<Record<Fact, string>>;
}

export type Words = Pick<SectionFields, 'label' | 'title' | 'text'>;

export function marksOf(sections: readonly SectionFields[], facts: Facts): ShownMarks {
  return {
    sections: Object.fromEntries(sections.map((section) => [section.path, markOf(section)])),
    facts: Object.fromEntries(FACTS.map((name) => [name, mark(facts[name])])),
  };
}

/** Null for anything that `marksOf` did not make. */
export function readMarks(text: string): ShownMarks | null {
  try {
    const { sections, facts } = JSON.parse(text) as Partial<ShownMarks>;
    return sections && facts ? { sections, facts } : null;
  } catch {
    return null;
  }
}

export interface MergedSections {
  /** What was typed, by the path at which its section stands now; only what this person changed. */
  typed: Map<string, Words>;
  /** Paths at which somebody else has changed the same section. */
  conflicts: string[];
  /** Typed for a section that is no longer there. */
  homeless: Words[];
  command: SectionCommand;
}

/** Finds for everything that was changed in the form the section where it belongs by now. */
export function mergeSections(
  current: readonly SectionFields[],
  shown: ShownMarks['sections'],
  typed: TypedSection,
  command: SectionCommand,
): MergedSections {
  const now = new Map(current.map((section) => [section.path, markOf(section)]));
  const homeOf = (path: string) => homeIn(now, path, shown[path]);
  const merged: MergedSections = {
    typed: new Map(),
    conflicts: [],
    homeless: [],
    command: movedCommand(command, homeOf),
  };
  for (const [path, was] of Object.entries(shown)) {
    const words = typed(path);
    if (!words || markOf(words) === was) continue;
    const home = homeOf(path);
    const there = current.find((section) => section.path === path);
    if (home !== null) merged.typed.set(home, words);
    else if (there && isSameSection(there, words)) {
      if (markOf(there) === markOf(words)) continue;
      merged.typed.set(path, words);
      merged.conflicts.push(path);
    } else merged.homeless.push(words);
  }
  return merged;
}

function movedCommand(command: SectionCommand, homeOf: (path: string) => string | null): SectionCommand {
  if (command === null || (command.kind === 'add' && command.after === '')) return command;
  const home = homeOf(command.kind === 'add' ? command.after : command.path);
  if (home === null) return null;
  return command.kind === 'add' ? { kind: 'add', after: home } : { kind: 'remove', path: home };
}

/** Where a section that nobody else has changed stands by now, by its mark; null when there is none, or no telling which. */
export function homeIn(now: ReadonlyMap<string, string>, path: string, mark: string | undefined): string | null {
  if (now.get(path) === mark) return path;
  const same = [...now].filter(([, each]) => each === mark);
  return same.length === 1 ? same[0]![0] : null;
}

/** One of two people may have renamed it; that both have is taken for another section. */
export function isSameSection(there: Words, typed: Words): boolean {
  return mark(there.label) === mark(typed.label) || mark(there.title) === mark(typed.title);
}

/** The facts as typed where this person changed them, else as they stand; and which both have changed. */
export function mergeFacts(
  current: Facts,
  shown: ShownMarks['facts'],
  typed: Facts,
): { facts: Facts; conflicts: Fact[] } {
  const touched = FACTS.filter((name) => mark(typed[name]) !== shown[name]);
  const conflicts = touched.filter(
    (name) => mark(current[name]) !== shown[name] && mark(current[name]) !== mark(typed[name]),
  );
  return { facts: { ...current, ...Object.fromEntries(touched.map((name) => [name, typed[name]])) }, conflicts };
}

export function markOf({ label, title, text }: Words): string {
  return mark(`${label.trim()}\u0000${title.trim()}\u0000${text}`);
}

/** 53 bits of a text (cyrb53); blanks at the ends and the kind of line break do not count. */
export function mark(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const char of text.replace(/\r\n?/g, '\n').trim()) {
    const code = char.codePointAt(0)!;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
