import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { groupRow, headerCell, itemRow, textCell } from './cell.ts';
import { type TableText, fittedTable } from './fitted-tables.ts';
import { type GroupKind, groupsBefore } from './item-groups.ts';
import type { LayoutContext } from './plan-layout.ts';
import type { PrintCell, PrintRow, PrintTable } from './print-model.ts';

/** One column of a table of items. */
export interface ItemColumn {
  header: string;
  /** Compared with the other columns. */
  share: number;
  align?: 'left' | 'center';
  cell: (item: PlanItem, number: number) => string | null;
}

export interface ItemTableOptions {
  plan: PlanDocument;
  items: readonly PlanItem[];
  columns: readonly ItemColumn[];
  groups: readonly GroupKind[];
  caption: string;
  /** Rows of the header and cells of a row, when they are not one to one with the columns. */
  header?: PrintRow[];
  cells?: (item: PlanItem, number: number) => PrintCell[];
}

/** A table with one row for each item and a row over all columns where level, standard or criterion changes. */
export function itemTable(options: ItemTableOptions & { width: number }, context: LayoutContext): PrintTable {
  const shares = options.columns.map(({ share }) => share);
  return fittedTable(itemTableText(options, context), { shares, width: options.width });
}

/** The words of such a table, before its columns have widths. */
export function itemTableText(options: ItemTableOptions, context: LayoutContext): TableText {
  const { items, columns, caption } = options;
  const groups = groupsBefore(items, options.groups, context.set);
  const cells =
    options.cells ??
    ((item, number) => columns.map((column) => textCell(column.cell(item, number), { align: column.align ?? 'left' })));
  const rows = items.flatMap((item, index) => [
    ...groups[index]!.map(({ kind, text }) => groupRow(text, columns.length, kind === 'levels' ? 'center' : 'left')),
    itemRow(cells(item, index + 1)),
  ]);
  return { caption, header: options.header ?? [headerRow(columns)], rows };
}

export function headerRow(columns: readonly Pick<ItemColumn, 'header'>[]): PrintRow {
  return { kind: 'header', keep: true, keepInWord: true, cells: columns.map(({ header }) => headerCell(header)) };
}

export const NUMBER: ItemColumn = { header: 'TT', share: 9, align: 'center', cell: (_, number) => String(number) };
