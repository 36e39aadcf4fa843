import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '#core/documents/blocks-geometry.ts';

type Matrix = number[];

/** Thicker shapes are pictures or shading, not lines. */
const THICKEST = 3.2;
const SHORTEST = 4;

const STROKES = new Set<number>([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
type Point = [number, number];

/** Straight lines and thin filled boxes, however a program draws its borders. `paint` is the operator that ends the path. */
export function rulesOfPath(paint: number, data: unknown, matrix: Matrix): Rule[] {
  if (!(data instanceof Float32Array)) return [];
  const rules: Rule[] = [];
  for (const points of subpaths(data, matrix)) {
    if (FILLS.has(paint)) rules.push(...thinBox(points));
    if (STROKES.has(paint)) for (let i = 1; i < points.length; i++) rules.push(...straight(points[i - 1]!, points[i]!));
  }
  return rules;
}

/** Path data: 0 move, 1 line, 2 curve with two control points, 3 with one, 4 close. */
function subpaths(data: Float32Array, matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  const at = (index: number): Point => {
    const [x, y] = [data[index] ?? 0, data[index + 1] ?? 0];
    return [matrix[0]! * x + matrix[2]! * y + matrix[4]!, matrix[1]! * x + matrix[3]! * y + matrix[5]!];
  };
  for (let i = 0; i < data.length;) {
    const operator = data[i++];
    if (operator === 0) paths.push([at(i)]);
    else if (operator === 1) paths.at(-1)?.push(at(i));
    else if (operator === 4) {
      const path = paths.at(-1);
      if (path?.[0]) path.push(path[0]);
      continue;
    }
    // A curve is no border: what follows is another path.
    else if (operator === 2) paths.push([at((i += 4))]);
    else if (operator === 3) paths.push([at((i += 2))]);
    else break;
    i += 2;
  }
  return paths;
}

function straight([x1, y1]: Point, [x2, y2]: Point): Rule[] {
  if (Math.abs(y1 - y2) < 0.6 && Math.abs(x1 - x2) > SHORTEST) return [rule(true, (y1 + y2) / 2, x1, x2)];
  if (Math.abs(x1 - x2) < 0.6 && Math.abs(y1 - y2) > SHORTEST) return [rule(false, (x1 + x2) / 2, y1, y2)];
  return [];
}

function thinBox(points: readonly Point[]): Rule[] {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left > SHORTEST) return [rule(true, (top + bottom) / 2, left, right)];
  if (right - left <= THICKEST && bottom - top > SHORTEST) return [rule(false, (left + right) / 2, top, bottom)];
  return [];
}

function rule(horizontal: boolean, at: number, a: number, b: number): Rule {
  return { horizontal, at, from: Math.min(a, b), to: Math.max(a, b) };
}
