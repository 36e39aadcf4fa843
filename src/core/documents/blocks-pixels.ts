import type { Rule } from './blocks-geometry.ts';

/** A page as dark (1) and light (0) pixels, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  dark: Uint8Array;
  /** Brightness, 0-255, where thin grey borders still show that are too light to count as dark. */
  grey?: Uint8Array;
}

/** Grey values to dark and light by the threshold that separates the two best (Otsu's method). */
export function toBitmap(grey: Uint8Array, width: number, height: number): Bitmap {
  const histogram = new Float64Array(256);
  for (const value of grey) histogram[value]!++;
  const total = grey.length;
  let sum = 0;
  for (let i = 0; i < 256; i++) sum += i * histogram[i]!;
  let [best, threshold, weight, below] = [0, 128, 0, 0];
  for (let i = 0; i < 256; i++) {
    weight += histogram[i]!;
    if (weight === 0 || weight === total) continue;
    below += i * histogram[i]!;
    const difference = below / weight - (sum - below) / (total - weight);
    const between = weight * (total - weight) * difference * difference;
    if (between > best) [best, threshold] = [between, i];
  }
  const dark = new Uint8Array(total);
  for (let i = 0; i < total; i++) dark[i] = grey[i]! <= threshold ? 1 : 0;
  return { width, height, dark, grey };
}

/** Straight lines, letters excluded; in pixels. Upright ones are longer than `shortest`, level ones than twice that. */
export function rulesOfBitmap(bitmap: Bitmap, shortest: number): Rule[] {
  // The feet of the letters of a short word lie level too.
  const level = runs(bitmap, withFaintLines(bitmap, true), true, 2 * shortest);
  const dark = withFaintLines(bitmap, false);
  const upright = bordersAmong(runs(bitmap, dark, false, shortest), level, shortest);
  const ink = (at: number, from: number, to: number) => inkAlong(dark, bitmap.width, at, from, to);
  const aside = Math.round(shortest / 8);
  const isStem = (at: number, from: number, to: number) =>
    ink(at, from, to) < DRAWN && Math.max(ink(at - aside, from, to), ink(at + aside, from, to)) > NEIGHBOUR;
  return [...level, ...upright.flatMap((rule) => withoutStems(rule, level, shortest, isStem))];
}

/** Share of a border between two level lines that is dark; of the tallest letters it is five sixths, and others stand beside them. */
const DRAWN = 0.93;
const NEIGHBOUR = 0.25;

/**
 * The parts of a border without those that only seem to be one: in a low row, whose cells are merged, the stem of a letter stands just
 * where the border above and below ends, and bridges the row.
 */
function withoutStems(
  rule: Rule,
  level: readonly Rule[],
  shortest: number,
  isStem: (at: number, from: number, to: number) => boolean,
): Rule[] {
  const met = level.filter((each) => crosses(rule, each)).map(({ at }) => at);
  const lines = [...new Set(met)].sort((a, b) => a - b);
  const parts: Rule[] = [];
  let { from } = rule;
  for (const [index, above] of lines.entries()) {
    const below = lines[index + 1];
    if (below === undefined || below - above <= 2 * HOLE || below - above >= shortest) continue;
    if (!isStem(rule.at, above + HOLE / 2, below - HOLE / 2)) continue;
    if (above > from) parts.push({ ...rule, from, to: above });
    from = below;
  }
  return from === rule.from ? [rule] : rule.to > from ? [...parts, { ...rule, from }] : parts;
}

/** Share of an upright line that is dark, there or in the column beside it. */
function inkAlong(dark: Uint8Array, width: number, at: number, from: number, to: number): number {
  let count = 0;
  for (let y = from; y <= to; y++) {
    const place = y * width + at;
    if (dark[place] === 1 || dark[place - 1] === 1 || dark[place + 1] === 1) count++;
  }
  return count / (to - from + 1);
}

/**
 * The upright strokes of two lines of text that stand below each other are as long as a low row is high, and one stroke above a border
 * makes that longer. A border reaches from one level line to another, or goes on far beyond one.
 */
function bordersAmong(upright: readonly Rule[], level: readonly Rule[], shortest: number): Rule[] {
  const certain = FAINT_LENGTH.upright * shortest;
  const long = upright.filter(({ from, to }) => to - from >= certain);
  const columns = new Set(long.flatMap(({ at }) => Array.from({ length: 2 * ASIDE + 1 }, (_, by) => at + by - ASIDE)));
  return upright.flatMap((rule) => {
    const met = level.filter((each) => crosses(rule, each)).map(({ at }) => at);
    const [first, last] = [Math.min(...met), Math.max(...met)];
    if (met.length === 0 || last - first <= 2 * HOLE)
      return rule.to - rule.from >= certain || columns.has(rule.at) ? [rule] : [];
    const from = first - rule.from < shortest ? Math.max(rule.from, first) : rule.from;
    const to = rule.to - last < shortest ? Math.min(rule.to, last) : rule.to;
    return [{ ...rule, from, to }];
  });
}

function crosses(upright: Rule, level: Rule): boolean {
  return (
    level.at >= upright.from - HOLE &&
    level.at <= upright.to + HOLE &&
    level.from <= upright.at + HOLE &&
    level.to >= upright.at - HOLE
  );
}

/** Small holes of a bad scan inside a line. */
const HOLE = 4;
/** Grey lines must be longer than dark ones: the feet of the letters of one word look like a short one. */
const FAINT_LENGTH = { horizontal: 1.1, upright: 2.2 };

/** So short a run is a line where a longer one lies in its extension: the border of a low row, cut off by a merged cell. */
const SHORT = 0.6;
const ASIDE = 2;
/** Ink of so short a line: the stem of a letter leaves paper above and below itself. */
const SOLID = 0.9;

/** Whether at least half of a run is dark by itself, or in the row or column beside it. */
function isInked({ dark, width }: Bitmap, base: number, step: number, start: number, end: number): boolean {
  const beside = step === 1 ? width : 1;
  let count = 0;
  for (let at = start; at <= end; at++)
    if (dark[base + at * step] === 1 || dark[base + at * step + beside] === 1) count++;
  return count > 0.5 * (end - start);
}

/** `dark`: the pixels of the bitmap with its faint lines. */
function runs(bitmap: Bitmap, dark: Uint8Array, horizontal: boolean, shortest: number): Rule[] {
  const { width, height } = bitmap;
  const faint = horizontal ? FAINT_LENGTH.horizontal : FAINT_LENGTH.upright;
  const rules: Rule[] = [];
  const short: Rule[] = [];
  const [lines, length] = horizontal ? [height, width] : [width, height];
  const step = horizontal ? 1 : width;
  for (let line = 0; line < lines; line++) {
    const base = horizontal ? line * width : line;
    let start = -1;
    let end = -1;
    let inked = 0;
    for (let at = 0; at <= length; at++) {
      // A line one pixel askew goes on in the next row or column.
      const ink =
        at < length &&
        (dark[base + at * step] === 1 || (line + 1 < lines && dark[base + at * step + (horizontal ? width : 1)] === 1));
      if (ink) {
        if (start < 0) [start, inked] = [at, 0];
        end = at;
        inked++;
      } else if (start >= 0 && (at - end > HOLE || at === length)) {
        const least = isInked(bitmap, base, step, start, end) ? shortest : faint * shortest;
        if (end - start >= least) rules.push({ horizontal, at: line, from: start, to: end });
        else if (end - start >= SHORT * shortest && inked > SOLID * (end - start))
          short.push({ horizontal, at: line, from: start, to: end });
        start = -1;
      }
    }
  }
  const known = new Set(rules.flatMap(({ at }) => Array.from({ length: 2 * ASIDE + 1 }, (_, by) => at + by - ASIDE)));
  return [...rules, ...short.filter(({ at }) => known.has(at))];
}

/** Share of dark pixels in a rectangle. */
export function inkIn(
  { width, height, dark }: Bitmap,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  let ink = 0;
  let all = 0;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      ink += dark[y * width + x]!;
      all++;
    }
  }
  return all === 0 ? 0 : ink / all;
}

/** The angle in degrees, within ±3, by which the page must be turned so that its lines lie level; 0 when it does already. */
export function skewOf({ width, height, dark }: Bitmap): number {
  const step = Math.max(1, Math.round(width / 500));
  const points: [number, number][] = [];
  for (let y = 0; y < height; y += step)
    for (let x = 0; x < width; x += step) if (dark[y * width + x]) points.push([x / step, y / step]);
  const score = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const rows = new Map<number, number>();
    for (const [x, y] of points) {
      const row = Math.round(y + x * slope);
      rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    let sum = 0;
    for (const count of rows.values()) sum += count * count;
    return sum;
  };
  const level = score(0);
  let best = { degrees: 0, score: level };
  const look = (from: number, to: number, by: number) => {
    for (let degrees = from; degrees <= to + by / 2; degrees += by) {
      const found = score(degrees);
      if (found > best.score) best = { degrees, score: found };
    }
  };
  look(-3, 3, 0.25);
  // A tenth of a degree already moves the end of a border by the height of a letter's foot.
  look(best.degrees - 0.2, best.degrees + 0.2, 0.05);
  return best.score > 1.04 * level ? Math.round(best.degrees * 100) / 100 : 0;
}

/** Pixels along a line that are averaged, so that the grain of a scan does not break it. */
const ALONG = 5;
/** How far beside a line its paper is looked at, and how much lighter that must be on both sides. */
const BESIDE = 4;
const FAINTEST = 26;

/** The dark pixels, and those of thin grey lines in one direction: darker than the paper on both sides of the line. */
function withFaintLines({ width, height, dark, grey }: Bitmap, horizontal: boolean): Uint8Array {
  if (grey === undefined) return dark;
  const smooth = smoothed(grey, width, height, horizontal);
  const found = Uint8Array.from(dark);
  const aside = BESIDE * (horizontal ? width : 1);
  for (let y = BESIDE; y < height - BESIDE; y++) {
    for (let x = BESIDE; x < width - BESIDE; x++) {
      const at = y * width + x;
      if (dark[at] === 0 && Math.min(smooth[at - aside]!, smooth[at + aside]!) - smooth[at]! > FAINTEST) found[at] = 1;
    }
  }
  return found;
}

function smoothed(grey: Uint8Array, width: number, height: number, horizontal: boolean): Uint8Array {
  const result = new Uint8Array(grey.length);
  const [lines, length] = horizontal ? [height, width] : [width, height];
  const step = horizontal ? 1 : width;
  const half = (ALONG - 1) / 2;
  for (let line = 0; line < lines; line++) {
    const base = horizontal ? line * width : line;
    let sum = 0;
    for (let at = 0; at < length + half; at++) {
      if (at < length) sum += grey[base + at * step]!;
      if (at >= ALONG) sum -= grey[base + (at - ALONG) * step]!;
      if (at >= half) result[base + (at - half) * step] = sum / Math.min(ALONG, at + 1, length + ALONG - 1 - at);
    }
  }
  return result;
}
