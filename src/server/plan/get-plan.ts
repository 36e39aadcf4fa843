import { isAllowed } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { isEditable, type PlanState } from '#core/plan/life/plan-life.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';
import { findGroupMembers, type GroupMembers } from '#server/organisations/find-group-members.ts';
import type { StoredItem } from './plan-item-row.ts';
import { countGroupPlans, findItems, findPlan, type PlanParts, wasConsulted } from './plan-store.ts';

export interface Plan {
  id: string;
  title: string;
  layout: string;
  state: PlanState;
  uploadId: string | null;
  scope: PlanScope;
  /** Whose plan it is, and who belongs to them, for a plan of a group. */
  group: GroupMembers | null;
  /** The yearly plan that a group's plan carries out. */
  partOfPlanId: string | null;
  /** The plan that it goes on from. */
  followsPlanId: string | null;
  /** How many plans of groups carry this one out. */
  groupPlans: number;
  /** 1 until an issued plan is revised. */
  revision: number;
  /** Whether this revision was opened for comments before it was handed in. */
  consulted: boolean;
  /** YYYY-MM-DD: until when the next step is due. */
  dueOn: string | null;
  version: number;
  updatedAt: Date;
  parts: PlanParts;
  items: StoredItem[];
}

/** A plan with its rows in order. @throws AppError `plan.not-found`, also to who may not read it yet */
export async function getPlan(context: Context, options: { planId: string }): Promise<Plan> {
  requirePermission(context, 'plan.view');
  const plan = await inSchool(context.db, context.schoolId, (trx) => loadPlan(trx, options.planId));
  if (!mayReadPlan(context, plan)) throw new AppError('plan.not-found');
  return plan;
}

/**
 * Whether somebody who may read plans may read this one. While it waits for review it is still the words of a file that anybody may have
 * written, and its findings quote the file itself: only those who look after uploads see it.
 */
export function mayReadPlan(context: Pick<Context, 'role'>, plan: Pick<Plan, 'state'>): boolean {
  return plan.state !== 'review' || isAllowed(context.role, 'upload.edit');
}

/** For use cases of this module that are inside a transaction already. @throws AppError `plan.not-found` */
export async function loadPlan(trx: SchoolTransaction, planId: string): Promise<Plan> {
  const row = await findPlan(trx, planId);
  if (!row) throw new AppError('plan.not-found');
  return {
    id: row.id,
    title: row.title,
    layout: row.layout,
    state: row.state,
    uploadId: row.upload_id,
    scope: row.scope,
    group: row.group_id === null ? null : await findGroupMembers(trx, row.group_id),
    partOfPlanId: row.part_of_plan_id,
    followsPlanId: row.follows_plan_id,
    groupPlans: row.scope === 'yearly' ? await countGroupPlans(trx, row.id) : 0,
    revision: row.revision,
    consulted: !isEditable(row.state) && (await wasConsulted(trx, row)),
    dueOn: row.due_on,
    version: row.version,
    updatedAt: row.updated_at,
    parts: row.document,
    items: await findItems(trx, planId),
  };
}

/** The plan as the document that is checked and printed. */
export function documentOf(plan: Pick<Plan, 'parts' | 'items'>): PlanDocument {
  return { ...plan.parts, items: plan.items.map((stored) => stored.item) };
}
