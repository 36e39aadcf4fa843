import { AppError } from '#core/kernel/app-error.ts';
import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import { cellTextOf, type EditableField, editItem } from '#core/plan/edit-item.ts';
import type { Context } from '#server/identity/context.ts';
import { changePlanItem, type ItemSaved, type ItemVersion } from './change-plan-item.ts';

/**
 * Saves one cell of a row.
 * @throws AppError `plan-item.not-found`, `plan-item.text-too-long`
 */
export async function editPlanItem(
  context: Context,
  options: ItemVersion & { field: EditableField; text: string },
): Promise<ItemSaved> {
  const { field, text } = options;
  return changePlanItem(context, options, (current) => {
    if (text.length > CELL_LIMIT) throw new AppError('plan-item.text-too-long', { limit: CELL_LIMIT });
    const item = editItem(current.item, field, text, current);
    const details = { field, before: cellTextOf(current.item, field), after: cellTextOf(item, field) };
    return { item, action: 'plan-item.edited', details };
  });
}
