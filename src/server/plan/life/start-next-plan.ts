import { AppError } from '#core/kernel/app-error.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { nextItem, nextParts } from '#core/plan/life/next-plan.ts';
import { newPlanDocument } from '#core/plan/new-plan-document.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { createPlan } from '../create-plan.ts';
import { getPlan, type Plan } from '../get-plan.ts';

export interface NextPlanOptions {
  /** The plan that the new one goes on from. */
  planId: string;
  schoolYear: SchoolYear;
  set: StandardSet;
  /** Whether `set` is the one that the old plan was made with: its rows then keep their criteria. */
  sameSet: boolean;
  layout: PlanLayoutName;
  /** Rows to carry on, in the order of the old plan; the code of a criterion of `set` when a person has chosen one. */
  rows: { itemId: string; criterion: string | null }[];
}

/** The plan of a later year from an earlier one. @returns its id. @throws AppError `plan.not-found`, `plan.unknown-criterion` */
export async function startNextPlan(context: Context, options: NextPlanOptions): Promise<string> {
  requirePermission(context, 'plan.create');
  const { planId, layout } = options;
  const plan = await getPlan(context, { planId });
  // What waits for review can still be thrown away; nothing may go on from it.
  if (plan.state === 'review') throw new AppError('plan.not-found');
  const document = await nextDocument(context, plan, options);
  return createPlan(context, { document, layout, followsPlanId: planId });
}

async function nextDocument(context: Context, plan: Plan, options: NextPlanOptions): Promise<PlanDocument> {
  const { schoolYear: to, set, sameSet, layout } = options;
  const school = await findSchool(context);
  const blank = newPlanDocument({ school, schoolYear: to, set, layout });
  const wanted = new Map(options.rows.map(({ itemId, criterion }) => [itemId, criterion]));
  const items = plan.items
    .filter(({ item }) => wanted.has(item.id))
    .map(({ item }) => {
      const criterion = sameSet ? 'keep' : criterionOf(set, wanted.get(item.id) ?? null);
      return nextItem(item, { from: plan.parts.schoolYear, to, criterion });
    });
  if (!sameSet) return { ...blank, items };
  const itemFields = [...new Set([...blank.itemFields, ...plan.parts.itemFields])];
  return { ...nextParts(plan.parts, { to, itemFields }), items };
}

function criterionOf(set: StandardSet, code: string | null) {
  if (code === null) return null;
  const criterion = findCriterion(set, code);
  if (!criterion) throw new AppError('plan.unknown-criterion', { criterion: code });
  return criterion;
}
