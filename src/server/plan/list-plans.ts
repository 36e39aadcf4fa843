import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { listPlanSummaries, type PlanSummary } from './plan-store.ts';

const MOST = 200;

/** The plans of the school, newest school year first. */
export async function listPlans(context: Context): Promise<PlanSummary[]> {
  requirePermission(context, 'plan.view');
  return inSchool(context.db, context.schoolId, (trx) => listPlanSummaries(trx, MOST));
}
