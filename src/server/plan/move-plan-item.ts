import { generateKeyBetween } from 'fractional-indexing';
import type { Context } from '#server/identity/context.ts';
import { changePlanItem, type ItemSaved, type ItemVersion } from './change-plan-item.ts';
import { findNeighbours } from './plan-store.ts';

/** Puts a row after another one, or first (null). @throws AppError `plan-item.not-found` */
export async function movePlanItem(
  context: Context,
  options: ItemVersion & { afterItemId: string | null },
): Promise<ItemSaved> {
  const { planId, itemId, afterItemId } = options;
  return changePlanItem(context, options, async ({ item }, trx) => {
    const { before, after } = await findNeighbours(trx, planId, afterItemId ?? 'first', itemId);
    return { item, position: generateKeyBetween(before, after), action: 'plan-item.moved', details: { afterItemId } };
  });
}
