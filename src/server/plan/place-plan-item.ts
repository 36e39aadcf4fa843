import { placeOf } from '#core/plan/place-for-criterion.ts';
import type { Criterion } from '#core/standards/standard-set.ts';
import type { Context } from '#server/identity/context.ts';
import { changePlanItem, type ItemSaved, type ItemVersion } from './change-plan-item.ts';

/** Says which criterion and levels a row is about. `null` takes the criterion away. @throws AppError `plan-item.not-found` */
export async function placePlanItem(
  context: Context,
  options: ItemVersion & { criterion: Pick<Criterion, 'code' | 'title'> | null; levels: number[] },
): Promise<ItemSaved> {
  const { criterion, levels } = options;
  return changePlanItem(context, options, ({ item }) => ({
    item: {
      ...item,
      levels,
      // Words that already name the criterion stay as they were typed.
      ...(criterion?.code === item.criterion ? {} : placeOf(criterion)),
    },
    action: 'plan-item.placed',
    details: { before: item.criterion, after: criterion?.code ?? null, levels },
  }));
}
