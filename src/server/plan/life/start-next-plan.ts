import { AppError } from '#core/kernel/app-error.ts';
import { type SchoolYear, schoolYearLabel } from '#core/kernel/school-year.ts';
import { earliestNextYear, nextItem, nextParts } from '#core/plan/life/next-plan.ts';
import { newPlanDocument } from '#core/plan/new-plan-document.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { findGroupOfYear } from '#server/organisations/find-group-members.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { createPlanIn, type PlanKind } from '../create-plan.ts';
import { getPlan, type Plan } from '../get-plan.ts';
import { findTitleOfYear, holdKinds } from './life-store.ts';

export interface NextPlanOptions {
  /** The plan that the new one goes on from. */
  planId: string;
  schoolYear: SchoolYear;
  /** Said by a person: the year has a plan already, and this is to be another. */
  again?: boolean;
  set: StandardSet;
  /** Whether `set` is the one that the old plan was made with: its rows then keep their criteria. */
  sameSet: boolean;
  layout: PlanLayoutName;
  /** Rows to carry on, in the order of the old plan; the code of a criterion of `set` when a person has chosen one. */
  rows: { itemId: string; criterion: string | null }[];
}

/**
 * The plan of a later year from an earlier one.
 * @returns its id
 * @throws AppError `plan.not-found`, `plan.unknown-criterion`; `plan.next-year-not-later`, `plan.next-year-taken`, `plan.group-not-in-year`
 */
export async function startNextPlan(context: Context, options: NextPlanOptions): Promise<string> {
  requirePermission(context, 'plan.create');
  const { planId, layout } = options;
  const plan = await getPlan(context, { planId });
  // What waits for review can still be thrown away; nothing may go on from it.
  if (plan.state === 'review') throw new AppError('plan.not-found');
  const document = await nextDocument(context, plan, options);
  return inSchool(context.db, context.schoolId, async (trx) => {
    // Whoever asks for the same in this very moment waits here, and finds the year taken.
    await holdKinds(trx);
    const kind = await nextKind(trx, plan, options.schoolYear);
    await requireFreeYear(trx, plan, kind, options);
    return createPlanIn(trx, context, { document, layout, followsPlanId: planId, kind });
  });
}

/** A year after that of the plan; a second plan of its kind for one year only when that is meant. */
async function requireFreeYear(
  trx: SchoolTransaction,
  plan: Plan,
  kind: PlanKind,
  options: NextPlanOptions,
): Promise<void> {
  const { schoolYear: to, again = false } = options;
  const { schoolYear } = plan.parts;
  const earliest = earliestNextYear({ scope: plan.scope, schoolYear });
  if (schoolYear !== null && earliest !== null && to.start < earliest.start)
    throw new AppError('plan.next-year-not-later', { year: schoolYearLabel(schoolYear) });
  if (again) return;
  const of = { scope: kind.scope, groupId: kind.scope === 'group' ? kind.groupId : null };
  const title = await findTitleOfYear(trx, of, to.start);
  if (title !== null) throw new AppError('plan.next-year-taken', { year: schoolYearLabel(to), title });
}

/** A group goes on as the group of the same name in the new year; what follows a strategy is a plan of one of its years. */
async function nextKind(trx: SchoolTransaction, { group }: Plan, to: SchoolYear): Promise<PlanKind> {
  if (group === null) return { scope: 'yearly' };
  const groupId = await findGroupOfYear(trx, group.name, to.start);
  if (groupId === null) throw new AppError('plan.group-not-in-year', { name: group.name });
  return { scope: 'group', groupId, partOfPlanId: null };
}

async function nextDocument(context: Context, plan: Plan, options: NextPlanOptions): Promise<PlanDocument> {
  const { schoolYear: to, set, sameSet, layout } = options;
  const school = await findSchool(context);
  const ofGroup = plan.group && ({ scope: 'group', groupName: plan.group.name } as const);
  const blank = newPlanDocument({ school, schoolYear: to, set, layout, kind: ofGroup ?? { scope: 'yearly' } });
  const wanted = new Map(options.rows.map(({ itemId, criterion }) => [itemId, criterion]));
  const items = plan.items
    .filter(({ item }) => wanted.has(item.id))
    .map(({ item }) => {
      const criterion = sameSet ? 'keep' : criterionOf(set, wanted.get(item.id) ?? null);
      return nextItem(item, { from: plan.parts.schoolYear, to, criterion });
    });
  // The words around the rows of a strategy are about all of its years.
  if (!sameSet || plan.scope === 'strategy') return { ...blank, items };
  const itemFields = [...new Set([...blank.itemFields, ...plan.parts.itemFields])];
  return { ...nextParts(plan.parts, { to, itemFields }), items };
}

function criterionOf(set: StandardSet, code: string | null) {
  if (code === null) return null;
  const criterion = findCriterion(set, code);
  if (!criterion) throw new AppError('plan.unknown-criterion', { criterion: code });
  return criterion;
}
