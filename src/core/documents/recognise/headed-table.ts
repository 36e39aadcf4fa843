import { rememberOf } from '#core/kernel/remember.ts';
import type { Table } from '../block.ts';
import type { Grid } from './grid.ts';
import { gridOf } from './grid.ts';
import type { Columns } from './table-header.ts';
import { headerOf } from './table-header.ts';

export interface HeadedTable {
  grid: Grid;
  header: Columns | null;
}

/** A table as a grid, with its header. Several steps of recognition ask for it. */
export const headedTable = rememberOf((table: Table): HeadedTable => {
  const grid = gridOf(table);
  return { grid, header: headerOf(grid) };
});
