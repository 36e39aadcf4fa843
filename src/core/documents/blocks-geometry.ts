/** Plain geometry of a page. Points (1/72 inch) or pixels, origin at the top left corner of the page as it is read. */

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A piece of text that stands on one line. */
export interface Glyphs extends Rect {
  text: string;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  /** The source itself sets a blank before it. */
  afterBlank?: boolean;
  /** Its line runs neither level nor upright. */
  slanted?: boolean;
}

/** A ruling line, horizontal (at = y) or vertical (at = x). */
export interface Rule {
  horizontal: boolean;
  at: number;
  from: number;
  to: number;
}

export interface PageGeometry {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  glyphs: Glyphs[];
  rules: Rule[];
}

export function unite(rects: readonly Rect[]): Rect {
  return {
    left: Math.min(...rects.map((each) => each.left)),
    top: Math.min(...rects.map((each) => each.top)),
    right: Math.max(...rects.map((each) => each.right)),
    bottom: Math.max(...rects.map((each) => each.bottom)),
  };
}

export function contains(rect: Rect, x: number, y: number, slack = 0): boolean {
  return x >= rect.left - slack && x <= rect.right + slack && y >= rect.top - slack && y <= rect.bottom + slack;
}

/** Numbers nearer to each other than `tolerance` become their mean; ascending. */
export function cluster(numbers: readonly number[], tolerance: number): number[] {
  const groups: number[][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && number - (last.at(-1) ?? 0) <= tolerance && number - (last[0] ?? 0) <= 2 * tolerance) last.push(number);
    else groups.push([number]);
  }
  return groups.map((group) => group.reduce((sum, each) => sum + each, 0) / group.length);
}

/** Index of the entry nearest to a number. */
export function nearest(sorted: readonly number[], number: number): number {
  let best = 0;
  for (let i = 1; i < sorted.length; i++)
    if (Math.abs((sorted[i] ?? 0) - number) < Math.abs((sorted[best] ?? 0) - number)) best = i;
  return best;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** As fractions of the page, three digits. */
export function fractionsOf(rect: Rect, page: { width: number; height: number }): [number, number, number, number] {
  const part = (value: number, whole: number) => Math.round(Math.min(1, Math.max(0, value / whole)) * 1000) / 1000;
  return [
    part(rect.left, page.width),
    part(rect.top, page.height),
    part(rect.right, page.width),
    part(rect.bottom, page.height),
  ];
}
