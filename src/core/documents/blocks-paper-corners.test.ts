import { expect, test } from 'vitest';
import { evenLight } from './blocks-even-light.ts';
import { slantedCorners, type Corners } from './blocks-paper-corners.ts';
import { straightenedPaper } from './blocks-straightened-paper.ts';

const [WIDTH, HEIGHT] = [400, 560];

/** 1 outside of the four corners. */
function outsideOf(corners: Corners): Uint8Array {
  const isInside = (x: number, y: number) =>
    corners.every((from, at) => {
      const to = corners[(at + 1) % 4]!;
      return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
    });
  return Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => (isInside(at % WIDTH, Math.floor(at / WIDTH)) ? 0 : 1));
}

const SLANTED: Corners = [
  { x: 30, y: 40 },
  { x: 370, y: 25 },
  { x: 385, y: 540 },
  { x: 12, y: 525 },
];

test('the corners of a page photographed aslant', () => {
  const found = slantedCorners(outsideOf(SLANTED), WIDTH, HEIGHT)!;
  for (const [at, { x, y }] of SLANTED.entries()) {
    expect(Math.hypot(found[at]!.x - x, found[at]!.y - y)).toBeLessThan(3);
  }
});

test('a page that was scanned, and one whose edge is not seen, are left alone', () => {
  const turned = (degrees: number): Corners => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const at = (x: number, y: number) => ({ x: 200 + x * cos - y * sin, y: 280 + x * sin + y * cos });
    return [at(-160, -240), at(160, -240), at(160, 240), at(-160, 240)];
  };
  expect(slantedCorners(outsideOf(turned(1)), WIDTH, HEIGHT)).toBeNull();
  expect(slantedCorners(outsideOf(turned(8)), WIDTH, HEIGHT)).not.toBeNull();
  expect(
    slantedCorners(outsideOf([{ x: -20, y: 40 }, SLANTED[1], SLANTED[2], { x: -40, y: 525 }]), WIDTH, HEIGHT),
  ).toBeNull();
  expect(slantedCorners(new Uint8Array(WIDTH * HEIGHT), WIDTH, HEIGHT)).toBeNull();
});

test('where the diagonals of the slanted page cross is the middle of the paper', () => {
  const [a, b, c, d] = SLANTED;
  const [px, py, qx, qy] = [c.x - a.x, c.y - a.y, d.x - b.x, d.y - b.y];
  const along = ((b.x - a.x) * qy - (b.y - a.y) * qx) / (px * qy - py * qx);
  const [x, y] = [Math.round(a.x + along * px), Math.round(a.y + along * py)];
  const grey = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) grey[(y + dy) * WIDTH + x + dx] = 0;
  const paper = straightenedPaper({ width: WIDTH, height: HEIGHT, grey }, SLANTED, 340);
  const darkest = paper.grey.indexOf(Math.min(...paper.grey.filter((shade) => shade < 255)));
  expect(Math.abs((darkest % 340) - 170)).toBeLessThan(4);
  expect(Math.abs(Math.floor(darkest / 340) - paper.height / 2)).toBeLessThan(4);
});

test('a shadow goes, the letters in it stay; an even page is not touched', () => {
  const shaded = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const light = 240 - 0.3 * (at % WIDTH);
    return Math.floor(at / WIDTH) % 40 === 20 && (at >> 3) % 2 === 0 ? light * 0.3 : light;
  });
  expect(evenLight(shaded, WIDTH, HEIGHT)).toBe(true);
  const row = (y: number) => Array.from({ length: WIDTH }, (_, x) => shaded[y * WIDTH + x]!);
  expect(Math.min(...row(5))).toBeGreaterThan(215);
  expect(Math.min(...row(20))).toBeLessThan(90);
  expect(evenLight(new Uint8Array(WIDTH * HEIGHT).fill(230), WIDTH, HEIGHT)).toBe(false);
});
