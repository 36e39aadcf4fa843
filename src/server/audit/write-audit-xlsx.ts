import type { CellObject } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { vietnamClock } from '#core/kernel/vietnam-time.ts';
import type { AuditRecord } from './list-audit.ts';

/** Longest text of one Excel cell, in characters. */
const CELL_LIMIT = 32_767;
const COLUMNS = [
  ['Số', 8],
  ['Lúc', 20],
  ['Người', 26],
  ['Việc', 30],
  ['Đối tượng', 18],
  ['Mã đối tượng', 38],
  ['Chi tiết', 80],
] as const;

/** The log as a workbook to read and filter in. Times as on the clock in Viet Nam; every cell is text, whatever it begins with. */
export async function writeAuditXlsx(records: readonly AuditRecord[]): Promise<Uint8Array> {
  const head = COLUMNS.map(([value]): CellObject => ({ ...text(value), fontWeight: 'bold' }));
  const sheet = {
    sheet: 'Nhật ký',
    data: [head, ...records.map(rowOf)],
    columns: COLUMNS.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
  };
  const file = writeXlsxFile([sheet], { fontFamily: 'Times New Roman', fontSize: 11 });
  return new Uint8Array(await file.toBuffer());
}

function rowOf(record: AuditRecord): CellObject[] {
  const { sequence, at, actor, actorId, action, subjectType, subjectId, details } = record;
  const values = [
    sequence === null ? '' : String(sequence),
    vietnamClock(at),
    actor ?? actorId ?? '',
    action,
    subjectType,
    subjectId,
    JSON.stringify(details),
  ];
  return values.map(text);
}

function text(value: string): CellObject {
  // Excel takes no control characters.

  return { value: value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').slice(0, CELL_LIMIT), type: String };
}
