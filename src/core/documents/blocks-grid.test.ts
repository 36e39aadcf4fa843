import { expect, test } from 'vitest';
import type { Rule } from './blocks-geometry.ts';
import { findGrids } from './blocks-grid.ts';

const vertical = (at: number): Rule => ({ horizontal: false, at, from: 50, to: 130 });
const horizontal = (at: number): Rule => ({ horizontal: true, at, from: 40, to: 240 });

test('the rest of a row that a browser printed open at the top of a page', () => {
  const [grid] = findGrids([...[40, 140, 240].map(vertical), horizontal(130)]);
  expect(grid).toMatchObject({ top: 50, bottom: 130 });
  expect(grid?.cells.map(({ left, right }) => [left, right])).toEqual([
    [40, 140],
    [140, 240],
  ]);
});

test('a line under a bracket is no table', () => {
  expect(findGrids([...[40, 240].map(vertical), horizontal(130)])).toEqual([]);
});
