import { columnWidths } from './column-widths.ts';
import { linesOfRow, measureRows } from './measured-row.ts';
import { type PrintRow, type PrintTable, TEXT_WIDTH } from './print-model.ts';

export type TableText = Pick<PrintTable, 'caption' | 'header' | 'rows'>;

/** Rows of up to so many lines, a third of the page, stay whole; what a longer one would leave blank is too much. */
const SHORT_ROW = { portrait: 16, landscape: 10 };
/**
 * In Word up to two thirds of the page: LibreOffice, in which many schools open it, knows no single lines in the cells of a row that may
 * break, so that as few rows as can be may.
 */
const SHORT_ROW_IN_WORD = { portrait: 30, landscape: 18 };

/**
 * Tables of one form below each other: their columns are equally wide, fitted to the text of all of them, and rows that are too
 * long to stay whole may break over a page.
 */
export function fittedTables(
  tables: readonly TableText[],
  { shares, width }: { shares: readonly number[]; width: number },
): PrintTable[] {
  const measured = tables.map(({ header, rows }) => measureRows([...header, ...rows], shares.length));
  const lying = width > TEXT_WIDTH.portrait ? 'landscape' : 'portrait';
  const headerLength = tables[0]?.header.length ?? 0;
  const widths = columnWidths({
    header: measured[0]?.slice(0, headerLength) ?? [],
    rows: measured.flatMap((rows, index) => rows.slice(headerLength).filter((_, row) => isItem(tables[index]!, row))),
    shares,
    width,
  });
  return tables.map(({ caption, header, rows }, index) => ({
    kind: 'table',
    caption,
    widths,
    header,
    rows: rows.map((row, at): PrintRow => {
      const lines = linesOfRow(measured[index]![headerLength + at]!, widths);
      if (row.kind !== 'item') return row;
      return { ...row, keep: lines <= SHORT_ROW[lying], keepInWord: lines <= SHORT_ROW_IN_WORD[lying] };
    }),
  }));
}

export function fittedTable(table: TableText, form: { shares: readonly number[]; width: number }): PrintTable {
  return fittedTables([table], form)[0]!;
}

function isItem({ rows }: TableText, row: number): boolean {
  return rows[row]!.kind === 'item';
}
