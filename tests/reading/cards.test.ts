import { expect, test } from 'vitest';
import { plan } from './read-plan.ts';
import { unreadOf } from './reading-law.ts';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { CellSpec } from './block-builder.ts';

const FACTS: CellSpec[][] = [
  ['Biện pháp', 'Kiện toàn hội đồng'],
  ['Thời gian', 'Tháng 9/2025'],
  ['Người thực hiện', 'Hiệu trưởng'],
];

test('one table that holds several cards, each from its criterion on', () => {
  const { items, reading } = plan([['Tiêu chí', '1.2. Hội đồng trường'], ...FACTS, ['Tiêu chí', '1.3'], ...FACTS]);
  expect(items.map(({ criterion, action, leads }) => [criterion, action, leads])).toEqual([
    ['1.2', 'Kiện toàn hội đồng', ['Hiệu trưởng']],
    ['1.3', 'Kiện toàn hội đồng', ['Hiệu trưởng']],
  ]);
  expect(unreadOf(reading)).toEqual([]);
});

test('cards of one table below titles over its whole width', () => {
  const { items } = plan([
    [{ text: 'Tiêu chí 1.2: Hội đồng trường', columns: 2 }],
    ...FACTS,
    [{ text: 'Tiêu chí 2.1: Hiệu trưởng', columns: 2 }],
    ...FACTS,
  ]);
  expect(items.map(({ criterion, time }) => [criterion, time.start])).toEqual([
    ['1.2', '2025-09'],
    ['2.1', '2025-09'],
  ]);
});

test('a card that goes on in the next table, as a page break leaves it', () => {
  const { items } = plan(
    [['Tiêu chí', '1.2'], ...FACTS],
    [
      ['Kinh phí', '2.000.000 đồng'],
      ['Minh chứng', 'Quyết định'],
    ],
  );
  expect(items).toMatchObject([{ criterion: '1.2', budget: { amount: 2_000_000 }, expectedEvidence: 'Quyết định' }]);
});

test('a form below a heading stands where its table does', () => {
  const { items } = plan('Phiếu số 1 - Tiêu chí 1.2: Hội đồng trường', [...FACTS]);
  expect(items).toMatchObject([{ criterion: '1.2', source: { paragraph: null, table: 2, row: 1 } }]);
});

test('a card cut above the rows that say when and who', () => {
  const [action, ...rest] = FACTS;
  const above = [['Hạn chế', 'Họp chưa đều'], ['Nguyên nhân', 'Thiếu người'], action!];
  const { items } = plan('Tiêu chí 1.2: Hội đồng trường', above, rest);
  expect(items).toMatchObject([{ criterion: '1.2', need: 'Họp chưa đều', leads: ['Hiệu trưởng'] }]);
});

test('a sentence below the last card is none of its facts', () => {
  const card: CellSpec[][] = [...FACTS, ['Minh chứng', 'Danh sách ký tên']];
  const { plan: read } = readSpecs([
    ...OPENING,
    'Vấn đề 1. Tiêu chí 1.2 - Hội đồng trường',
    card,
    'Vấn đề 2. Tiêu chí 4.1 - Cha mẹ học sinh',
    card,
    'Kế hoạch được rà soát vào cuối học kỳ I và cuối năm học.',
    ...CLOSING,
  ]);
  expect(read.items.map(({ criterion, expectedEvidence }) => [criterion, expectedEvidence])).toEqual([
    ['1.2', 'Danh sách ký tên'],
    ['4.1', 'Danh sách ký tên'],
  ]);
});
