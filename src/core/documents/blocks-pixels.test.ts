import { expect, test } from 'vitest';
import { rulesOfBitmap } from './blocks-pixels.ts';

const [WIDTH, HEIGHT] = [400, 400];
const SHORTEST = 60;

/** A table of two columns whose middle row, 36 pixels high, is merged; `draw` puts something into it. */
function mergedRow(draw: (fill: (x: number, from: number, to: number) => void) => void) {
  const dark = new Uint8Array(WIDTH * HEIGHT);
  const fill = (x: number, from: number, to: number) => {
    for (let y = from; y <= to; y++) dark[y * WIDTH + x] = 1;
  };
  for (const y of [20, 140, 176, 300]) for (let x = 20; x <= 380; x++) fill(x, y, y + 1);
  for (const x of [20, 380]) fill(x, 20, 300);
  for (const [from, to] of [
    [20, 140],
    [176, 300],
  ] as const)
    fill(200, from, to);
  draw(fill);
  return rulesOfBitmap({ width: WIDTH, height: HEIGHT, dark }, SHORTEST);
}

function crossesRow(rules: ReturnType<typeof rulesOfBitmap>): boolean {
  return rules.some(({ horizontal, at, from, to }) => !horizontal && Math.abs(at - 200) <= 2 && from < 150 && to > 166);
}

test('the stem of a letter between the ends of a border above and below a merged row is none of it', () => {
  const letters = mergedRow((fill) => {
    fill(200, 144, 147);
    fill(200, 152, 172);
    for (const x of [192, 193, 207, 208]) fill(x, 152, 172);
  });
  expect(crossesRow(letters)).toBe(false);
});

test('a border with a hole, beside letters, goes through a low row', () => {
  const border = mergedRow((fill) => {
    fill(200, 140, 155);
    fill(200, 157, 176);
    for (const x of [192, 193]) fill(x, 152, 172);
  });
  expect(crossesRow(border)).toBe(true);
});
