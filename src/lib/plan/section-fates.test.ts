import { expect, test } from 'vitest';
import { markOf } from './merge-sections.ts';
import { type PagedSection, sectionFates } from './section-fates.ts';

const sections = (...given: [title: string, text: string][]): PagedSection[] =>
  given.map(([title, text], at) => ({ path: String(at), label: '', title, text }));
const shown = sections(['A', 'một'], ['B', 'hai'], ['C', 'ba']);
const marks = Object.fromEntries(shown.map((section) => [section.path, markOf(section)]));
const typing = (path: string, text: string) =>
  shown.map((section) => (section.path === path ? { ...section, text } : section));
const fates = (typed: PagedSection[], fresh: PagedSection[]) => Object.fromEntries(sectionFates(typed, marks, fresh));

test('untouched sections take the words of others; one that is written in stays', () => {
  const fresh = sections(['A', 'một'], ['B', 'của người khác'], ['C', 'ba']);
  expect(fates(typing('2', 'của tôi'), fresh)).toEqual({
    0: { kind: 'kept', to: '0' },
    1: { kind: 'theirs', to: '1' },
    2: { kind: 'kept', to: '2' },
  });
});

test('one that both have changed is in two versions, unless both wrote the same', () => {
  const fresh = sections(['A', 'một'], ['B', 'của người khác'], ['C', 'ba']);
  expect(fates(typing('1', 'của tôi'), fresh)[1]).toEqual({ kind: 'both', to: '1' });
  expect(fates(typing('1', 'của người khác'), fresh)[1]).toEqual({ kind: 'theirs', to: '1' });
});

test('sections are found where they stand after others were added or taken out above', () => {
  const added = sections(['Mới', ''], ['A', 'một'], ['B', 'hai'], ['C', 'ba']);
  expect(fates(typing('1', 'của tôi'), added)).toEqual({
    0: { kind: 'kept', to: '1' },
    1: { kind: 'kept', to: '2' },
    2: { kind: 'kept', to: '3' },
  });
  const taken = sections(['A', 'một'], ['C', 'ba']);
  expect(fates(shown, taken)).toEqual({
    0: { kind: 'kept', to: '0' },
    1: { kind: 'gone' },
    2: { kind: 'kept', to: '1' },
  });
  expect(fates(typing('1', 'của tôi'), taken)[1]).toEqual({ kind: 'lost' });
});

test('a section that stands where another one is at home is not taken for it', () => {
  // B was taken out, and what follows it has the same title.
  const twins = sections(['A', 'một'], ['B', 'hai'], ['B', 'ba']);
  const of = Object.fromEntries(twins.map((section) => [section.path, markOf(section)]));
  const now = sections(['A', 'một'], ['B', 'ba']);
  const typed = twins.map((section) => (section.path === '1' ? { ...section, text: 'của tôi' } : section));
  expect(Object.fromEntries(sectionFates(typed, of, now))).toEqual({
    0: { kind: 'kept', to: '0' },
    1: { kind: 'lost' },
    2: { kind: 'kept', to: '1' },
  });
});
