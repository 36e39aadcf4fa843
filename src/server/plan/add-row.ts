import { AppError } from '#core/kernel/app-error.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { placeForCriterion } from '#core/plan/place-for-criterion.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { Context } from '#server/identity/context.ts';
import { addPlanItem } from './add-plan-item.ts';
import { documentOf, getPlan } from './get-plan.ts';
import type { StoredItem } from './plan-item-row.ts';
import { requireEditingOf } from './require-plan-editing.ts';

/** After a row and about the same thing; a copy right after its model; for a criterion of the plan's set, in its place; at the end, about nothing yet. */
export type RowPlace = { after: string } | { copyOf: string } | { criterion: string } | { end: true };

/**
 * Adds a row where one says; empty unless it is a copy.
 * @throws AppError `plan.not-found`, `plan-item.not-found`, `plan.full`, `plan.unknown-criterion`
 */
export async function addRow(
  context: Context,
  options: { planId: string; where: RowPlace; sets: readonly StandardSet[] },
): Promise<StoredItem> {
  await requireEditingOf(context, options.planId);
  const { planId, where, sets } = options;
  if ('end' in where) {
    return addPlanItem(context, { planId, afterItemId: null, ...NOTHING });
  }
  const document = documentOf(await getPlan(context, { planId }));
  if ('after' in where || 'copyOf' in where) {
    const afterItemId = 'after' in where ? where.after : where.copyOf;
    const like = document.items.find((item) => item.id === afterItemId);
    if (!like) throw new AppError('plan-item.not-found');
    const { standard, criterion, criterionText, levels } = like;
    const words = 'copyOf' in where ? { words: like } : {};
    return addPlanItem(context, { planId, afterItemId, standard, criterion, criterionText, levels, ...words });
  }
  const set = setOfPlan(document, sets);
  const criterion = set && findCriterion(set, where.criterion);
  if (!criterion) throw new AppError('plan.unknown-criterion', { criterion: where.criterion });
  return addPlanItem(context, {
    planId,
    afterItemId: placeForCriterion(document.items, criterion.code),
    standard: criterion.code.split('.')[0] ?? null,
    criterion: criterion.code,
    criterionText: `Tiêu chí ${criterion.code}: ${criterion.title}`,
    levels: [],
  });
}

const NOTHING = { standard: null, criterion: null, criterionText: null, levels: [] };
