import { expect, test } from 'vitest';
import { cellTextOfDraft, draftParagraph } from './blocks-draft.ts';
import type { DraftRow } from './blocks-draft.ts';
import type { LaidTable } from './blocks-grid-table.ts';
import { joinTables } from './blocks-pages.ts';

/** Cells as [column, rows, text]. */
function laid(...rows: [number, number, string][][]): LaidTable {
  const xs = [60, 120, 240, 400, 520];
  const drafts = rows.map((cells): DraftRow => ({
    header: false,
    page: 1,
    cells: cells.map(([column, rowSpan, text]) => ({
      column,
      columnSpan: 1,
      rowSpan,
      content: text === '' ? [] : [draftParagraph(text)],
    })),
  }));
  return { xs, table: { kind: 'table', columns: 4, rows: drafts, ruled: true } };
}

function spansAfter(above: LaidTable, below: LaidTable): string[] {
  joinTables(above, below);
  return above.table.rows.map((row) =>
    row.cells.map((cell) => `${cell.column}x${cell.rowSpan} ${cellTextOfDraft(cell)}`).join(' | '),
  );
}

test('cells merged over two pages are given back to the words on the first', () => {
  const above = laid([
    [0, 1, '3.3'],
    [1, 1, 'Nhà vệ sinh cũ'],
    [2, 1, 'Lập dự toán.'],
    [3, 1, '11/2025'],
  ]);
  const below = laid(
    [
      [0, 2, ''],
      [1, 2, ''],
      [2, 1, 'Sửa chữa.'],
      [3, 1, '12/2025'],
    ],
    [
      [2, 1, 'Kiểm tra.'],
      [3, 1, 'Hằng ngày'],
    ],
  );
  expect(spansAfter(above, below)).toEqual([
    '0x3 3.3 | 1x3 Nhà vệ sinh cũ | 2x1 Lập dự toán. | 3x1 11/2025',
    '2x1 Sửa chữa. | 3x1 12/2025',
    '2x1 Kiểm tra. | 3x1 Hằng ngày',
  ]);
});

test('the break cuts a row beside merged cells: they cover what follows it, and the row is one', () => {
  const above = laid(
    [
      [0, 2, '1.1'],
      [1, 2, 'Chưa công khai'],
      [2, 1, 'Đăng tin.'],
      [3, 1, '10/2025'],
    ],
    [
      [2, 1, 'Rà soát chiến lược trước khi'],
      [3, 1, '5/2026'],
    ],
  );
  const below = laid(
    [
      [0, 2, ''],
      [1, 2, ''],
      [2, 1, 'điều chỉnh.'],
      [3, 1, ''],
    ],
    [
      [2, 1, 'Công bố.'],
      [3, 1, '6/2026'],
    ],
  );
  expect(spansAfter(above, below)).toEqual([
    '0x3 1.1 | 1x3 Chưa công khai | 2x1 Đăng tin. | 3x1 10/2025',
    '2x1 Rà soát chiến lược trước khi điều chỉnh. | 3x1 5/2026',
    '2x1 Công bố. | 3x1 6/2026',
  ]);
});
