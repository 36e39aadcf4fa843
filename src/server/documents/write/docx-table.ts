import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellStarts } from '#core/documents/layout/cell-starts.ts';
import {
  CELL_PADDING,
  type PrintCell,
  type PrintRow,
  type PrintTable,
  TABLE_SIZE,
} from '#core/documents/layout/print-model.ts';
import { boundParagraphs, isWholeCell } from '#core/documents/layout/row-breaks.ts';
import { linesAt } from '#core/documents/layout/text-width.ts';
import { mm, paragraph, pt } from './docx-paragraphs.ts';

/** A ruled table whose header is repeated on each page. Short rows stay whole; group rows stay with the row below. */
export function bodyTable(table: PrintTable): Table {
  const rows = [...table.header, ...table.rows];
  const starts = cellStarts(rows, table.widths.length);
  const headerHeight = table.header.length > 1 ? heightOfHeader(table, starts) / table.header.length : null;
  return new Table({
    rows: rows.map((row, index) => rowOf(row, table, { starts: starts[index]!, headerHeight })),
    layout: TableLayoutType.FIXED,
    width: { size: mm(table.widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: table.widths.map(mm),
    margins: { marginUnitType: WidthType.DXA, top: pt(2), bottom: pt(2), left: mm(1.4), right: mm(1.4) },
  });
}

/** Of a line in a table, in points. */
const LINE = TABLE_SIZE * 1.15;
const OTHER_FONT = 0.85;
/** Room above and below the words of a cell, and its rules, in points. */
const AROUND = 5;

/**
 * What the highest cell over all rows of a header takes, in points. It is said to the rows because some programs repeat such a header
 * on the next page as high as its single rows, and cut off what stands in the cells over all of them. Where Times New Roman is missing,
 * letters with tones come from a wider font: the words are counted in a column so much narrower.
 */
function heightOfHeader({ header, widths }: PrintTable, starts: readonly (readonly number[])[]): number {
  const lines = header[0]!.cells.map(({ paragraphs, columnSpan, rowSpan, bold }, index) => {
    if (rowSpan < header.length) return 0;
    const width = widthAt(widths, starts[0]![index]!, columnSpan) - CELL_PADDING;
    return paragraphs.reduce((sum, text) => sum + linesAt(text, OTHER_FONT * width, TABLE_SIZE, bold), 0);
  });
  return Math.max(...lines) * LINE + AROUND;
}

function widthAt(widths: readonly number[], start: number, span: number): number {
  return widths.slice(start, start + span).reduce((sum, each) => sum + each, 0);
}

interface RowPlace {
  /** First column of each cell. */
  starts: readonly number[];
  /** Least height of a row of the header, in points; null where it has one row only. */
  headerHeight: number | null;
}

function rowOf(row: PrintRow, table: PrintTable, { starts, headerHeight }: RowPlace): TableRow {
  return new TableRow({
    // "false" is written as an attribute that some readers take for true; leaving it out says it everywhere.
    ...(row.kind === 'header' ? { tableHeader: true } : {}),
    ...(row.kind === 'header' && headerHeight !== null
      ? { height: { value: pt(headerHeight), rule: HeightRule.ATLEAST } }
      : {}),
    ...(row.keepInWord ? { cantSplit: true } : {}),
    children: row.cells.map((cell, index) => cellOf(cell, row, table.widths, starts[index]!)),
  });
}

function cellOf(cell: PrintCell, row: PrintRow, widths: readonly number[], start: number): TableCell {
  const width = widthAt(widths, start, cell.columnSpan);
  const paragraphs = row.keepInWord ? cell.paragraphs : boundParagraphs(cell.paragraphs, width);
  const whole = !row.keepInWord && isWholeCell(cell.paragraphs, width);
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
    { size: 12, bold: cell.bold, narrow: true },
    {
      alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(more ? { spacing: { after: pt(4) } } : {}),
      ...(row.kind === 'item' ? {} : { keepNext: true }),
      ...(whole ? { keepLines: true } : {}),
    },
  );
}
