import { expect, test } from 'vitest';
import { aSource, faultsOf } from '#tests/support/check-builder.ts';
import { sectionNumberDuplicate } from './section-number-duplicate.ts';
import { sectionNumberGap } from './section-number-gap.ts';

/** Headings above the rows of a standard, which reading takes into the rows. */
const read = (...headings: string[]) => ({ source: aSource({ texts: headings }) });
const duplicates = (...headings: string[]) =>
  faultsOf(sectionNumberDuplicate, {}, read(...headings)).map(({ suggestion }) => suggestion);
const gaps = (...headings: string[]) =>
  faultsOf(sectionNumberGap, {}, read(...headings)).map(({ suggestion }) => suggestion);

test('two standards under one number', () => {
  const [fault] = faultsOf(
    sectionNumberDuplicate,
    {},
    read('1. Tiêu chuẩn 1: Tổ chức', '1. Tiêu chuẩn 2: Đội ngũ', '3. Tiêu chuẩn 3: Cơ sở vật chất'),
  );
  expect(fault).toMatchObject({ suggestion: '2', where: { part: 'section', place: { paragraph: 2 } } });
  expect(duplicates('III. Tiêu chuẩn 4', 'III. Tiêu chuẩn 5')).toEqual(['IV']);
});

test('a number between two standards is skipped', () => {
  expect(gaps('1. Tiêu chuẩn 1', '2. Tiêu chuẩn 2', '4. Tiêu chuẩn 3')).toEqual(['3']);
  expect(gaps('III. Tiêu chuẩn 4', 'V. Tiêu chuẩn 5')).toEqual(['IV']);
});

test.each([
  [['1. Tiêu chuẩn 1', '2, Tiêu chuẩn 2', '3. Tiêu chuẩn 3']],
  // A standard without rows is left out; the numbers are those of the standards.
  [['1. Tiêu chuẩn 1', '3. Tiêu chuẩn 3', '5. Tiêu chuẩn 5']],
  // The next level begins anew.
  [['1. Tiêu chuẩn 1', '2. Tiêu chuẩn 3', '1. Tiêu chuẩn 2', '2. Tiêu chuẩn 3']],
  [['2. Tiêu chuẩn 2', '3. Tiêu chuẩn 5', '2. Tiêu chuẩn 1', '3. Tiêu chuẩn 2']],
  [['1. Tiêu chuẩn 1', '1.1. Tiêu chí 1.1', '2. Tiêu chuẩn 2', '2.1. Tiêu chuẩn hóa phòng học']],
])('silent: %j', (headings) => {
  expect([...duplicates(...headings), ...gaps(...headings)]).toEqual([]);
});

test('a row that begins so is no heading', () => {
  const [first, second] = aSource({ texts: ['1. Tiêu chuẩn 1', '1. Tiêu chuẩn 2'] }).texts;
  const texts = [first, second].flatMap((text) => (text ? [{ ...text, place: { ...text.place, table: 1 } }] : []));
  expect(faultsOf(sectionNumberDuplicate, {}, { source: { texts, tableNumbers: [] } })).toEqual([]);
});
