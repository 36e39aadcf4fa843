import { median } from './blocks-geometry.ts';

export interface Point {
  x: number;
  y: number;
}

/** Corners of the paper in a picture: top left, top right, bottom right, bottom left. */
export type Corners = [Point, Point, Point, Point];

/** Lines across the picture on which an edge of the paper is looked for; its corners, perhaps bent, are left out. */
const LOOKS = 60;
const FROM = 0.15;
const TO = 0.85;
/** How far half of the points may lie beside a straight edge, as a part of the picture's width. */
const STRAIGHT = 0.004;
/** Degrees by which opposite edges of a page that was scanned may differ; and by which such a page may be turned. */
const PARALLEL = 0.4;
const TURNED = 2.5;
/** A page fills at least so much of the picture. */
const SMALLEST = 0.3;

/**
 * Where the corners of a page lie that was photographed aslant, from its dark surroundings (`darkSurroundings`): the crossings of its
 * four edges. Null for a page that only is turned a little, as scans are, and when an edge is not seen or not straight.
 */
export function slantedCorners(outside: Uint8Array, width: number, height: number): Corners | null {
  const isOutside = (along: number, across: number, upright: boolean) =>
    outside[upright ? along * width + across : across * width + along] === 1;
  const left = edgeOf((at, x) => isOutside(at, x, true), height, width, false);
  const right = edgeOf((at, x) => isOutside(at, x, true), height, width, true);
  const top = edgeOf((at, y) => isOutside(at, y, false), width, height, false);
  const bottom = edgeOf((at, y) => isOutside(at, y, false), width, height, true);
  if (left === null || right === null || top === null || bottom === null) return null;
  if (isScanned([left, right, top, bottom])) return null;
  const corners: Corners = [crossing(left, top), crossing(right, top), crossing(right, bottom), crossing(left, bottom)];
  return areaOf(corners) > SMALLEST * width * height ? corners : null;
}

/** An edge: its distance from the side is `at` + `slope` times the place along it. */
interface Edge {
  at: number;
  slope: number;
}

/** The edge that is met first from a side; `far` from the other one. Null where the paper reaches the side, or is not straight. */
function edgeOf(
  isOutside: (along: number, across: number) => boolean,
  length: number,
  depth: number,
  far: boolean,
): Edge | null {
  const points: [number, number][] = [];
  for (let look = 0; look < LOOKS; look++) {
    const along = Math.round(length * (FROM + ((TO - FROM) * look) / LOOKS));
    let steps = 0;
    while (steps < depth && isOutside(along, far ? depth - 1 - steps : steps)) steps++;
    if (steps === 0 || steps === depth) return null;
    points.push([along, far ? depth - 1 - steps : steps]);
  }
  const half = points.length / 2;
  const slope = median(
    points.slice(0, half).map(([along, across], at) => {
      const [further, there] = points[at + half]!;
      return (there - across) / (further - along);
    }),
  );
  const at = median(points.map(([along, across]) => across - slope * along));
  const aside = median(points.map(([along, across]) => Math.abs(across - slope * along - at)));
  return aside <= Math.max(2, STRAIGHT * depth) ? { at, slope } : null;
}

function isScanned([left, right, top, bottom]: [Edge, Edge, Edge, Edge]): boolean {
  const degrees = ({ slope }: Edge) => (Math.atan(slope) * 180) / Math.PI;
  const [l, r, t, b] = [degrees(left), degrees(right), degrees(top), degrees(bottom)];
  return (
    Math.abs(l - r) < PARALLEL &&
    Math.abs(t - b) < PARALLEL &&
    // A turned page turns its upright edges the other way.
    Math.abs(l + t) < 2 * PARALLEL &&
    Math.abs(t) < TURNED
  );
}

/** x = upright.at + upright.slope * y, y = level.at + level.slope * x */
function crossing(upright: Edge, level: Edge): Point {
  const y = (level.at + level.slope * upright.at) / (1 - level.slope * upright.slope);
  return { x: upright.at + upright.slope * y, y };
}

function areaOf(corners: Corners): number {
  let twice = 0;
  for (const [at, { x, y }] of corners.entries()) {
    const next = corners[(at + 1) % corners.length]!;
    twice += x * next.y - next.x * y;
  }
  return twice / 2;
}
