import type { MeasuredRow } from './measured-row.ts';
import { CELL_PADDING } from './print-model.ts';

interface Table {
  header: readonly MeasuredRow[];
  rows: readonly MeasuredRow[];
  /** Customary widths of the form, compared with each other. */
  shares: readonly number[];
  /** Of the whole table, in mm. */
  width: number;
}

/**
 * Widths in mm of the columns, to half a millimetre: those of the form, changed so that no word is wider than its column and the
 * rows are as low as they can be. An empty column gives its room to one that needs it.
 */
export function columnWidths(table: Table): number[] {
  const least = leastWidths(table);
  const sample = sampled(table.rows);
  const weighted = [...sample.map((row) => ({ row, weight: 1 })), ...headerRows(table, sample.length)];
  let widths = startWidths(table, least);
  for (const step of STEPS) widths = exchanged(widths, { least, weighted, step, custom: customary(table) });
  return rounded(widths, table.width);
}

/** In mm: what one column gives another at a time. */
const STEPS = [6, 3, 1.5];
/** Rows that are looked at: enough to know the form of all. */
const MOST_ROWS = 60;
/** The header comes back about once in so many rows. */
const ROWS_OF_A_PAGE = 8;
/** No column is narrower, in mm. */
const NARROWEST = 8.5;
/** How little of its custom a column gives up for nothing, in lines for a squared mm. */
const CUSTOM = 0.0004;

function sampled(rows: readonly MeasuredRow[]): MeasuredRow[] {
  const every = Math.max(1, rows.length / MOST_ROWS);
  return Array.from({ length: Math.min(rows.length, MOST_ROWS) }, (_, index) => rows[Math.floor(index * every)]!);
}

function headerRows({ header }: Table, rows: number) {
  return header.map((row) => ({ row, weight: Math.max(1, rows / ROWS_OF_A_PAGE) }));
}

/** The widest word of each column; when not all fit, the widest columns give way first. */
function leastWidths({ header, rows, shares, width }: Table): number[] {
  const least = shares.map(() => NARROWEST);
  for (const { start, span, widest } of [...header, ...rows].flat()) {
    for (let column = start; column < start + span; column += 1)
      least[column] = Math.max(least[column]!, (Math.min(widest, WIDEST_WORD) + CELL_PADDING + 0.5) / span);
  }
  let cap = width / 2;
  while (sum(least.map((each) => Math.min(each, cap))) > width && cap > NARROWEST) cap -= 0.5;
  return least.map((each) => Math.min(each, cap));
}

/** In mm: a wider word is an address on the net, which breaks at its signs and does not get half of the page for itself. */
const WIDEST_WORD = 50;

function customary({ shares, width }: Table): number[] {
  return shares.map((share) => (share / sum(shares)) * width);
}

/** The customary widths, none below its least; what that takes comes from the others in proportion to what they have to spare. */
function startWidths(table: Table, least: readonly number[]): number[] {
  const raised = customary(table).map((each, column) => Math.max(each, least[column]!));
  const spare = sum(raised) - sum(least);
  const over = sum(raised) - table.width;
  if (spare <= 0) return raised;
  return raised.map((each, column) => each - ((each - least[column]!) / spare) * over);
}

interface Search {
  least: readonly number[];
  weighted: readonly { row: MeasuredRow; weight: number }[];
  step: number;
  custom: readonly number[];
}

/** Moves room from column to column as long as the rows become lower by it. */
function exchanged(from: readonly number[], search: Search): number[] {
  let widths = [...from];
  for (let round = 0; round < MOST_MOVES; round += 1) {
    const move = bestMove(widths, search);
    if (move === null) break;
    widths = moved(widths, move, search.step);
  }
  return widths;
}

const MOST_MOVES = 12;

interface Move {
  giver: number;
  taker: number;
}

function moved(widths: readonly number[], { giver, taker }: Move, step: number): number[] {
  return widths.map((width, column) => width + (column === taker ? step : 0) - (column === giver ? step : 0));
}

/** The move that lowers the rows most; null when none does. */
function bestMove(widths: readonly number[], search: Search): Move | null {
  const rows = search.weighted.map(({ row, weight }) => ({ weight, heights: heightsOf(row, widths, search.step) }));
  const still = lines(rows, { giver: -1, taker: -1 }) + awayFrom(search, widths);
  let best: (Move & { height: number }) | null = null;
  for (const giver of widths.keys()) {
    if (widths[giver]! - search.step < search.least[giver]!) continue;
    for (const taker of widths.keys()) {
      if (taker === giver) continue;
      const height = lines(rows, { giver, taker }) + awayFrom(search, moved(widths, { giver, taker }, search.step));
      if (height < (best?.height ?? still) - 1e-9) best = { giver, taker, height };
    }
  }
  return best;
}

interface CellHeights {
  start: number;
  end: number;
  /** In lines: as it is, a step narrower, a step wider. */
  still: number;
  narrower: number;
  wider: number;
}

function heightsOf(row: MeasuredRow, widths: readonly number[], step: number): CellHeights[] {
  return row.map(({ start, span, lengths }) => {
    let width = 0;
    for (let column = start; column < start + span; column += 1) width += widths[column]!;
    const [still, narrower, wider] = [width, width - step, width + step].map((each) => heightOf(lengths, each));
    return { start, end: start + span, still: still!, narrower: narrower!, wider: wider! };
  });
}

/** Lines of all rows together when one column gives to another. */
function lines(rows: readonly { heights: CellHeights[]; weight: number }[], { giver, taker }: Move): number {
  let all = 0;
  for (const { heights, weight } of rows) {
    let most = 0;
    for (const { start, end, still, narrower, wider } of heights) {
      const gives = giver >= start && giver < end;
      const takes = taker >= start && taker < end;
      const height = gives === takes ? still : gives ? narrower : wider;
      if (height > most) most = height;
    }
    all += most * weight;
  }
  return all;
}

function awayFrom({ custom, weighted }: Search, widths: readonly number[]): number {
  const away = widths.reduce((all, width, column) => all + (width - custom[column]!) ** 2, 0);
  return CUSTOM * away * weighted.length;
}

/** Lines of a cell, smooth enough to show which way is down; a paragraph takes some room of its own. */
function heightOf(lengths: readonly number[], width: number): number {
  const room = width - CELL_PADDING;
  let lines = 0;
  for (const length of lengths) lines += length <= room ? 1.3 : Math.max(1.8, length / Math.max(3, room - 2) + 0.8);
  return lines;
}

/** To half a millimetre; the widest column takes what is left over. */
function rounded(widths: readonly number[], width: number): number[] {
  const half = widths.map((each) => Math.floor(each * 2) / 2);
  const widest = half.indexOf(Math.max(...half));
  half[widest]! += Math.round((width - sum(half)) * 10) / 10;
  return half;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
