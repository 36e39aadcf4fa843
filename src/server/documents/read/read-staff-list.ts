import type { SourceBlocks } from '#core/documents/block.ts';
import { cellText } from '#core/documents/block.ts';
import { parseCsv } from '#core/organisations/staff-list/parse-csv.ts';
import { readStaffTable, type StaffTable } from '#core/organisations/staff-list/read-staff-table.ts';
import type { SheetRow } from '#core/organisations/staff-list/staff-row.ts';
import { detectFormat } from './detect-format.ts';
import { readBlocks } from './read-file.ts';
import { readContext, type ReadOptions } from './read-limits.ts';
import { readSheets } from './read-xlsx.ts';
import { decodeText } from './text-encoding.ts';

/** The people of a staff list, in this process; null when there is no table with names in it. For files of strangers use `readStaffInWorker`. */
export async function readStaffList(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<StaffTable | null> {
  for (const rows of await sheetsOf(bytes, name, options)) {
    const table = readStaffTable(rows);
    if (table && table.rows.length > 0) return table;
  }
  return null;
}

async function sheetsOf(bytes: Uint8Array, name: string, options: ReadOptions): Promise<SheetRow[][]> {
  const context = readContext(options);
  const format = detectFormat(bytes, name, context.limits);
  if (format === 'txt') return [parseCsv(decodeText(bytes))];
  if (format !== 'xlsx') return [rowsOfTables(await readBlocks(bytes, name, options))];
  return readSheets(bytes, context)
    .filter(({ hidden }) => !hidden)
    .map(({ cells }) => rowsOfSheet(cells));
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
