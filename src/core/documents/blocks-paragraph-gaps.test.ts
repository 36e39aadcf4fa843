import { expect, test } from 'vitest';
import { paragraphGap } from './blocks-paragraph-gaps.ts';
import type { TextLine } from './blocks-text-lines.ts';

const ROOM = { left: 100, right: 500, top: 0, bottom: 5000 };

/** Lines as wide as the room, `steps` font sizes apart. */
function linesApart(steps: readonly number[]): TextLine[] {
  let baseline = 20;
  return [0, ...steps].map((step) => {
    baseline += step * 14;
    return {
      text: 'lời của một dòng đầy',
      left: ROOM.left,
      right: ROOM.right,
      top: baseline - 10,
      bottom: baseline + 3,
      baseline,
      size: 14,
      bold: false,
      italic: false,
      firstWord: 20,
      glyphs: [],
    };
  });
}

test('the room between paragraphs is that of the text, not of the two lines of a letterhead that stand closer', () => {
  const letterhead = { lines: linesApart([1.05, 1.06]), room: ROOM };
  const body = { lines: linesApart(Array.from({ length: 60 }, () => [1.2, 1.2, 1.64]).flat()), room: ROOM };
  const gap = paragraphGap([letterhead, body]);
  expect(gap).toBeGreaterThan(1.3);
  expect(gap).toBeLessThan(1.64);
});
