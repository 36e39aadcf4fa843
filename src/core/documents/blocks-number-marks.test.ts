import { expect, test } from 'vitest';
import { withNumberMarks } from './blocks-number-marks.ts';

/** Ink from rows of text: `#` is dark; each character is two pixels wide and high. */
function bitmapOf(rows: readonly string[]) {
  const [width, height] = [2 * rows[0]!.length, 2 * rows.length];
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) dark[y * width + x] = rows[y >> 1]![x >> 1] === '#' ? 1 : 0;
  return { width, height, dark };
}

const read = (digits: string, rows: readonly string[]) => {
  const bitmap = bitmapOf(rows);
  return withNumberMarks(digits, bitmap, { left: 0, top: 0, right: bitmap.width, bottom: 20 });
};

const TALL = [
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
  '.##.....##.',
];
const tallAnd = (...last: string[]) => [...TALL, ...last, '...........', '...........', '...........'];

test('a point on the line between two digits is read', () => {
  expect(read('22', tallAnd('.##..#..##.', '.##..#..##.'))).toBe('2.2');
});

test('a comma hangs below the line', () => {
  expect(read('25', tallAnd('.##..#..##.', '.##..#..##.', '.....#.....', '....##.....'))).toBe('2,5');
});

test('digits without a mark, and a speck above the line, stay as they are', () => {
  expect(read('11', tallAnd('.##.....##.', '.##.....##.'))).toBe('11');
  expect(read('11', ['.##..#..##.', ...TALL, '...........', '...........'])).toBe('11');
});

test('ink of another number of digits changes nothing', () => {
  expect(read('123', tallAnd('.##..#..##.', '.##..#..##.'))).toBe('123');
  expect(read('2.', tallAnd('.##..#..##.', '.##..#..##.'))).toBe('2.');
});
