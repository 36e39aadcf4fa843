import type { SourceBlocks } from '#core/documents/block.ts';
import { cellText } from '#core/documents/block.ts';
import { parseCsv } from '#core/organisations/staff-list/parse-csv.ts';
import { readStaffTable, type StaffTable } from '#core/organisations/staff-list/read-staff-table.ts';
import type { SheetRow } from '#core/organisations/staff-list/staff-row.ts';
import { detectFormat } from './read/detect-format.ts';
import { readInWorker } from './read/read-in-worker.ts';
import { readContext, type ReadLimits } from './read/read-limits.ts';
import { readSheets } from './read/read-xlsx.ts';
import { decodeText } from './read/text-encoding.ts';

const MEGABYTE = 1024 * 1024;

/** A staff list is small: what is larger is something else. */
const LIMITS: Partial<ReadLimits> = {
  fileBytes: 4 * MEGABYTE,
  unpackedBytes: 32 * MEGABYTE,
  xmlBytes: 8 * MEGABYTE,
  pages: 30,
  totalMilliseconds: 60_000,
};

/**
 * The people of a staff list in Excel, CSV, Word or PDF; null when it has no table with names in it. Errors: those of `readInWorker`.
 */
export async function readStaffFile(bytes: Uint8Array, name: string): Promise<StaffTable | null> {
  const context = readContext({ limits: LIMITS });
  const format = detectFormat(bytes, name, context.limits);
  const sheets =
    format === 'xlsx'
      ? readSheets(bytes, context)
          .filter(({ hidden }) => !hidden)
          .map(({ cells }) => rowsOfSheet(cells))
      : format === 'txt'
        ? [parseCsv(decodeText(bytes))]
        : [rowsOfTables(await readInWorker(bytes, name, { limits: LIMITS }))];
  for (const rows of sheets) {
    const table = readStaffTable(rows);
    if (table && table.rows.length > 0) return table;
  }
  return null;
}

function rowsOfSheet(cells: ReturnType<typeof readSheets>[number]['cells']): SheetRow[] {
  const rows = new Map<number, string[]>();
  for (const { row: index, column, text } of cells) {
    const row = index + 1;
    const own = rows.get(row) ?? [];
    own[column] = text;
    rows.set(row, own);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, texts]) => ({ row, cells: Array.from(texts, (text) => text ?? '') }));
}

/** Tables behind one another, as when a page break has cut a list in two; rows are counted over all of them. */
function rowsOfTables({ blocks }: SourceBlocks): SheetRow[] {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return rows.map((row, index) => {
    const cells: string[] = [];
    for (const cell of row.cells) cells[cell.column] = cellText(cell);
    return { row: index + 1, cells: Array.from(cells, (text) => text ?? '') };
  });
}
