import type { PlanItem } from '#core/plan/plan-document.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { getPlan, mayReadPlan, type Plan } from '../get-plan.ts';
import { findItems } from '../plan-store.ts';
import { findGroupPlans, findLinks } from './link-store.ts';

/** A plan of a group that carries out a yearly one, with the rows that are linked. */
export interface GroupPart {
  id: string;
  title: string;
  groupName: string;
  rows: { item: PlanItem; toItemId: string | null }[];
}

export interface PlanWithParts {
  /** The yearly plan. */
  whole: Plan;
  parts: GroupPart[];
}

/**
 * A yearly plan with the plans of groups that carry it out; asked of a group's plan, that plan alone stands in `parts`. Null for a
 * plan that belongs to no other and has no parts.
 * @throws AppError `plan.not-found`
 */
export async function getPlanParts(context: Context, options: { planId: string }): Promise<PlanWithParts | null> {
  requirePermission(context, 'plan.view');
  const plan = await getPlan(context, options);
  const wholeId = plan.scope === 'group' ? plan.partOfPlanId : plan.groupPlans > 0 ? plan.id : null;
  if (wholeId === null) return null;
  const whole = wholeId === plan.id ? plan : await getPlan(context, { planId: wholeId });
  const parts = await inSchool(context.db, context.schoolId, async (trx) => {
    const plans = (await findGroupPlans(trx, whole.id))
      .filter((part) => mayReadPlan(context, part))
      .filter(({ id }) => plan.scope === 'yearly' || id === plan.id);
    const links = new Map((await findLinks(trx, { toPlanId: whole.id })).map((link) => [link.itemId, link.toItemId]));
    const result: GroupPart[] = [];
    for (const { state: _, ...part } of plans) {
      const items = await findItems(trx, part.id);
      result.push({ ...part, rows: items.map(({ item }) => ({ item, toItemId: links.get(item.id) ?? null })) });
    }
    return result;
  });
  return { whole, parts };
}
