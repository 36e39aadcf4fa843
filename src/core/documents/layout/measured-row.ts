import { cellStarts } from './cell-starts.ts';
import { CELL_PADDING, type PrintRow, TABLE_SIZE } from './print-model.ts';
import { type TextMeasure, measureText } from './text-width.ts';

/** A cell whose text was measured once, so that its height at any width is cheap to tell. */
export interface MeasuredCell {
  start: number;
  span: number;
  /** Length in mm of each paragraph on one line. */
  lengths: number[];
  /** Width in mm of its widest word. */
  widest: number;
}

export type MeasuredRow = MeasuredCell[];

export function measureRows(rows: readonly PrintRow[], columns: number): MeasuredRow[] {
  const starts = cellStarts(rows, columns);
  const known = new Map<string, TextMeasure>();
  return rows.map(({ cells }, row) =>
    cells.map(({ paragraphs, columnSpan, bold }, index) => {
      const measures = paragraphs.map((text) => remembered(text, bold, known));
      return {
        start: starts[row]![index]!,
        span: columnSpan,
        lengths: measures.map(({ length }) => length),
        widest: measures.reduce((most, { widest }) => Math.max(most, widest), 0),
      };
    }),
  );
}

/** Short texts, names and months, come again and again. */
function remembered(text: string, bold: boolean, known: Map<string, TextMeasure>): TextMeasure {
  if (bold) return measureText(text, TABLE_SIZE, true);
  const measure = known.get(text) ?? measureText(text, TABLE_SIZE);
  known.set(text, measure);
  return measure;
}

/** What the end of a line leaves blank on average, in mm: half a word. */
const RAGGED = 3.5;

/** Lines that a paragraph of this length takes in a column of this width (both mm), by estimate. */
export function linesOf(length: number, width: number): number {
  const room = Math.max(4, width - CELL_PADDING);
  return length <= room ? 1 : Math.ceil(length / Math.max(3, room - RAGGED));
}

/** Lines that the fullest cell of the row takes. */
export function linesOfRow(row: MeasuredRow, widths: readonly number[]): number {
  return row.reduce((most, cell) => Math.max(most, linesOfCell(cell, widths)), 0);
}

function linesOfCell({ start, span, lengths }: MeasuredCell, widths: readonly number[]): number {
  const width = widths.slice(start, start + span).reduce((sum, each) => sum + each, 0);
  return lengths.reduce((sum, length) => sum + linesOf(length, width), 0);
}
