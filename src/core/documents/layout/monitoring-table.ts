import { fold } from '#core/kernel/text.ts';
import type { TextLine } from '#core/plan/plan-document.ts';
import { headerCell, itemRow, textCell } from './cell.ts';
import { fittedTable } from './fitted-tables.ts';
import { type PrintTable, TEXT_WIDTH } from './print-model.ts';

const HEADERS = ['Thời điểm', 'Nội dung', 'Kết quả', 'Điều chỉnh', 'Người đánh giá'];
/** The two moments at which Biểu 2 asks for a review. */
const MOMENTS = ['Cuối học kỳ I', 'Cuối năm học'];
const SHARES = [28, 44, 38, 32, 23];

/**
 * Biểu 2, VI: the table that is filled in twice a year. `rows` are lines of a document that was read, cells set apart by " | ";
 * without any the table is blank but for its two moments.
 */
export function monitoringTable(rows: readonly TextLine[]): PrintTable {
  const read = rows.map(({ text }) => text.split(' | ')).filter((cells) => !isHeader(cells.join(' | ')));
  const filled = read.length > 0 ? read : MOMENTS.map((moment) => [moment]);
  return fittedTable(
    {
      caption: 'Theo dõi, đánh giá việc thực hiện kế hoạch',
      header: [{ kind: 'header', keep: true, keepInWord: true, cells: HEADERS.map((text) => headerCell(text)) }],
      rows: filled.map((cells) => itemRow(HEADERS.map((_, column) => textCell(cells[column] ?? null)))),
    },
    { shares: SHARES, width: TEXT_WIDTH.portrait },
  );
}

/** Whether a line of section VI came from this table. */
export function isMonitoringLine({ label, text }: TextLine): boolean {
  if (label !== null) return false;
  return isHeader(text) || MOMENTS.some((moment) => text === moment || text.startsWith(`${moment} | `));
}

function isHeader(text: string): boolean {
  return fold(text) === fold(HEADERS.join(' | '));
}
