import { isAllowed } from '#core/identity/permissions.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { mayReadPlan } from './get-plan.ts';
import {
  countPlans,
  findPlanSummaries,
  findPlanYears,
  type PlanFilter,
  type PlanKey,
  type PlanSummary,
} from './plan-list-store.ts';

/** Plans of one page. */
export const PLANS_PAGE = 30;

export interface PlanPage {
  plans: PlanSummary[];
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
  const limit = PLANS_PAGE;
  const filter = { scope, year, words, withReview: isAllowed(context.role, 'upload.edit') };
  return inSchool(context.db, context.schoolId, async (trx) => ({
    plans: await findPlanSummaries(trx, { ...filter, before, limit }),
    count: await countPlans(trx, filter),
    years: await findPlanYears(trx),
  }));
}

export interface PlanOfUpload {
  uploadId: string;
  /** Null for who may not read it yet. */
  id: string | null;
  state: PlanState;
  rows: number;
}

/** Most plans that are looked through for uploads. */
const MOST = 200;

/** What became of uploads, for those who may see them. */
export async function listPlansOfUploads(context: Context): Promise<PlanOfUpload[]> {
  requirePermission(context, 'upload.view');
  const all = { scope: null, year: null, words: '', withReview: true, before: null, limit: MOST };
  const plans = await inSchool(context.db, context.schoolId, (trx) => findPlanSummaries(trx, all));
  return plans.flatMap(({ uploadId, id, state, rows }) =>
    uploadId === null ? [] : [{ uploadId, id: mayReadPlan(context, { state }) ? id : null, state, rows }],
  );
}
