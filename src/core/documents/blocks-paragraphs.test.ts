import { expect, test } from 'vitest';
import { paragraphsOfLines } from './blocks-paragraphs.ts';
import type { TextLine } from './blocks-text-lines.ts';

const COLUMN = { left: 100, right: 300, leading: 16 };

/** Lines one below the other, each as wide as the column: none was broken on purpose. */
function fullLines(...texts: string[]): TextLine[] {
  return texts.map((text, index) => ({
    text,
    left: COLUMN.left,
    right: COLUMN.right,
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
  const paragraphs = paragraphsOfLines(fullLines(...texts), COLUMN);
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
