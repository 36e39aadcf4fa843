import { fiveColumnPlan } from '#core/plan/samples/five-column.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { createPlan } from './create-plan.ts';

/** Plans of the fictional school that the sample school is, in two of the layouts that schools use. */
const SAMPLE_PLANS = [
  { document: nineColumnPlan, layout: 'nine-column' },
  { document: fiveColumnPlan, layout: 'five-column' },
];

/** Something to look at in the sample school. */
export async function addSamplePlans(context: Context): Promise<void> {
  requirePermission(context, 'plan.create');
  for (const plan of SAMPLE_PLANS) await createPlan(context, plan);
}
