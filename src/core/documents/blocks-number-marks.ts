import { median, type Rect } from './blocks-geometry.ts';
import type { Bitmap } from './blocks-pixels.ts';

/** Height of a point or comma at most, and of a digit at least, as parts of the tallest piece of ink. */
const MARK = 0.45;
const DIGIT = 0.7;

/**
 * The points and commas inside a number that character recognition took for digits only ("2.2" read as "22"), from the ink
 * itself: small pieces that stand on the line between two digits. The digits are returned as they are when the ink does not
 * show as many of them, or anything else.
 */
export function withNumberMarks(digits: string, { width, height, dark }: Bitmap, rect: Rect): string {
  if (!/^\d{2,12}$/.test(digits)) return digits;
  const tail = Math.round(0.35 * (rect.bottom - rect.top));
  const box = {
    left: Math.max(0, Math.floor(rect.left) - 2),
    top: Math.max(0, Math.floor(rect.top) - 2),
    right: Math.min(width, Math.ceil(rect.right) + 2),
    // The tail of a comma hangs below what was recognised.
    bottom: Math.min(height, Math.ceil(rect.bottom) + tail),
  };
  const pieces = inkPieces(dark, width, box).filter((each) => each.pixels > 3);
  const tallest = Math.max(0, ...pieces.map(tallness));
  const tall = pieces.filter((each) => tallness(each) >= DIGIT * tallest).sort((a, b) => a.left - b.left);
  if (tall.length !== digits.length) return digits;
  const line = median(tall.map((each) => each.bottom));
  const marks = pieces.filter((each) => !tall.includes(each) && each.left > tall[0]!.right - 2);
  const between = tall.slice(0, -1).map(() => '');
  for (const mark of marks) {
    const after = tall.findIndex((digit, at) => {
      const next = tall[at + 1];
      const middle = (mark.left + mark.right) / 2;
      return next !== undefined && middle > digit.right && middle < next.left;
    });
    if (after < 0) continue;
    const stands =
      Math.abs(mark.top + tallness(mark) / 2 - line) < 0.3 * tallest && mark.bottom > line - 0.15 * tallest;
    if (tallness(mark) > MARK * tallest || !stands || between[after] !== '') return digits;
    between[after] = mark.bottom > line + 0.1 * tallest ? ',' : '.';
  }
  return [...digits].map((digit, at) => digit + (between[at] ?? '')).join('');
}

interface InkPiece extends Rect {
  pixels: number;
}

function tallness({ top, bottom }: Rect): number {
  return bottom - top;
}

/** Dark pixels of a rectangle that touch each other, corners included. */
function inkPieces(dark: Uint8Array, width: number, box: Rect): InkPiece[] {
  const left = new Set<number>();
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) if (dark[y * width + x] === 1) left.add(y * width + x);
  const pieces: InkPiece[] = [];
  for (const start of left) pieces.push(takePiece(left, start, width));
  return pieces;
}

/** The pixels that hang together with one, taken out of those that are left. */
function takePiece(left: Set<number>, start: number, width: number): InkPiece {
  const piece: InkPiece = { left: Infinity, top: Infinity, right: 0, bottom: 0, pixels: 0 };
  const open = [start];
  left.delete(start);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    piece.pixels++;
    piece.left = Math.min(piece.left, x);
    piece.top = Math.min(piece.top, y);
    piece.right = Math.max(piece.right, x + 1);
    piece.bottom = Math.max(piece.bottom, y + 1);
    for (const aside of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1])
      if (left.delete(at + aside)) open.push(at + aside);
  }
  return piece;
}
