import { expect, test } from 'vitest';
import { darkSurroundings } from './blocks-scan-edge.ts';

const SIZE = 160;

function picture(isDark: (x: number, y: number) => boolean) {
  const dark = new Uint8Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) dark[y * SIZE + x] = isDark(x, y) ? 1 : 0;
  return { width: SIZE, height: SIZE, dark };
}

test('the dark edge of a scan is found, slanted or not, the ink on the paper stays', () => {
  const edge = (x: number, y: number) => x < 24 + y / 40 || y < 20 || x > 140 || y > 145;
  const ink = (x: number, y: number) => x > 60 && x < 90 && y > 60 && y < 90;
  const bitmap = picture((x, y) => edge(x, y) || ink(x, y));
  const found = darkSurroundings(bitmap)!;
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      if (edge(x, y)) expect(found[y * SIZE + x], `${x} ${y}`).toBe(1);
      if (ink(x, y)) expect(found[y * SIZE + x], `${x} ${y}`).toBe(0);
    }
});

test('ruling lines that run off the picture are no surroundings, and a dark picture has none', () => {
  expect(darkSurroundings(picture((x, y) => x % 40 < 4 || y % 40 < 4))).toBe(null);
  expect(darkSurroundings(picture(() => true))).toBe(null);
});
