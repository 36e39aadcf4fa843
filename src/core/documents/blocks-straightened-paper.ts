import type { Corners } from './blocks-paper-corners.ts';

/** A picture in shades of grey, 0-255, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** The paper between its corners as a rectangle `width` wide, seen from straight above. */
export function straightenedPaper(picture: GreyPicture, corners: Corners, width: number): GreyPicture {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = distance(topLeft, topRight) + distance(bottomLeft, bottomRight);
  const down = distance(topLeft, bottomLeft) + distance(topRight, bottomRight);
  const height = Math.max(1, Math.round((width * down) / across));
  const grey = new Uint8Array(width * height);
  const { a, b, c, d, e, f, g, h } = projection(corners);
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / height;
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) / width;
      const scale = g * u + h * v + 1;
      grey[row * width + column] = shadeAt(picture, (a * u + b * v + c) / scale, (d * u + e * v + f) / scale);
    }
  }
  return { width, height, grey };
}

function distance(from: { x: number; y: number }, to: { x: number; y: number }): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** The projection of the unit square onto the corners: (a u + b v + c, d u + e v + f) / (g u + h v + 1). */
function projection([p0, p1, p2, p3]: Corners) {
  const [dx1, dx2, sx] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x];
  const [dy1, dy2, sy] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y];
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / whole;
  const h = (dx1 * sy - sx * dy1) / whole;
  return {
    a: p1.x - p0.x + g * p1.x,
    b: p3.x - p0.x + h * p3.x,
    c: p0.x,
    d: p1.y - p0.y + g * p1.y,
    e: p3.y - p0.y + h * p3.y,
    f: p0.y,
    g,
    h,
  };
}

/** Between four pixels each has its share. */
function shadeAt({ width, height, grey }: GreyPicture, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x - 0.5)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y - 0.5)));
  const dx = Math.min(1, Math.max(0, x - 0.5 - left));
  const dy = Math.min(1, Math.max(0, y - 0.5 - top));
  const at = top * width + left;
  const above = grey[at]! * (1 - dx) + grey[at + 1]! * dx;
  const below = grey[at + width]! * (1 - dx) + grey[at + width + 1]! * dx;
  return above * (1 - dy) + below * dy;
}
