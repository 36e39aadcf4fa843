import { AppError } from '#core/kernel/app-error.ts';
import { type SchoolYear, schoolYearLabel } from '#core/kernel/school-year.ts';
import { isEditable } from '#core/plan/life/plan-life.ts';
import { spanLine } from '#core/plan/new-plan-document.ts';
import { LONGEST_SPAN } from '#core/plan/plan-scope.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { requireGroup } from './create-plan.ts';
import { loadPlan, type Plan } from './get-plan.ts';
import { findTitleOfYear, holdKinds, lockPlan } from './life/life-store.ts';
import { findLinks } from './parts/link-store.ts';
import { type PlanParts, updateKind, updatePlan } from './plan-store.ts';

export type ChosenKind =
  | { scope: 'yearly' }
  | { scope: 'strategy'; first: SchoolYear; last: SchoolYear }
  | { scope: 'group'; groupId: string; partOfPlanId: string | null };

/**
 * What kind of plan it is, put right while it can be written and was never issued: a file that was read says it only in its words.
 * A second plan of its kind for one year stands there only when that is meant (`again`).
 * @returns the version of the plan afterwards; the same when it was of this kind already
 * @throws AppError `plan.not-found`, `plan.not-editable`, `plan.stale`, `plan.kind-in-use`, `plan.kind-taken`, `plan.span-wrong`,
 *   `plan.group-not-in-year`, `organisations.group.not-found`
 */
export async function changePlanKind(
  context: Context,
  options: { planId: string; version: number; kind: ChosenKind; again: boolean },
): Promise<number> {
  requirePermission(context, 'plan.edit');
  const { planId, kind, again } = options;
  const at = context.clock.now();
  return inSchool(context.db, context.schoolId, async (trx) => {
    await holdKinds(trx);
    await lockPlan(trx, planId);
    const plan = await loadPlan(trx, planId);
    if (isOfKind(plan, kind)) return plan.version;
    if (!isEditable(plan.state) || plan.revision > 1) throw new AppError('plan.not-editable');
    if (plan.version !== options.version) throw new AppError('plan.stale');
    const parts = partsOf(plan.parts, kind);
    const groupId = kind.scope === 'group' ? kind.groupId : null;
    const partOfPlanId = kind.scope === 'group' ? kind.partOfPlanId : null;
    await requireUnlinked(trx, plan, partOfPlanId);
    if (kind.scope === 'group') await requireGroupOfYear(trx, planId, kind, parts);
    if (!again) await requireFree(trx, { planId, scope: kind.scope, groupId }, parts.schoolYear);
    await updatePlan(trx, { ...plan, parts }, at);
    await updateKind(trx, planId, { scope: kind.scope, groupId, partOfPlanId });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.kind-changed',
      subjectType: 'plan',
      subjectId: planId,
      details: { before: kindOf(plan), after: kind },
    });
    return plan.version + 1;
  });
}

function kindOf({ scope, group, partOfPlanId, parts }: Plan) {
  const { schoolYear: first, lastSchoolYear: last } = parts;
  if (scope === 'strategy') return { scope, first, last };
  return scope === 'group' ? { scope, groupId: group?.id, partOfPlanId } : { scope };
}

function isOfKind(plan: Plan, kind: ChosenKind): boolean {
  if (plan.scope !== kind.scope) return false;
  if (kind.scope === 'group') return plan.group?.id === kind.groupId && plan.partOfPlanId === kind.partOfPlanId;
  const { schoolYear, lastSchoolYear } = plan.parts;
  return (
    kind.scope === 'yearly' || (schoolYear?.start === kind.first.start && lastSchoolYear?.start === kind.last.start)
  );
}

/**
 * The years of a strategy stand in its document; a plan of one year has no last one. A line of the title that says nothing but the years
 * before, as a new strategy has it, says the new ones.
 */
function partsOf({ lastSchoolYear: last, ...parts }: PlanParts, kind: ChosenKind): PlanParts {
  if (kind.scope !== 'strategy') return parts;
  const years = kind.last.start - kind.first.start + 1;
  if (years < 2 || years > LONGEST_SPAN) throw new AppError('plan.span-wrong', { most: LONGEST_SPAN });
  const { schoolYear: first } = parts;
  const before = first && last ? spanLine(first, last) : null;
  const title = parts.title.map((line) => (line === before ? spanLine(kind.first, kind.last) : line));
  return { ...parts, title, schoolYear: kind.first, lastSchoolYear: kind.last };
}

/** Rows that point to another plan, and plans that carry this one out, would hang in the air. */
async function requireUnlinked(trx: SchoolTransaction, plan: Plan, partOfPlanId: string | null): Promise<void> {
  const leaves = plan.partOfPlanId !== partOfPlanId && (await findLinks(trx, { planId: plan.id })).length > 0;
  if (plan.groupPlans > 0 || leaves) throw new AppError('plan.kind-in-use');
}

async function requireGroupOfYear(
  trx: SchoolTransaction,
  planId: string,
  kind: { groupId: string; partOfPlanId: string | null },
  { schoolYear }: PlanParts,
): Promise<void> {
  if (kind.partOfPlanId === planId) throw new AppError('plan.not-found');
  const { name, yearStart } = await requireGroup(trx, kind);
  if (schoolYear?.start !== yearStart) throw new AppError('plan.group-not-in-year', { name });
}

async function requireFree(
  trx: SchoolTransaction,
  of: Parameters<typeof findTitleOfYear>[1] & { planId: string },
  schoolYear: SchoolYear | null,
): Promise<void> {
  if (schoolYear === null) return;
  const title = await findTitleOfYear(trx, of, schoolYear.start);
  if (title !== null) throw new AppError('plan.kind-taken', { year: schoolYearLabel(schoolYear), title });
}
