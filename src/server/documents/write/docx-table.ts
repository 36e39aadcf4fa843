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
import { cellStarts } from '#core/documents/layout/cell-starts.ts';
import type { PrintCell, PrintRow, PrintTable } from '#core/documents/layout/print-model.ts';
import { boundParagraphs, isWholeCell } from '#core/documents/layout/row-breaks.ts';
import { mm, paragraph, pt } from './docx-paragraphs.ts';

/** A ruled table whose header is repeated on each page. Short rows stay whole; group rows stay with the row below. */
export function bodyTable(table: PrintTable): Table {
  const rows = [...table.header, ...table.rows];
  const starts = cellStarts(rows, table.widths.length);
  return new Table({
    rows: rows.map((row, index) => rowOf(row, table, starts[index]!)),
    layout: TableLayoutType.FIXED,
    width: { size: mm(table.widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: table.widths.map(mm),
    margins: { marginUnitType: WidthType.DXA, top: pt(2), bottom: pt(2), left: mm(1.4), right: mm(1.4) },
  });
}

function rowOf(row: PrintRow, table: PrintTable, starts: readonly number[]): TableRow {
  return new TableRow({
    // "false" is written as an attribute that some readers take for true; leaving it out says it everywhere.
    ...(row.kind === 'header' ? { tableHeader: true } : {}),
    ...(row.keep ? { cantSplit: true } : {}),
    children: row.cells.map((cell, index) => cellOf(cell, row, table.widths, starts[index]!)),
  });
}

function cellOf(cell: PrintCell, row: PrintRow, widths: readonly number[], start: number): TableCell {
  const width = widths.slice(start, start + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  const paragraphs = row.keep ? cell.paragraphs : boundParagraphs(cell.paragraphs, width);
  const whole = !row.keep && isWholeCell(cell.paragraphs, width);
  const texts = paragraphs.length > 0 ? paragraphs : [''];
  return new TableCell({
    ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: row.kind === 'item' ? VerticalAlign.TOP : VerticalAlign.CENTER,
    children: texts.map((text, index) => cellLine(text, { cell, row, whole, more: index < texts.length - 1 })),
  });
}

interface CellLine {
  cell: PrintCell;
  row: PrintRow;
  /** Its lines stay on one page. */
  whole: boolean;
  /** Another paragraph follows. */
  more: boolean;
}

function cellLine(text: string, { cell, row, whole, more }: CellLine): Paragraph {
  return paragraph(
    text,
    { size: 12, bold: cell.bold },
    {
      alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(more ? { spacing: { after: pt(4) } } : {}),
      ...(row.kind === 'item' ? {} : { keepNext: true }),
      ...(whole ? { keepLines: true } : {}),
    },
  );
}
