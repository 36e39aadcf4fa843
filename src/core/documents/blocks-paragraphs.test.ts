import { expect, test } from 'vitest';
import { paragraphsOfLines } from './blocks-paragraphs.ts';
import type { TextLine } from './blocks-text-lines.ts';

const COLUMN = { left: 100, right: 300, leading: 16 };

/** Lines one below the other, each as wide as the column: none was broken on purpose. */
function fullLines(...texts: string[]): TextLine[] {
  return linesUpTo(COLUMN.right, texts);
}

function linesUpTo(right: number, texts: readonly string[]): TextLine[] {
  return texts.map((text, index) => ({
    text,
    left: COLUMN.left,
    right,
    top: 16 * index,
    bottom: 16 * index + 12,
    baseline: 16 * index + 10,
    size: 12,
    bold: false,
    italic: false,
    firstWord: 30,
    glyphs: [],
  }));
}

function paragraphsOf(...texts: string[]): string[] {
  return joined(fullLines(...texts));
}

function joined(all: TextLine[]): string[] {
  const paragraphs = paragraphsOfLines(all, COLUMN);
  return paragraphs.map(({ lines }) => lines.map((line) => line.text).join(' '));
}

test('facts that begin with their names stand apart, however full their lines', () => {
  expect(paragraphsOf('Thời gian: Tháng 11/2024 đến tháng 01/2025', 'Kinh phí: 36 triệu đồng')).toEqual([
    'Thời gian: Tháng 11/2024 đến tháng 01/2025',
    'Kinh phí: 36 triệu đồng',
  ]);
});

test('a full line goes on with what only looks like the name of a fact', () => {
  expect(paragraphsOf('Trang bị tủ sách cho các lớp theo kế hoạch của', 'Hội cha mẹ: mỗi lớp một tủ')).toHaveLength(1);
});

test('halves of a year or a sum go on, though there was room', () => {
  expect(joined(linesUpTo(200, ['10/20', '24', '12/202', '4']))).toEqual(['10/20 24', '12/202 4']);
  expect(joined(linesUpTo(200, ['30.000.', '000đ']))).toHaveLength(1);
  expect(joined(linesUpTo(200, ['9/2024', '5/2025']))).toHaveLength(2);
  expect(joined(linesUpTo(200, ['15/10', '20 học sinh']))).toHaveLength(2);
});
