import { expect, test } from 'vitest';
import { squash } from '#core/kernel/text.ts';
import { EDITABLE_FIELDS, cellTextOf, editItem, emptyItem } from './edit-item.ts';

const row = emptyItem('a', { standard: null, criterion: null, criterionText: null, levels: [] });
const edited = (field: (typeof EDITABLE_FIELDS)[number], text: string) =>
  editItem(row, field, text, { schoolYear: null });

test.each(EDITABLE_FIELDS)('%s: a cell in which nothing can be seen is empty', (field) => {
  expect(edited(field, '\u200B\u2060 \u202E\u0000\uFEFF\n')).toEqual(row);
});

test.each(EDITABLE_FIELDS)('%s: letters from right to left are kept with the words around them', (field) => {
  const words = 'Họp tổ\u200B عربي\u202A 😀';
  const kept = cellTextOf(edited(field, ` ${words}\u0000 `), field);
  // Names and amounts are read as one line, in which nothing is that cannot be seen.
  expect([words, squash(words)]).toContain(kept);
});
