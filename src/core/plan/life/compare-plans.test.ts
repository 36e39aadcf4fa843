import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editItem, emptyItem } from '../edit-item.ts';
import type { PlanDocument, PlanItem } from '../plan-document.ts';
import { nineColumnPlan } from '../samples/nine-column.ts';
import { compareWords } from './compare-text.ts';
import { comparePlans, isSamePlan } from './compare-plans.ts';

const withItems = (items: PlanItem[]): PlanDocument => ({ ...nineColumnPlan, items });
const NOWHERE = { standard: null, criterion: null, criterionText: null, levels: [] };
const rows = (...ids: string[]) =>
  ids.map((id) => editItem(emptyItem(id, NOWHERE), 'action', `Việc ${id}`, { schoolYear: null }));

test('the same plan twice has no change', () => {
  const comparison = comparePlans(nineColumnPlan, structuredClone(nineColumnPlan));
  expect(isSamePlan(comparison)).toBe(true);
  expect(comparison.unchangedRows).toBe(nineColumnPlan.items.length);
});

test('a changed cell is told word by word', () => {
  const [first] = rows('a');
  const later = editItem(first!, 'action', 'Việc a, thêm thư viện', { schoolYear: null });
  const [row] = comparePlans(withItems([first!]), withItems([later])).rows;
  expect(row).toMatchObject({ kind: 'changed', numberBefore: 1, numberAfter: 1, moved: false });
  expect(row!.cells).toEqual([
    {
      field: 'action',
      before: 'Việc a',
      after: 'Việc a, thêm thư viện',
      words: [
        { kind: 'same', text: 'Việc a' },
        { kind: 'added', text: ', thêm thư viện' },
      ],
    },
  ]);
});

test('texts that have nothing in common are compared in no time, however long and however many', () => {
  const words = (first: number) => Array.from({ length: 3000 }, (_, index) => `chữ${first + index * 2}`).join(' ');
  const items = rows(...Array.from({ length: 100 }, (_, index) => `r${index}`));
  const started = performance.now();
  const { rows: changed } = comparePlans(
    withItems(items.map((item) => ({ ...item, action: words(0), note: words(2) }))),
    withItems(items.map((item) => ({ ...item, action: words(1), note: words(3) }))),
  );
  // Without a bound it takes seconds for each of the 200 cells.
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(changed).toHaveLength(100);
  expect(changed[0]!.cells[0]!.words.map(({ kind }) => kind)).toEqual(['removed', 'added']);
});

test('a rewritten phrase is one removal and one addition, not a word for a word', () => {
  expect(compareWords('Hằng tháng', 'Học kỳ II')).toEqual([
    { kind: 'removed', text: 'Hằng tháng' },
    { kind: 'added', text: 'Học kỳ II' },
  ]);
});

test('one row put elsewhere is the one that moved', () => {
  const comparison = comparePlans(withItems(rows('a', 'b', 'c', 'd')), withItems(rows('d', 'a', 'b', 'c')));
  expect(comparison.rows.map(({ id, moved }) => [id, moved])).toEqual([['d', true]]);
});

test('a removed row stands where it was, an added one where it is', () => {
  const comparison = comparePlans(withItems(rows('a', 'b', 'c')), withItems(rows('a', 'x', 'c')));
  expect(
    comparison.rows.map(({ id, kind, numberBefore, numberAfter }) => [id, kind, numberBefore, numberAfter]),
  ).toEqual([
    ['b', 'removed', 2, null],
    ['x', 'added', null, 2],
  ]);
});

test('words outside the rows: a changed line, an added line, lines that stay', () => {
  const before = { ...nineColumnPlan, recipients: ['Sở GDĐT (để báo cáo)', 'Lưu: VT'] };
  const after = { ...nineColumnPlan, recipients: ['Sở GDĐT (để theo dõi)', 'Các tổ (để thực hiện)', 'Lưu: VT'] };
  const changed = comparePlans(before, after).text.filter(({ kind }) => kind !== 'same');
  expect(changed).toHaveLength(2);
  expect(changed[0]).toMatchObject({ kind: 'changed', after: '- Sở GDĐT (để theo dõi)' });
  expect(changed[1]).toEqual({ kind: 'added', text: '- Các tổ (để thực hiện)' });
});

test('whatever is added, removed, moved or changed: both versions can be told from the comparison', () => {
  const items = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdefgh'), text: fc.constantFrom('một', 'hai', 'một hai') }),
    {
      selector: ({ id }) => id,
    },
  );
  const plan = (list: { id: string; text: string }[]) =>
    withItems(list.map(({ id, text }) => editItem(emptyItem(id, NOWHERE), 'need', text, { schoolYear: null })));
  fc.assert(
    fc.property(items, items, (one, other) => {
      const { rows: changes, unchangedRows } = comparePlans(plan(one), plan(other));
      const ids = (kind: string) => changes.filter((row) => row.kind === kind).map(({ id }) => id);
      expect(ids('added').sort()).toEqual(
        other
          .map(({ id }) => id)
          .filter((id) => !one.some((row) => row.id === id))
          .sort(),
      );
      expect(ids('removed').sort()).toEqual(
        one
          .map(({ id }) => id)
          .filter((id) => !other.some((row) => row.id === id))
          .sort(),
      );
      const both = one.filter(({ id }) => other.some((row) => row.id === id)).length;
      expect(ids('changed').length + unchangedRows).toBe(both);
      for (const { cells } of changes) {
        for (const { before, after, words } of cells) {
          const told = (...kinds: string[]) => words.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);
          expect(told('same', 'removed').join('')).toBe(before);
          expect(told('same', 'added').join('')).toBe(after);
        }
      }
    }),
  );
});
