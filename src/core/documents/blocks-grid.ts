import { cluster, nearest, type Rect, type Rule } from './blocks-geometry.ts';

/** A table as drawn: cells with their spans and rectangles. */
export interface Grid extends Rect {
  /** Borders between columns, ascending, one more than there are columns. */
  xs: number[];
  ys: number[];
  cells: GridCell[];
  /** No line tells where its columns part: on the next page the words may part them a little elsewhere. */
  fluid?: true;
}

export interface GridCell extends Rect {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Lines nearer than this are one line: double borders, borders of neighbouring cells drawn apart. */
const TOLERANCE = 3;

/** The tables that ruling lines draw. A frame with one cell is a table of one cell; loose lines are none. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  return drawnTables(rules).grids;
}

/** The tables, and the level lines that no line down touches, each in one piece. */
export function drawnTables(rules: readonly Rule[]): { grids: Grid[]; loose: Rule[] } {
  const groups = connected(mergeRules(rules));
  return {
    grids: groups.map(gridOf).filter((grid): grid is Grid => grid !== null),
    loose: groups.filter((group) => group.every(({ horizontal }) => horizontal)).flat(),
  };
}

/** Pieces of one line, as programs draw them cell by cell, become one line. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const result: Rule[] = [];
  for (const horizontal of [true, false]) {
    const own = rules.filter((rule) => rule.horizontal === horizontal);
    const positions = cluster(
      own.map((rule) => rule.at),
      TOLERANCE / 2,
    );
    const byPosition = positions.map((): Rule[] => []);
    for (const rule of own) byPosition[nearest(positions, rule.at)]?.push(rule);
    byPosition.forEach((group, index) => result.push(...mergeCollinear(group, positions[index] ?? 0)));
  }
  return result.filter((rule) => rule.to - rule.from > TOLERANCE);
}

function mergeCollinear(group: Rule[], at: number): Rule[] {
  const merged: Rule[] = [];
  for (const rule of group.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && rule.from <= last.to + TOLERANCE) last.to = Math.max(last.to, rule.to);
    else merged.push({ ...rule, at });
  }
  return merged;
}

function connected(rules: readonly Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  const horizontal = rules.flatMap((rule, index) => (rule.horizontal ? [index] : []));
  const vertical = rules.flatMap((rule, index) => (rule.horizontal ? [] : [index]));
  for (const h of horizontal) for (const v of vertical) if (touch(rules[h]!, rules[v]!)) parent[find(h)] = find(v);
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), rule]);
  });
  return [...groups.values()];
}

function touch(h: Rule, v: Rule): boolean {
  const near = (at: number, rule: Rule) => at >= rule.from - TOLERANCE && at <= rule.to + TOLERANCE;
  return near(v.at, h) && near(h.at, v);
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontal = rules.filter((rule) => rule.horizontal);
  const vertical = rules.filter((rule) => !rule.horizontal);
  // A browser leaves a row open where the page cuts it: of the last row one border is left below its columns.
  const fewest = vertical.length > 2 ? 1 : 2;
  if (horizontal.length < fewest || vertical.length < 1) return null;
  // Tables open at the sides or at an end of the page: the ends of the crossing lines close them.
  const xs = cluster(
    [
      ...vertical.map((rule) => rule.at),
      Math.min(...horizontal.map((r) => r.from)),
      Math.max(...horizontal.map((r) => r.to)),
    ],
    TOLERANCE,
  );
  const ys = cluster(
    [
      ...horizontal.map((rule) => rule.at),
      Math.min(...vertical.map((r) => r.from)),
      Math.max(...vertical.map((r) => r.to)),
    ],
    TOLERANCE,
  );
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = mergeCells(xs, ys, vertical, horizontal);
  return { left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, xs, ys, cells };
}

/** Grid squares without a line between them are one cell; always a rectangle, grown to the right and then down. */
function mergeCells(xs: number[], ys: number[], vertical: readonly Rule[], horizontal: readonly Rule[]): GridCell[] {
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const lineRight = squareEdges(xs, ys, vertical);
  const lineBelow = squareEdges(ys, xs, horizontal);
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        !lineRight(column + columnSpan, row) &&
        !taken.has(row * columns + column + columnSpan)
      )
        columnSpan++;
      let rowSpan = 1;
      const open = (at: number) => {
        for (let c = column; c < column + columnSpan; c++) if (lineBelow(at, c)) return false;
        for (let c = column + 1; c < column + columnSpan; c++) if (lineRight(c, at)) return false;
        return true;
      };
      while (row + rowSpan < rows && open(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c);
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        left: xs[column]!,
        right: xs[column + columnSpan]!,
        top: ys[row]!,
        bottom: ys[row + rowSpan]!,
      });
    }
  }
  return cells;
}

/**
 * For lines across `positions`: whether the square edge at position `index`, between two neighbours `along`, is drawn for
 * more than half of its length.
 */
function squareEdges(positions: readonly number[], along: readonly number[], rules: readonly Rule[]) {
  const byIndex = positions.map((): Rule[] => []);
  for (const rule of rules) byIndex[nearest(positions, rule.at)]?.push(rule);
  return (index: number, square: number): boolean => {
    const from = along[square] ?? 0;
    const to = along[square + 1] ?? 0;
    let covered = 0;
    for (const rule of byIndex[index] ?? []) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
    return covered > (to - from) / 2;
  };
}
