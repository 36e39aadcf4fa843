import { expect, test } from 'vitest';
import { mayHoldText } from './blocks-letter-lines.ts';
import { toBitmap, type Bitmap } from './blocks-pixels.ts';

const [WIDTH, HEIGHT] = [800, 600];

/** A page by the brightness of its pixels. */
function pageOf(greyAt: (x: number, y: number) => number): Bitmap {
  const grey = new Uint8Array(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) grey[y * WIDTH + x] = greyAt(x, y);
  return toBitmap(grey, WIDTH, HEIGHT);
}

/** Numbers from 0 to 1 without order, the same each time. */
function chance(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) / (0x7fffffff >>> 8);
  };
}

/** Strokes of 4 pixels like letters, 16 or 22 high, their feet on lines 40 apart, with blanks between words. */
function isInk(x: number, y: number): boolean {
  const [letter, line] = [Math.floor(x / 14), Math.floor(y / 40)];
  if (x < 60 || x > 740 || (letter + line) % 9 === 0) return false;
  const height = (letter * 7 + line * 3) % 4 === 0 ? 22 : 16;
  const foot = 32;
  const above = foot - (y % 40);
  return above > 0 && above <= height && (x % 14 < 4 || (x % 14 < 10 && above <= 4));
}

const text = (x: number, y: number) => (isInk(Math.floor(x), Math.floor(y)) ? 20 : 235);
const random = chance();

test.each<[string, (x: number, y: number) => number]>([
  ['clear', text],
  ['aslant by eight degrees', (x, y) => text(x, y - 0.14 * x)],
  ['upright', (x, y) => text(y, x)],
  ['light on dark', (x, y) => 255 - text(x, y)],
  ['with specks on a fifth of it', (x, y) => (random() < 0.2 ? 255 * Math.round(random()) : text(x, y))],
  ['behind a screen of dots', (x, y) => (x % 4 < 2 && y % 4 < 2 ? 0 : text(x, y))],
  ['a single word', (x, y) => (y > 240 && y < 280 && x > 300 && x < 360 ? text(x, y) : 235)],
  ['none, the paper is empty', () => 240],
])('text: %s', (_, greyAt) => {
  expect(mayHoldText(pageOf(greyAt))).toBe(true);
});

/** Squares that are black with this chance. */
function squares(side: number, share: number): (x: number, y: number) => number {
  const across = Math.ceil(WIDTH / side);
  const black = Array.from({ length: across * Math.ceil(HEIGHT / side) }, () => random() < share);
  return (x, y) => (black[Math.floor(y / side) * across + Math.floor(x / side)] ? 0 : 255);
}

test.each<[string, (x: number, y: number) => number]>([
  ['black and white dots', squares(1, 0.5)],
  ['grains', squares(3, 0.5)],
  ['squares like those of a code for cameras', squares(8, 0.5)],
  ['scattered squares as large as letters', squares(8, 0.12)],
  ['shades of grey', () => 255 * random()],
  ['a chessboard', (x, y) => ((Math.floor(x / 8) + Math.floor(y / 8)) % 2) * 255],
  ['hatching', (x, y) => (Math.floor((x + y) / 8) % 2) * 255],
  ['a black page', () => 0],
])('no text: %s', (_, greyAt) => {
  expect(mayHoldText(pageOf(greyAt))).toBe(false);
});
