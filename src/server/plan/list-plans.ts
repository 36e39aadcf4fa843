import { isAllowed } from '#core/identity/permissions.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { mayReadPlan } from './get-plan.ts';
import {
  countPlans,
  findPlansOfUploads,
  findPlanSummaries,
  findPlanYears,
  type PlanFilter,
  type PlanKey,
  type PlanSummary,
} from './plan-list-store.ts';

/** Plans of one page. */
const PAGE = 30;

export interface PlanPage {
  plans: PlanSummary[];
  /** Whether there are older ones. */
  more: boolean;
  /** All that were asked for, on this page or not. */
  count: number;
  /** School years that the school has plans for, newest first. */
  years: number[];
}

/** The first plans that the person may read, newest school year first. */
export async function listPlans(context: Context): Promise<PlanSummary[]> {
  return (await searchPlans(context)).plans;
}

/** A page of the plans that are asked for and the person may read, newest school year first. */
export async function searchPlans(
  context: Context,
  options: Partial<Omit<PlanFilter, 'withReview'>> & { before?: PlanKey | null } = {},
): Promise<PlanPage> {
  requirePermission(context, 'plan.view');
  const { scope = null, year = null, words = '', before = null } = options;
  const filter = { scope, year, words, withReview: isAllowed(context.role, 'upload.edit') };
  return inSchool(context.db, context.schoolId, async (trx) => {
    const found = await findPlanSummaries(trx, { ...filter, before, limit: PAGE + 1 });
    return {
      plans: found.slice(0, PAGE),
      more: found.length > PAGE,
      count: await countPlans(trx, filter),
      years: await findPlanYears(trx),
    };
  });
}

export interface PlanOfUpload {
  uploadId: string;
  /** Null for who may not read it yet. */
  id: string | null;
  state: PlanState;
  rows: number;
}

/** What became of these uploads, for those who may see them; one that has no plan is not among them. */
export async function listPlansOfUploads(
  context: Context,
  options: { uploadIds: readonly string[] },
): Promise<PlanOfUpload[]> {
  requirePermission(context, 'upload.view');
  const plans = await inSchool(context.db, context.schoolId, (trx) => findPlansOfUploads(trx, options.uploadIds));
  return plans.map((plan) => ({ ...plan, id: mayReadPlan(context, plan) ? plan.id : null }));
}
