import { expect, test } from 'vitest';
import { cellReadings } from './cell-readings.ts';

test('reads a cell that comes again alike, and each item has its own', () => {
  const cells = cellReadings({ start: 2025 });
  expect(cells.time('Tháng 9')).toEqual(cells.time('Tháng 9'));
  expect(cells.time('Tháng 9')).not.toBe(cells.time('Tháng 9'));
  expect(cells.budget('5 triệu đồng')).not.toBe(cells.budget('5 triệu đồng'));
  expect(cells.budget('5 triệu đồng').amount).toBe(5_000_000);
});

test('reads the same names by the column that they stand in', () => {
  const cells = cellReadings(null);
  expect(cells.owners('Hiệu trưởng, Kế toán', 'lead-and-collaborators').collaborators).toEqual(['Kế toán']);
  expect(cells.owners('Hiệu trưởng, Kế toán', 'all-lead').leads).toEqual(['Hiệu trưởng', 'Kế toán']);
  expect(cells.owners(undefined, 'all-lead')).toEqual({ leads: [], collaborators: [] });
});
