import { spanLabel } from '#core/kernel/school-year.ts';
import { alikeRows } from '#core/plan/alike-rows.ts';
import { comparePlans, isSamePlan } from '#core/plan/life/compare-plans.ts';
import { isEditable, isIssued } from '#core/plan/life/plan-life.ts';
import { dayText } from '#lib/dates.ts';
import type { Context } from '#server/identity/context.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { getIssue } from '#server/plan/life/get-plan-life.ts';
import { isId } from '#server/platform/ids.ts';
import { planHead } from '#server/web/plan-head.ts';
import type { PageServerLoad } from './$types';

/** An issue (`from`) beside a later one (`to`), or beside the plan as it stands; another plan (`with`) beside this one. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const planId = params.plan;
  const plan = await getPlan(context, { planId });
  const other = url.searchParams.get('with') ?? '';
  const earlier = isId(other) ? await earlierPlan(context, other) : null;
  const from = earlier ?? (await getIssue(context, { planId, revision: revisionOf(url.searchParams.get('from')) }));
  const to = url.searchParams.has('to')
    ? await getIssue(context, { planId, revision: revisionOf(url.searchParams.get('to')) })
    : null;
  const later = to?.document ?? documentOf(plan);
  const items = earlier === null ? later.items : alikeRows(earlier.document.items, later.items);
  const comparison = comparePlans(from.document, { ...later, items });
  const count = (kind: string) => comparison.rows.filter((row) => row.kind === kind).length;
  return {
    plan: planHead(context, plan),
    from: { number: from.facts?.number ?? '', date: from.facts === null ? '' : dayText(from.facts.issued_on) },
    /** Another plan that this one is compared with, instead of an earlier version of itself. */
    earlier: earlier && { id: earlier.id, title: earlier.title, schoolYear: earlier.schoolYear },
    to: to && { number: to.facts.number, date: dayText(to.facts.issued_on) },
    same: isSamePlan(comparison),
    /** The plan as it stands is compared, and may be written in. */
    isWorking: to === null && isEditable(plan.state),
    counts: {
      changed: count('changed'),
      added: count('added'),
      removed: count('removed'),
      same: comparison.unchangedRows,
    },
    rows: comparison.rows.map(({ before, after, ...row }) => ({
      ...row,
      action: (after ?? before)?.action ?? '',
      criterion: (after ?? before)?.criterionText ?? '',
    })),
    text: comparison.text.filter(({ kind }) => kind !== 'same'),
  };
};

/** Another plan as it was issued last, or as it stands. */
async function earlierPlan(context: Context, planId: string) {
  const plan = await getPlan(context, { planId });
  const issue = isIssued(plan.state) ? await getIssue(context, { planId, revision: null }) : null;
  const { schoolYear, lastSchoolYear } = plan.parts;
  return {
    id: plan.id,
    title: plan.title,
    schoolYear: schoolYear && spanLabel(schoolYear, lastSchoolYear ?? null),
    document: issue?.document ?? documentOf(plan),
    facts: issue?.facts ?? null,
  };
}

/** The newest when none is named. */
function revisionOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
