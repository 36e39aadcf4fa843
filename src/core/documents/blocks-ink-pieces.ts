import type { Rect } from './blocks-geometry.ts';
import type { Bitmap } from './blocks-pixels.ts';

/** Runs of dark pixels in one row, `to` excluded, and the piece that each belongs to. */
interface Row {
  from: Int32Array;
  to: Int32Array;
  piece: Int32Array;
  count: number;
}

/** More pieces than this are specks: to keep them would take the memory that the next page needs. */
const MOST_PIECES = 400_000;

/**
 * The pieces of ink of a page, dark pixels that touch each other, corners included: the boxes around them, in no order. Null when there
 * are many times more than letters on any page.
 */
export function inkPieces({ width, height, dark }: Bitmap): Rect[] | null {
  const boxes: Rect[] = [];
  // Pieces that turn out to be one: each names another, the last one itself.
  const parents: number[] = [];
  const rootOf = (piece: number): number => {
    let root = piece;
    while (parents[root] !== root) root = parents[root] = parents[parents[root]!]!;
    return root;
  };
  // A picture of noise has a million runs: two rows are kept, and no object for each.
  let [above, row] = [emptyRow(width), emptyRow(width)];
  for (let y = 0; y < height; y++) {
    takeRuns(row, dark, y * width, width);
    let first = 0;
    for (let run = 0; run < row.count; run++) {
      const [from, to] = [row.from[run]!, row.to[run]!];
      while (first < above.count && above.to[first]! < from) first++;
      let piece = -1;
      for (let other = first; other < above.count && above.from[other]! <= to; other++) {
        const root = rootOf(above.piece[other]!);
        if (piece < 0) piece = root;
        else if (piece !== root) {
          const { left, top, right, bottom } = boxes[root]!;
          widen(boxes[piece]!, left, top, right, bottom);
          parents[root] = piece;
        }
      }
      if (piece < 0) {
        if (parents.length === MOST_PIECES) return null;
        piece = parents.push(parents.length) - 1;
        boxes.push({ left: from, top: y, right: to, bottom: y + 1 });
      } else widen(boxes[piece]!, from, y, to, y + 1);
      row.piece[run] = piece;
    }
    [above, row] = [row, above];
  }
  return boxes.filter((_, piece) => parents[piece] === piece);
}

function emptyRow(width: number): Row {
  return { from: new Int32Array(width), to: new Int32Array(width), piece: new Int32Array(width), count: 0 };
}

function takeRuns(row: Row, dark: Uint8Array, base: number, width: number): void {
  row.count = 0;
  for (let x = 0; x < width; x++) {
    if (dark[base + x] !== 1) continue;
    row.from[row.count] = x;
    while (x < width && dark[base + x] === 1) x++;
    row.to[row.count++] = x;
  }
}

function widen(box: Rect, left: number, top: number, right: number, bottom: number): void {
  if (left < box.left) box.left = left;
  if (top < box.top) box.top = top;
  if (right > box.right) box.right = right;
  if (bottom > box.bottom) box.bottom = bottom;
}
