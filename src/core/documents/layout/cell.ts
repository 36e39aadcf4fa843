import type { PrintCell, PrintRow } from './print-model.ts';

/** A cell of running text; each line as typed is a paragraph of its own. */
export function textCell(text: string | null, options: Partial<Omit<PrintCell, 'paragraphs'>> = {}): PrintCell {
  return {
    columnSpan: 1,
    rowSpan: 1,
    align: 'left',
    bold: false,
    paragraphs: paragraphsIn(text),
    ...options,
  };
}

export function headerCell(text: string, options: Partial<Omit<PrintCell, 'paragraphs'>> = {}): PrintCell {
  return textCell(text, { align: 'center', bold: true, ...options });
}

/** The lines of a text, without blank ones. */
export function paragraphsIn(text: string | null): string[] {
  return (text ?? '').split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** Rows of up to so many lines are kept whole: about a third of a page. */
const SHORT_ROW = 14;
/** Average width of a letter of 12 pt Times New Roman in Vietnamese text, in mm, and what borders and padding take. */
const LETTER = 2;
const PADDING = 3.5;

/** A row of items; `keep` follows from how many lines its fullest cell will take. */
export function itemRow(cells: PrintCell[], widths: readonly number[]): PrintRow {
  return { kind: 'item', cells, keep: linesOf(cells, widths) <= SHORT_ROW };
}

function linesOf(cells: readonly PrintCell[], widths: readonly number[]): number {
  let column = 0;
  let most = 0;
  for (const cell of cells) {
    const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
    const letters = Math.max(1, (width - PADDING) / LETTER);
    const lines = cell.paragraphs.reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / letters)), 0);
    most = Math.max(most, lines);
    column += cell.columnSpan;
  }
  return most;
}

/** A bold row over all columns: "MỨC 1", "Tiêu chuẩn 1: …". */
export function groupRow(text: string, columns: number, align: 'left' | 'center' = 'left'): PrintRow {
  return { kind: 'group', keep: true, cells: [textCell(text, { columnSpan: columns, bold: true, align })] };
}

/** Widths scaled so that they fill the text width, to a tenth of a millimetre. */
export function fitWidths(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => Math.round((share / sum) * width * 10) / 10);
}
