import { cellTextOf, EDITABLE_FIELDS, type EditableField } from '#core/plan/edit-item.ts';
import type { ItemField, PlanItem } from '#core/plan/plan-document.ts';
import { columnOf } from './column-of.ts';

/** The order in which a row is told: what is wrong, what is to be reached, what is done, by whom, when, with what, shown by what. */
export const COLUMN_ORDER: readonly EditableField[] = [
  'need',
  'currentState',
  'cause',
  'expectedResult',
  'resultIndicator',
  'action',
  'leads',
  'collaborators',
  'time',
  'budget',
  'support',
  'expectedEvidence',
  'progress',
  'note',
];

/** A plan that says nothing about its columns gets the usual ones. */
const USUAL: readonly EditableField[] = [
  'need',
  'expectedResult',
  'action',
  'leads',
  'collaborators',
  'time',
  'budget',
  'expectedEvidence',
];
const ALWAYS: readonly EditableField[] = ['action', 'leads', 'time'];

/** The columns of a plan's table: those of its form, those that any row fills, and the three without which no row says anything. */
export function planColumns(itemFields: readonly ItemField[], items: readonly PlanItem[]): EditableField[] {
  const wanted = new Set<EditableField>(ALWAYS);
  for (const field of itemFields) {
    const column = columnOf(field);
    if (column) wanted.add(column);
  }
  if (itemFields.length === 0) for (const field of USUAL) wanted.add(field);
  for (const field of EDITABLE_FIELDS) {
    if (!wanted.has(field) && items.some((item) => cellTextOf(item, field) !== '')) wanted.add(field);
  }
  return COLUMN_ORDER.filter((field) => wanted.has(field));
}
