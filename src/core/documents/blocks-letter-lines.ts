import type { Rect } from './blocks-geometry.ts';
import { inkPieces } from './blocks-ink-pieces.ts';
import { toBitmap, type Bitmap } from './blocks-pixels.ts';

/** Heights of letters, in pixels of a page some 1700 wide: those of a footnote to those of a headline; a word that is blurred together is wide. */
const LETTER = { lowest: 7, highest: 90, widest: 12 };
/** A neighbour stands no further away than this part of the letter's height, is not higher or lower than this many times, and beside at least this part of it. */
const NEIGHBOUR = { away: 1, taller: 2.2, beside: 0.5 };
/** Letters stand on one line when their feet differ by no more than this part of their height. */
const LEVEL = 0.08;
/** So many in a row do not stand on one line by chance. */
const ROW = 6;
/** Slants of lines that are looked for: a page is scanned a little aslant or photographed by a free hand. */
const SLANTS = [0, 0.07, -0.07, 0.14, -0.14];
/** Of pieces without order this part seems to stand in lines, and no more; some more where the page is looked at from aside. */
const BY_CHANCE = { upright: 0.01, aside: 0.1 };
/** No page holds so many letters: these are specks, or meshes. */
const MOST_LETTERS = 12_000;
/** With fewer pieces of ink a page is clean, however few letters it has; more ink than this part of it is no text. */
const CLEAN = { pieces: 300, ink: 0.3 };

/**
 * Whether a page may hold text: letters side by side with their feet on one line; also aslant by some degrees, upright, light on dark or
 * behind a screen of dots. False only for a picture full of ink without any such line, as noise, hatching, a photo without a word: to
 * recognise those would take minutes and give nothing. True for an empty page, and for one with a single word.
 */
export function mayHoldText(bitmap: Bitmap): boolean {
  const pieces = inkPieces(bitmap);
  if (pieces !== null && pieces.length < CLEAN.pieces && inkOf(bitmap) < CLEAN.ink) return true;
  return (
    hasLines(pieces, BY_CHANCE.upright) ||
    hasLines(inkPieces(smoothed(bitmap)), BY_CHANCE.upright) ||
    hasLines(inkPieces(inverted(bitmap)), BY_CHANCE.aside) ||
    hasLines(inkPieces(transposed(bitmap)), BY_CHANCE.aside)
  );
}

function inkOf({ dark }: Bitmap): number {
  let ink = 0;
  for (const each of dark) ink += each;
  return ink / dark.length;
}

/** Whether more of the pieces stand in lines than would by chance. */
function hasLines(pieces: readonly Rect[] | null, byChance: number): boolean {
  if (pieces === null) return false;
  const letters = pieces.filter(isLetter).sort((a, b) => a.left - b.left);
  if (letters.length > MOST_LETTERS) return false;
  const neighbours = letters.map((letter, at) => neighbourOf(letter, at, letters));
  const enough = Math.max(ROW, byChance * letters.length);
  return SLANTS.some((slant) => linedAmong(letters, neighbours, slant) >= enough);
}

function inverted({ width, height, dark }: Bitmap): Bitmap {
  return { width, height, dark: dark.map((each) => 1 - each) };
}

function transposed({ width, height, dark }: Bitmap): Bitmap {
  const turned = new Uint8Array(dark.length);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = dark[y * width + x]!;
  return { width: height, height: width, dark: turned };
}

/** A screen of dots melts into its paper, letters stay. */
function smoothed({ width, height, dark, grey }: Bitmap): Bitmap {
  const source = grey ?? dark.map((each) => 255 * (1 - each));
  const soft = new Uint8Array(source.length);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      let sum = 0;
      for (const row of [at - width, at, at + width]) sum += source[row - 1]! + source[row]! + source[row + 1]!;
      soft[at] = sum / 9;
    }
  return toBitmap(soft, width, height);
}

function isLetter({ left, top, right, bottom }: Rect): boolean {
  const height = bottom - top;
  return (
    height >= LETTER.lowest && height <= LETTER.highest && right - left >= 2 && right - left <= LETTER.widest * height
  );
}

/** Place of the next letter to the right in the same line; -1 when there is none. `letters` by their left edges. */
function neighbourOf(letter: Rect, at: number, letters: readonly Rect[]): number {
  const height = letter.bottom - letter.top;
  for (let next = at + 1; next < letters.length; next++) {
    const other = letters[next]!;
    if (other.left > letter.right + NEIGHBOUR.away * height) return -1;
    const [low, high] = [Math.min(height, other.bottom - other.top), Math.max(height, other.bottom - other.top)];
    const beside = Math.min(letter.bottom, other.bottom) - Math.max(letter.top, other.top);
    if (other.right > letter.right && beside >= NEIGHBOUR.beside * low && high <= NEIGHBOUR.taller * low) return next;
  }
  return -1;
}

/** How many letters stand in a row of at least `ROW`, the lines rising by `slant` pixels a pixel. */
function linedAmong(letters: readonly Rect[], neighbours: readonly number[], slant: number): number {
  const isLevel = (at: number, next: number) => {
    const [one, two] = [letters[at]!, letters[next]!];
    const rise = (slant * (two.left + two.right - one.left - one.right)) / 2;
    return Math.abs(two.bottom - one.bottom - rise) <= Math.max(1, LEVEL * (one.bottom - one.top));
  };
  const follower = neighbours.map((next, at) => (next >= 0 && isLevel(at, next) ? next : -1));
  const lined = new Set<number>();
  for (let at = 0; at < letters.length; at++) {
    const row = [at];
    for (let next = follower[at]!; next >= 0 && row.length < ROW; next = follower[next]!) row.push(next);
    if (row.length === ROW) for (const each of row) lined.add(each);
  }
  return lined.size;
}
