import { AppError } from '#core/kernel/app-error.ts';
import { isEditable } from '#core/plan/life/plan-life.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import { titleOf } from './create-plan.ts';
import { loadPlan, type Plan } from './get-plan.ts';
import { lockPlan } from './life/life-store.ts';
import { signalPlan } from './live/plan-signal.ts';
import { type PlanParts, updatePlan } from './plan-store.ts';
import { requireAnyPlanEditing, requirePlanEditing } from './require-plan-editing.ts';

export type PlanSaved = { saved: true; plan: Plan } | { saved: false; reason: 'conflict'; current: Plan };

export interface PartsEdit {
  planId: string;
  /** That was read; `any`: what is changed takes nobody's words away, however they stand by now. */
  version: number | 'any';
  /** As it is when left out. */
  layout?: string;
  change(parts: PlanParts): PlanParts;
}

/**
 * Changes what stands around the rows: letterhead, number, date, sections, signature, layout. `change` is given the parts as they
 * are now and returns them as they should be.
 * @throws AppError `plan.not-found`, `plan.not-editable`
 */
export async function editPlanParts(context: Context, options: PartsEdit): Promise<PlanSaved> {
  requireAnyPlanEditing(context);
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    await requirePlanEditing(trx, context, options.planId);
    // Of two saves of one version at the same moment the second is told what the first made of it.
    await lockPlan(trx, options.planId);
    const current = await loadPlan(trx, options.planId);
    if (!isEditable(current.state)) throw new AppError('plan.not-editable');
    if (options.version !== 'any' && current.version !== options.version)
      return { saved: false, reason: 'conflict', current };
    const parts = options.change(current.parts);
    const layout = options.layout ?? current.layout;
    const title = titleOf(parts) || current.title;
    await updatePlan(trx, { id: current.id, version: current.version, title, layout, state: current.state, parts }, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.parts-edited',
      subjectType: 'plan',
      subjectId: current.id,
      details: {
        before: changedParts(current.parts, parts),
        after: changedParts(parts, current.parts),
        layout,
        // By it those who have the document open are told who wrote which version.
        version: current.version + 1,
      },
    });
    trx.afterCommit((db) => signalPlan(db, current.id));
    return { saved: true, plan: { ...current, parts, layout, title, version: current.version + 1, updatedAt: at } };
  });
}

/** The parts of `one` that differ from `other`. */
function changedParts(one: PlanParts, other: PlanParts): Partial<PlanParts> {
  const keys = Object.keys(one) as (keyof PlanParts)[];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key])).map((key) => [key, one[key]]),
  );
}

/** A plan that was read from a file becomes a draft of the school. @throws AppError `plan.not-found` */
export async function acceptPlan(context: Context, options: { planId: string }): Promise<void> {
  requirePermission(context, 'plan.edit');
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    const plan = await loadPlan(trx, options.planId);
    if (plan.state !== 'review') return;
    await updatePlan(trx, { ...plan, state: 'draft' }, at).catch((error: unknown) => {
      throw isNoRowWritten(error) ? new AppError('plan.stale', {}, { cause: error }) : error;
    });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.accepted',
      subjectType: 'plan',
      subjectId: plan.id,
      details: {},
    });
  });
}
