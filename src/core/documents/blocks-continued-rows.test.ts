import { expect, test } from 'vitest';
import { areNamed, continuesRow } from './blocks-continued-rows.ts';
import { draftParagraph } from './blocks-draft.ts';
import type { DraftRow } from './blocks-draft.ts';

/** Cells as [text, room after the last line, width of the first word], in font sizes. */
function row(...cells: [string, number, number][]): DraftRow {
  return {
    header: false,
    page: 1,
    cells: cells.map(([text, roomAfter, firstWord], column) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      content: text === '' ? [] : [draftParagraph(text, { measured: { roomAfter, firstWord } })],
    })),
  };
}

test('a capital goes on below a page break where its line was full, beside a cell that clearly goes on', () => {
  const above = row(
    ['Giáo viên hạn chế', 0.5, 3],
    ['- Tổ chức tập huấn', 1, 1],
    ['10/2025', 1, 3],
    ['PHT, Tổ', 0.8, 2],
  );
  const below = row(['về CNTT', 4, 1], ['CNTT', 6, 2.6], ['', 0, 0], ['CM', 3, 1.6]);
  expect(continuesRow(above, below)).toBe(true);
  const roomy = row(['Giáo viên hạn chế', 0.5, 3], ['- Tổ chức tập huấn', 9, 1], ['10/2025', 1, 3], ['PHT', 5, 2]);
  expect(continuesRow(roomy, below)).toBe(false);
});

test('of two cells an empty first one goes on where every other row is named by its own, and begins one below a merged cell', () => {
  const above = row(['Sân sau chưa có mái che', 1, 3], ['- Khảo sát', 9, 1]);
  const below = row(['', 0, 0], ['- Lắp mái che', 9, 1]);
  const unnamed = row(['', 0, 0], ['- Kê lại bàn ghế', 9, 1]);
  expect(continuesRow(above, below, areNamed([above]))).toBe(true);
  expect(continuesRow(unnamed, below, areNamed([above, unnamed]))).toBe(false);
  expect(continuesRow(above, below, areNamed([above, unnamed]))).toBe(false);
});
