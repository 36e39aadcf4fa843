import type { Bitmap } from './blocks-pixels.ts';

/** Side of the squares that are looked at, in pixels: wider than any ruling line. */
const SQUARE = 8;
/** How much of a square is dark where the scanner saw no paper. */
const SOLID = 0.8;

/**
 * The dark surroundings of the paper on a scan, as pixels (1) to be taken for paper: solid squares that hang together with the
 * edge of the picture, and what touches them. Ruling lines that run off the picture are too thin to be meant. Null when there
 * are none, or when most of the picture would go.
 */
export function darkSurroundings({ width, height, dark }: Bitmap): Uint8Array | null {
  const [columns, rows] = [Math.floor(width / SQUARE), Math.floor(height / SQUARE)];
  const found = new Uint8Array(columns * rows);
  const open: number[] = [];
  const look = (column: number, row: number) => {
    const at = row * columns + column;
    if (column < 0 || row < 0 || column >= columns || row >= rows || found[at] === 1) return;
    if (!isSolid(dark, width, column * SQUARE, row * SQUARE)) return;
    found[at] = 1;
    open.push(at);
  };
  for (let column = 0; column < columns; column++) for (const row of [0, rows - 1]) look(column, row);
  for (let row = 0; row < rows; row++) for (const column of [0, columns - 1]) look(column, row);
  let count = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    count++;
    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (const [x, y] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const)
      look(column + x, row + y);
  }
  if (count === 0 || count > 0.6 * columns * rows) return null;
  return widened(found, columns, rows, width, height);
}

function isSolid(dark: Uint8Array, width: number, left: number, top: number): boolean {
  let count = 0;
  for (let y = top; y < top + SQUARE; y++) for (let x = left; x < left + SQUARE; x++) count += dark[y * width + x]!;
  return count >= SOLID * SQUARE * SQUARE;
}

/** The pixels of the squares and of their neighbours, which the slanted edge of the paper cuts through. */
function widened(found: Uint8Array, columns: number, rows: number, width: number, height: number): Uint8Array {
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (found[row * columns + column] === 0) continue;
      const bottom = row >= rows - 2 ? height : (row + 2) * SQUARE;
      const right = column >= columns - 2 ? width : (column + 2) * SQUARE;
      for (let y = Math.max(0, (row - 1) * SQUARE); y < bottom; y++)
        pixels.fill(1, y * width + Math.max(0, (column - 1) * SQUARE), y * width + right);
    }
  }
  return pixels;
}
