import type { EditableField } from '#core/plan/edit-item.ts';
import type { ItemField } from '#core/plan/plan-document.ts';

/** The column that shows a field of a row; null for what stands in headings (criterion, level). */
export function columnOf(field: ItemField): EditableField | null {
  if (field === 'owners') return 'leads';
  return field === 'criterion' || field === 'level' ? null : field;
}
