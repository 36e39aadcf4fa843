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

/** A row of items; whether it may break is told when the columns have their widths (`fitted-tables.ts`). */
export function itemRow(cells: PrintCell[]): PrintRow {
  return { kind: 'item', cells, keep: false, keepInWord: false };
}

/** A bold row over all columns: "MỨC 1", "Tiêu chuẩn 1: …". */
export function groupRow(text: string, columns: number, align: 'left' | 'center' = 'left'): PrintRow {
  return {
    kind: 'group',
    keep: true,
    keepInWord: true,
    cells: [textCell(text, { columnSpan: columns, bold: true, align })],
  };
}
