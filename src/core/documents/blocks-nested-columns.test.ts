import { expect, test } from 'vitest';
import { cellTextOfDraft, draftParagraph, type Draft, type DraftTable } from './blocks-draft.ts';
import { unwrapLayoutTables } from './blocks-nesting.ts';

function tableOf(rows: (string | DraftTable)[][]): DraftTable {
  const cellOf = (content: string | DraftTable, column: number) => {
    const drafts: Draft[] = typeof content === 'string' ? [draftParagraph(content)] : [content, draftParagraph('')];
    return { column, columnSpan: 1, rowSpan: 1, content: drafts };
  };
  return {
    kind: 'table',
    columns: rows[0]!.length,
    rows: rows.map((row) => ({ cells: row.map(cellOf), header: false, page: null })),
    ruled: true,
  };
}

const NAMES = ['Việc', 'Hạn'];

test('small tables in one column become its columns, the cells beside reach down', () => {
  const [spread, ...rest] = unwrapLayoutTables([
    tableOf([
      ['Tiêu chí', 'Kế hoạch', 'Ghi chú'],
      ['1.2', tableOf([NAMES, ['Họp', 'T9'], ['Ghi biên bản', 'T10']]), 'gấp'],
      ['1.3', tableOf([NAMES, ['Sửa sân', 'T11']]), ''],
      ['1.4', 'chưa có', ''],
    ]),
  ]);
  expect(rest).toEqual([]);
  expect(
    (spread as DraftTable).rows.map(({ cells }) =>
      cells.map((cell) => `${cell.column}+${cell.columnSpan}x${cell.rowSpan} ${cellTextOfDraft(cell)}`),
    ),
  ).toEqual([
    ['0+1x2 Tiêu chí', '1+2x1 Kế hoạch', '3+1x2 Ghi chú'],
    ['1+1x1 Việc', '2+1x1 Hạn'],
    ['0+1x2 1.2', '1+1x1 Họp', '2+1x1 T9', '3+1x2 gấp'],
    ['1+1x1 Ghi biên bản', '2+1x1 T10'],
    ['0+1x1 1.3', '1+1x1 Sửa sân', '2+1x1 T11', '3+1x1 '],
    ['0+1x1 1.4', '1+2x1 chưa có', '3+1x1 '],
  ]);
});

test('tables of different columns, or in several columns of a page, are not spread', () => {
  const other = tableOf([
    ['Tiêu chí', 'Kế hoạch'],
    ['1.2', tableOf([NAMES, ['Họp', 'T9']])],
    [
      '1.3',
      tableOf([
        ['Ai', 'Ở đâu'],
        ['BGH', 'Sân'],
      ]),
    ],
  ]);
  const page = tableOf([
    ['Trang chủ', 'Tin tức'],
    [tableOf([NAMES, ['Họp', 'T9']]), tableOf([NAMES, ['Sửa sân', 'T11']])],
  ]);
  for (const table of [other, page])
    expect(unwrapLayoutTables([table]).some((each) => each.kind === 'table' && each.columns > 2)).toBe(false);
});
