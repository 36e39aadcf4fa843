import type { CellObject, Sheet } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { factSheetOf } from '#core/documents/fact-sheet.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { printable } from './docx-paragraphs.ts';
import { type SheetColumn, sheetColumns } from './xlsx-columns.ts';
import { withPrintSetup } from './xlsx-print-setup.ts';

/** Longest text of one Excel cell, in characters. */
const CELL_LIMIT = 32_767;

/**
 * The rows of the plan as a workbook to compute and edit in: one column for each fact that the plan has, the header frozen; the
 * facts of the document on a second sheet, from which they are read back. Every cell is text, so that one beginning with "=" stays
 * what was typed.
 */
export async function writeXlsx(plan: PlanDocument, set: StandardSet | null): Promise<Uint8Array> {
  const columns = sheetColumns(plan, set);
  const titles = [plan.letterhead.schoolName, ...plan.title].filter((text) => text !== null);
  const rows: Sheet<never>[] = [
    {
      sheet: 'Kế hoạch',
      data: [
        ...titles.map((text) => titleRow(text, columns.length)),
        columns.map(({ header }) => head(header)),
        ...plan.items.map((item, index) => columns.map((column) => body(column.cell(item, index + 1), column))),
      ],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: titles.length + 1,
      orientation: 'landscape',
    },
    {
      sheet: 'Thông tin',
      data: factSheetOf(plan).map(([label, value]) => [head(label), body(value, { align: 'left' })]),
      columns: [{ width: 26 }, { width: 80 }],
    },
  ];
  const file = writeXlsxFile(rows, { fontFamily: 'Times New Roman', fontSize: 12 });
  return withPrintSetup(new Uint8Array(await file.toBuffer()), titles.length + 1);
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
