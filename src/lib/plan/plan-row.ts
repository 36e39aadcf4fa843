import { cellTextOf, EDITABLE_FIELDS, type EditableField } from '#core/plan/edit-item.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';

/** A row as the table shows it and as it travels to the browser after a change. */
export interface PlanRow {
  id: string;
  version: number;
  standard: string | null;
  criterion: string | null;
  criterionText: string | null;
  levels: readonly number[];
  /** Text of each cell, "" for a blank one. */
  cells: Readonly<Record<EditableField, string>>;
  /** Ids of the source paragraphs. */
  paragraphs: readonly number[];
}

export function planRow({ item, version }: { item: PlanItem; version: number }): PlanRow {
  const { id, standard, criterion, criterionText, levels, paragraphs } = item;
  const cells = {} as Record<EditableField, string>;
  for (const field of EDITABLE_FIELDS) cells[field] = cellTextOf(item, field);
  return { id, version, standard, criterion, criterionText, levels, cells, paragraphs };
}
