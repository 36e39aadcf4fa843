import {
  AlignmentType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { PrintCell, PrintRow, PrintTable } from '#core/documents/layout/print-model.ts';
import { mm, paragraph, pt } from './docx-paragraphs.ts';

/** A ruled table whose header is repeated on each page. Short rows stay whole; group rows stay with the row below. */
export function bodyTable(table: PrintTable): Table {
  const tracker = new ColumnTracker(table.widths.length);
  return new Table({
    rows: [...table.header, ...table.rows].map((row) => rowOf(row, table, tracker)),
    layout: TableLayoutType.FIXED,
    width: { size: mm(table.widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: table.widths.map(mm),
    margins: { marginUnitType: WidthType.DXA, top: pt(2), bottom: pt(2), left: mm(1.4), right: mm(1.4) },
  });
}

function rowOf(row: PrintRow, table: PrintTable, tracker: ColumnTracker): TableRow {
  const starts = tracker.place(row.cells);
  return new TableRow({
    // "false" is written as an attribute that some readers take for true; leaving it out says it everywhere.
    ...(row.kind === 'header' ? { tableHeader: true } : {}),
    ...(row.keep ? { cantSplit: true } : {}),
    children: row.cells.map((cell, index) => cellOf(cell, row, table.widths, starts[index]!)),
  });
}

function cellOf(cell: PrintCell, row: PrintRow, widths: readonly number[], start: number): TableCell {
  const width = widths.slice(start, start + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const texts = cell.paragraphs.length > 0 ? cell.paragraphs : [''];
  return new TableCell({
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: row.kind === 'item' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: texts.map((text, index) => cellLine(text, cell, row, index < texts.length - 1)),
  });
}

function cellLine(text: string, cell: PrintCell, row: PrintRow, more: boolean): Paragraph {
  return paragraph(
    text,
    { size: 12, bold: cell.bold },
    {
      alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(more ? { spacing: { after: pt(4) } } : {}),
      ...(row.kind === 'item' ? {} : { keepNext: true }),
    },
  );
}

/** First grid column of each cell, minding cells that reach down from rows above. */
class ColumnTracker {
  readonly #busy: number[];

  constructor(columns: number) {
    this.#busy = Array.from({ length: columns }, () => 0);
  }

  place(cells: readonly PrintCell[]): number[] {
    const below = this.#busy.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    const starts = cells.map((cell) => {
      while ((this.#busy[column] ?? 0) > 0) column += 1;
      const start = column;
      for (let each = start; each < start + cell.columnSpan; each += 1) below[each] = cell.rowSpan - 1;
      column += cell.columnSpan;
      return start;
    });
    this.#busy.splice(0, this.#busy.length, ...below);
    return starts;
  }
}
