import type { PlanState } from '#core/plan/life/plan-life.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { mayReadPlan } from './get-plan.ts';
import { listPlanSummaries, type PlanSummary } from './plan-store.ts';

const MOST = 200;

/** The plans that the person may read, newest school year first. */
export async function listPlans(context: Context): Promise<PlanSummary[]> {
  requirePermission(context, 'plan.view');
  const plans = await inSchool(context.db, context.schoolId, (trx) => listPlanSummaries(trx, MOST));
  return plans.filter((plan) => mayReadPlan(context, plan));
}

export interface PlanOfUpload {
  uploadId: string;
  /** Null for who may not read it yet. */
  id: string | null;
  state: PlanState;
  rows: number;
}

/** What became of uploads, for those who may see them. */
export async function listPlansOfUploads(context: Context): Promise<PlanOfUpload[]> {
  requirePermission(context, 'upload.view');
  const plans = await inSchool(context.db, context.schoolId, (trx) => listPlanSummaries(trx, MOST));
  return plans.flatMap(({ uploadId, id, state, rows }) =>
    uploadId === null ? [] : [{ uploadId, id: mayReadPlan(context, { state }) ? id : null, state, rows }],
  );
}
