/** Side of the squares whose paper is looked at, in pixels: larger than a letter. */
const SQUARE = 40;
/** So much of a square is at most as bright as its paper: the rest is grain. */
const PAPER = 0.8;
/** Paper that differs less in brightness, 0-255, is lit evenly. */
const UNEVEN = 32;
/** How bright paper becomes. */
const WHITE = 245;

/**
 * Takes the shadow off a photographed page, in place: each pixel by the brightness of the paper around it. False, and nothing
 * changed, when the page is lit evenly, as in scans.
 */
export function evenLight(grey: Uint8Array, width: number, height: number): boolean {
  const columns = Math.max(1, Math.floor(width / SQUARE));
  const rows = Math.max(1, Math.floor(height / SQUARE));
  const paper = Array.from({ length: columns * rows }, (_, at) =>
    paperIn(grey, width, (at % columns) * SQUARE, Math.floor(at / columns) * SQUARE, height),
  );
  const sorted = paper.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!;
  if (share(0.95) - share(0.05) < UNEVEN) return false;
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.max(0, y / SQUARE - 0.5));
    const top = Math.floor(row);
    const below = Math.min(rows - 1, top + 1);
    for (let x = 0; x < width; x++) {
      const column = Math.min(columns - 1, Math.max(0, x / SQUARE - 0.5));
      const left = Math.floor(column);
      const right = Math.min(columns - 1, left + 1);
      const dx = column - left;
      const above = paper[top * columns + left]! * (1 - dx) + paper[top * columns + right]! * dx;
      const under = paper[below * columns + left]! * (1 - dx) + paper[below * columns + right]! * dx;
      const light = Math.max(1, above + (under - above) * (row - top));
      grey[y * width + x] = Math.min(255, (grey[y * width + x]! * WHITE) / light);
    }
  }
  return true;
}

function paperIn(grey: Uint8Array, width: number, left: number, top: number, height: number): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let y = top; y < Math.min(height, top + SQUARE); y += 2)
    for (let x = left; x < Math.min(width, left + SQUARE); x += 2) {
      histogram[grey[y * width + x]!]!++;
      count++;
    }
  let seen = 0;
  for (let shade = 0; shade < 256; shade++) {
    seen += histogram[shade]!;
    if (seen >= PAPER * count) return shade;
  }
  return 255;
}
