import { homeIn, isSameSection, markOf, type ShownMarks, type Words } from './merge-sections.ts';

/** A section of a page: its path, and its words as they stand in the fields. */
export interface PagedSection extends Words {
  path: string;
}

/**
 * What becomes of a section that is shown, now that others have saved the document: it stands at `to` as it was (`kept`), with words of
 * others (`theirs`), or both this person and others have changed it (`both`); or it is not there any more (`gone`), though this person
 * has written in it (`lost`).
 */
export type SectionFate = { kind: 'kept' | 'theirs' | 'both'; to: string } | { kind: 'gone' | 'lost' };

/**
 * The counterpart of `mergeSections` for a page that is open: tells the same sections apart by the same marks.
 * @param marks of the sections as they were when this person began, by path
 */
export function sectionFates(
  shown: readonly PagedSection[],
  marks: ShownMarks['sections'],
  fresh: readonly PagedSection[],
): Map<string, SectionFate> {
  const now = new Map(fresh.map((section) => [section.path, markOf(section)]));
  const homes = new Map(shown.map(({ path }) => [path, homeIn(now, path, marks[path])]));
  const taken = new Set(homes.values());
  return new Map(
    shown.map((section): [string, SectionFate] => {
      const { path } = section;
      const home = homes.get(path) ?? null;
      if (home !== null) return [path, { kind: 'kept', to: home }];
      const isTyped = markOf(section) !== marks[path];
      const there = taken.has(path) ? undefined : fresh.find((each) => each.path === path);
      if (!there || !isSameSection(there, section)) return [path, { kind: isTyped ? 'lost' : 'gone' }];
      const isBoth = isTyped && markOf(there) !== markOf(section);
      return [path, { kind: isBoth ? 'both' : 'theirs', to: path }];
    }),
  );
}
