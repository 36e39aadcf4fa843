import { describe, expect, test } from 'vitest';
import { CUMULATIVE, EIGHT_AND_FIVE } from '#core/standards/example-sets.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { faultsOf, quotesOf } from '#tests/support/check-builder.ts';
import { anItem } from '#core/plan/samples/plan-builder.ts';
import { criterionLegacy } from './criterion-legacy.ts';
import { criterionOrder } from './criterion-order.ts';
import { criterionUnknown } from './criterion-unknown.ts';
import { planCoversEverything } from './plan-covers-everything.ts';

const PRIORITIES: StandardSet = {
  ...EIGHT_AND_FIVE,
  planForms: { ...EIGHT_AND_FIVE.planForms, scope: 'priority-problems-only' },
};
const rows = (...criteria: string[]) =>
  criteria.map((criterion) => anItem({ criterion, criterionText: `Tiêu chí ${criterion}` }));

describe(criterionUnknown.id, () => {
  test('a row, and a mention in a cell', () => {
    const items = [...rows('1.1', '1.7'), anItem({ criterion: '2.1', action: 'Cải tiến tiêu chí 2.9.' })];
    expect(faultsOf(criterionUnknown, { items }, { set: CUMULATIVE }).map((fault) => fault.message)).toEqual([
      'Bộ tiêu chuẩn 01/1999/TT-X không có tiêu chí 1.7.',
      'Bộ tiêu chuẩn 01/1999/TT-X không có “tiêu chí 2.9”.',
    ]);
  });

  test('once for a row that names it in several cells', () => {
    const items = [anItem({ criterion: '1.7', criterionText: '1.7', need: 'Hồ sơ (tiêu chí 1.7) chưa đủ' })];
    expect(faultsOf(criterionUnknown, { items }, { set: CUMULATIVE })).toHaveLength(1);
  });

  test('silent without a set', () => {
    expect(faultsOf(criterionUnknown, { items: rows('9.9') })).toEqual([]);
  });
});

describe(criterionLegacy.id, () => {
  const action = (text: string) => ({ items: [anItem({ action: text })] });

  test.each([
    ['cải tiến chỉ báo b,  tiêu chí 8, tiêu chuẩn 1 (tham quan)', 'chỉ báo b, tiêu chí 8, tiêu chuẩn 1'],
    ['đảm bảo chỉ số b tiêu chí 8 tiêu chuẩn 1', 'chỉ số b tiêu chí 8 tiêu chuẩn 1'],
    ['tiêu chí 3 của tiêu chuẩn 2', 'tiêu chí 3 của tiêu chuẩn 2'],
  ])('%s', (text, quote) => {
    expect(quotesOf(criterionLegacy, action(text))).toEqual([quote]);
  });

  test.each([
    'tiêu chí 1.1, của tiêu chuẩn 1',
    'chỉ báo a tiêu chí 1.8',
    '25 tiêu chí, 5 tiêu chuẩn',
    'đạt 3 tiêu chí tiêu chuẩn 1',
  ])('silent: %s', (text) => {
    expect(faultsOf(criterionLegacy, action(text))).toEqual([]);
  });
});

describe(criterionOrder.id, () => {
  test('within one standard and level', () => {
    expect(faultsOf(criterionOrder, { items: rows('1.6', '1.5', '2.1') })).toMatchObject([
      { message: 'Tiêu chí 1.5 đứng sau tiêu chí 1.6.' },
    ]);
  });

  test('silent: 1.10 after 1.9, a new level, priorities', () => {
    expect(faultsOf(criterionOrder, { items: rows('1.9', '1.10', '1.10') })).toEqual([]);
    expect(
      faultsOf(criterionOrder, {
        items: [anItem({ criterion: '1.5', levels: [1] }), anItem({ criterion: '1.2', levels: [2] })],
      }),
    ).toEqual([]);
    expect(faultsOf(criterionOrder, { items: rows('1.4', '1.2') }, { set: PRIORITIES })).toEqual([]);
    const task = (criterion: string) =>
      anItem({ criterion, criterionText: null, action: `Sửa phòng học (tiêu chí ${criterion})` });
    expect(faultsOf(criterionOrder, { items: [task('1.4'), task('1.2')] })).toEqual([]);
  });
});

describe(planCoversEverything.id, () => {
  test('an error where only priorities are planned, a hint elsewhere', () => {
    const all = [
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2.1',
      '2.2',
      '2.3',
      '3.1',
      '3.2',
      '3.3',
      '3.4',
      '3.5',
      '4.1',
      '4.2',
      '4.3',
    ];
    expect(faultsOf(planCoversEverything, { items: rows(...all) }, { set: PRIORITIES })).toMatchObject([
      { severity: 'error' },
    ]);
    expect(faultsOf(planCoversEverything, { items: rows('1.1', '1.2', '2.1') }, { set: CUMULATIVE })).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(faultsOf(planCoversEverything, { items: rows('1.1', '2.1') }, { set: CUMULATIVE })).toEqual([]);
  });
});
