import { expect, test } from 'vitest';
import { textCell } from './cell.ts';
import { columnWidths } from './column-widths.ts';
import { measureRows } from './measured-row.ts';

const LONG = Array.from({ length: 12 }, () => 'rà soát hồ sơ của từng tiêu chí').join(', ');

/** Widths in mm of three columns: a short one, one for the action, one for the note. */
function widthsFor(note: string): number[] {
  const rows = measureRows(
    [{ kind: 'item', cells: [textCell('1'), textCell(LONG), textCell(note)], keep: false, keepInWord: false }],
    3,
  );
  return columnWidths({ header: [], rows, shares: [10, 40, 15], width: 165 });
}

test('an address breaks anyway: its column takes nothing from the action for it', () => {
  const [, action, note] = widthsFor('https://mnnangsom.donganng.edu.vn/kehoach/caitien/tieuchi/danhsach/minhchung');
  expect(note).toBeLessThan(56);
  expect(action).toBeGreaterThan(90);
});

test('a word or an amount, which does not break, has the room it needs', () => {
  const [, , note] = widthsFor('1.250.000.000đ/tháng');
  expect(note).toBeGreaterThan(31);
});
