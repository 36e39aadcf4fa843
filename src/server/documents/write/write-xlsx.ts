import type { CellObject, Sheet } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { linesAt } from '#core/documents/layout/text-width.ts';
import { factSheetOf } from '#core/documents/fact-sheet.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { printable } from './docx-paragraphs.ts';
import { type SheetColumn, sheetColumns } from './xlsx-columns.ts';
import { withPrintSetup } from './xlsx-print-setup.ts';

const FONT_SIZE = 12;
/** Longest text of one Excel cell, in characters. */
const CELL_LIMIT = 32_767;

/**
 * The rows of the plan as a workbook to compute and edit in: one column for each fact that the plan has, the header frozen; the
 * facts of the document on a second sheet, from which they are read back. Every cell is text, so that one beginning with "=" stays
 * what was typed.
 */
export async function writeXlsx(plan: PlanDocument, set: StandardSet | null): Promise<Uint8Array> {
  const columns = printableColumns(sheetColumns(plan, set));
  const titles = [plan.letterhead.schoolName, ...plan.title].filter((text) => text !== null);
  const rows: Sheet<never>[] = [
    {
      sheet: 'Kế hoạch',
      data: [
        ...titles.map((text) => titleRow(text, columns.length)),
        withHeight(
          columns.map(({ header }) => head(header)),
          columns,
          true,
        ),
        ...plan.items.map((item, index) =>
          withHeight(
            columns.map((column) => body(column.cell(item, index + 1), column)),
            columns,
          ),
        ),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: titles.length + 1,
      orientation: 'landscape',
    },
    {
      sheet: 'Thông tin',
      data: factSheetOf(plan).map(([label, value]) =>
        withHeight([head(label), body(value, { align: 'left' })], FACT_COLUMNS),
      ),
      columns: FACT_COLUMNS,
    },
  ];
  const file = writeXlsxFile(rows, { fontFamily: 'Times New Roman', fontSize: FONT_SIZE });
  return withPrintSetup(new Uint8Array(await file.toBuffer()), titles.length + 1);
}

const FACT_COLUMNS = [{ width: 26 }, { width: 80 }];
/** Together, in characters: more would print too small to read. */
const PAGE_WIDTH = 190;
/** A digit of 12 pt Times New Roman, the unit of column widths, in mm; and what a cell keeps free beside its text. */
const CHARACTER = 2.117;
const PADDING = 2;
/** Height of a line, in points. */
const LINE = 15.75;
/** Highest row that Excel knows, in points. */
const HIGHEST = 409;

function printableColumns(columns: readonly SheetColumn[]): SheetColumn[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const scale = Math.min(1, PAGE_WIDTH / total);
  return columns.map((column) => ({ ...column, width: Math.max(6, Math.round(column.width * scale)) }));
}

/** Says how high the row must be, since not every program measures wrapped text when it opens a workbook. */
function withHeight(
  cells: (CellObject | null)[],
  columns: readonly { width: number }[],
  bold = false,
): (CellObject | null)[] {
  const lines = cells.map((cell, index) =>
    typeof cell?.value === 'string'
      ? linesAt(cell.value, columns[index]!.width * CHARACTER - PADDING, FONT_SIZE, bold)
      : 1,
  );
  const height = Math.min(HIGHEST, Math.max(...lines) * LINE + 3);
  return cells.map((cell, index) => (index === 0 && cell !== null ? { ...cell, height } : cell));
}

const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const;

/** Above the table: school and title, so that the sheet says by itself which year its months belong to. */
function titleRow(text: string, columns: number): (CellObject | null)[] {
  const cell: CellObject = {
    value: printable(text),
    type: String,
    fontWeight: 'bold',
    align: 'center',
    columnSpan: columns,
  };
  return [cell, ...Array.from({ length: columns - 1 }, () => null)];
}

function head(text: string): CellObject {
  return {
    value: text,
    type: String,
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E8EEF4',
    ...BORDER,
  };
}

function body(text: string | null, { align = 'left' }: Pick<SheetColumn, 'align'>): CellObject | null {
  if (text === null || text === '') return { type: String, format: '@', wrap: true, alignVertical: 'top', ...BORDER };
  return {
    value: printable(text).slice(0, CELL_LIMIT),
    type: String,
    format: '@',
    wrap: true,
    align,
    alignVertical: 'top',
    ...BORDER,
  };
}
