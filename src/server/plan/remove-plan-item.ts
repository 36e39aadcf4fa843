import type { Context } from '#server/identity/context.ts';
import { changePlanItem, type ItemSaved, type ItemVersion } from './change-plan-item.ts';

/** Takes a row out of the plan; it can be brought back (`restorePlanItem`). @throws AppError `plan-item.not-found` */
export async function removePlanItem(context: Context, options: ItemVersion): Promise<ItemSaved> {
  return changePlanItem(context, options, ({ item }, _, at) => {
    return { item, deletedAt: at, action: 'plan-item.removed', details: {} };
  });
}

/** Brings a removed row back to its place. @throws AppError `plan-item.not-found` */
export async function restorePlanItem(context: Context, options: ItemVersion): Promise<ItemSaved> {
  return changePlanItem(context, { ...options, removed: true }, ({ item }) => {
    return { item, deletedAt: null, action: 'plan-item.restored', details: {} };
  });
}
