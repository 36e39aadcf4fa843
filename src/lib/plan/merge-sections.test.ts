import { expect, test } from 'vitest';
import type { Section } from '#core/plan/plan-document.ts';
import { marksOf, mergeFacts, mergeSections, readMarks } from './merge-sections.ts';
import { FACTS, type Facts } from './plan-facts.ts';
import { sectionFields } from './section-edits.ts';

const section = (title: string, text: string): Section => ({
  label: null,
  title,
  role: null,
  lines: [{ label: null, text, place: null }],
  children: [],
  place: null,
});
const NO_FACTS = Object.fromEntries(FACTS.map((name) => [name, ''])) as Facts;
const shown = [section('A', 'một'), section('B', 'hai'), section('C', 'ba')];
const { sections: marks } = marksOf(sectionFields(shown), NO_FACTS);
/** As a browser sends it: every section of the form, lines ending as forms end them. */
const typing = (changed: Record<string, string>) => (path: string) => {
  const field = sectionFields(shown).find((each) => each.path === path);
  return field ? { ...field, text: (changed[path] ?? field.text).replace(/\n/g, '\r\n') } : null;
};
const merge = (now: Section[], changed: Record<string, string>, command: Parameters<typeof mergeSections>[3] = null) =>
  mergeSections(sectionFields(now), marks, typing(changed), command);

test('different sections go together', () => {
  const merged = merge([section('A', 'một'), section('B', 'của người khác'), section('C', 'ba')], { '2': 'của tôi' });
  expect([...merged.typed].map(([path, { text }]) => [path, text])).toEqual([['2', 'của tôi']]);
  expect(merged.conflicts).toEqual([]);
});

test('a section that moved, since another was put before it, is found', () => {
  const now = [section('MỚI', 'xen vào'), ...shown];
  expect([...merge(now, { '1': 'của tôi' }).typed.keys()]).toEqual(['2']);
  expect(merge(now, {}, { kind: 'remove', path: '1' }).command).toEqual({ kind: 'remove', path: '2' });
});

test('the same section in two versions is not decided; the same words are no conflict', () => {
  const now = [section('A', 'của người khác'), ...shown.slice(1)];
  expect(merge(now, { '0': 'của tôi' }).conflicts).toEqual(['0']);
  expect(merge(now, { '0': 'của người khác' })).toMatchObject({ conflicts: [], homeless: [] });
  expect(merge(now, {}, { kind: 'remove', path: '0' }).command).toBeNull();
});

test('words for a section that is gone are kept', () => {
  expect(merge(shown.slice(0, 2), { '2': 'của tôi' }).homeless.map(({ text }) => text)).toEqual(['của tôi']);
});

test('facts one by one', () => {
  const before = { ...NO_FACTS, number: '1/KH', place: 'Bình Minh' };
  const { facts: marksOfFacts } = marksOf([], before);
  const now = { ...before, number: '2/KH' };
  expect(mergeFacts(now, marksOfFacts, { ...before, place: 'Ví Dụ' })).toEqual({
    facts: { ...before, number: '2/KH', place: 'Ví Dụ' },
    conflicts: [],
  });
  expect(mergeFacts(now, marksOfFacts, { ...before, number: '3/KH' }).conflicts).toEqual(['number']);
});

test('marks travel through a form', () => {
  expect(readMarks(JSON.stringify(marksOf(sectionFields(shown), NO_FACTS)))?.sections).toEqual(marks);
  expect(readMarks('')).toBeNull();
  expect(readMarks('[]')).toBeNull();
});
