import { expect, test } from 'vitest';
import type { Section } from '#core/plan/plan-document.ts';
import { draftParagraph, numberBlocks } from '../blocks-draft.ts';
import type { Paragraph } from '../block.ts';
import { lineOf } from './flow.ts';
import { SectionTree, sectionsOf } from './section-tree.ts';

function outline(...texts: string[]): unknown[] {
  const tree = new SectionTree();
  for (const block of numberBlocks(texts.map((text) => draftParagraph(text)))) tree.add(lineOf(block as Paragraph));
  return sectionsOf(tree.root).children.map(shape);
}

function shape({ label, lines, children }: Section): unknown {
  return [label, lines.length, ...children.map(shape)];
}

test('numbered headings with lines and bullets below', () => {
  expect(
    outline(
      'I. MỤC ĐÍCH',
      '1. Làm tốt việc dạy.',
      '2. Làm tốt việc học.',
      'II. CĂN CỨ',
      '1. Báo cáo',
      '2. Văn bản:',
      '- Thông tư',
    ),
  ).toEqual([
    ['I', 2],
    ['II', 0, ['1', 0], ['2', 1]],
  ]);
});

test('repeats and gaps stay as they are', () => {
  expect(outline('I. A', 'II. B', 'II. C', 'III. D', 'VI. E')).toEqual([
    ['I', 0],
    ['II', 0],
    ['II', 0],
    ['III', 0],
    ['VI', 0],
  ]);
});

test('a numbering that begins again below a heading belongs under it', () => {
  expect(
    outline(
      'I. ĐÁNH GIÁ',
      '1. Ưu điểm',
      '1. Nhà trường làm tốt.',
      '2. Giáo viên nhiệt tình.',
      'b. Hạn chế',
      '1. Còn thiếu sách.',
    ),
  ).toEqual([['I', 0, ['1', 2], ['b', 1]]]);
});

test('a letter that goes on after a roman number, and romans below a letter', () => {
  expect(
    outline(
      'I. X',
      'II. Y',
      'A. Kết quả',
      'Đạt kết quả tốt.',
      'III. Z',
      'B. Phương hướng',
      'C. TỔ CHỨC',
      'I. Hội đồng',
      'II. Giáo viên',
    ),
  ).toEqual([
    ['I', 0],
    ['II', 0, ['A', 1]],
    ['III', 0],
    ['B', 0],
    ['C', 0, ['I', 0], ['II', 0]],
  ]);
});

test('a comma after the number, decimals and headings in capitals', () => {
  expect(
    outline(
      'MỤC TIÊU CHUNG',
      'Nâng cao chất lượng.',
      '2, Chỉ tiêu',
      '2.1. Về trẻ',
      'Đạt 95%',
      '2.2. Về giáo viên',
      'Đạt 90%',
    ),
  ).toEqual([[null, 1, ['2', 0, ['2.1', 1], ['2.2', 1]]]]);
});
