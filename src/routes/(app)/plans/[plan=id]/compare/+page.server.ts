import { comparePlans, isSamePlan } from '#core/plan/life/compare-plans.ts';
import { dayText } from '#lib/dates.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { getIssue } from '#server/plan/life/get-plan-life.ts';
import { planHead } from '#server/web/plan-head.ts';
import type { PageServerLoad } from './$types';

/** An issue (`from`) beside a later one (`to`), or beside the plan as it stands. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const planId = params.plan;
  const plan = await getPlan(context, { planId });
  const from = await getIssue(context, { planId, revision: revisionOf(url.searchParams.get('from')) });
  const to = url.searchParams.has('to')
    ? await getIssue(context, { planId, revision: revisionOf(url.searchParams.get('to')) })
    : null;
  const comparison = comparePlans(from.document, to?.document ?? documentOf(plan));
  const count = (kind: string) => comparison.rows.filter((row) => row.kind === kind).length;
  return {
    plan: planHead(context, plan),
    from: { number: from.facts.number, date: dayText(from.facts.issued_on) },
    to: to && { number: to.facts.number, date: dayText(to.facts.issued_on) },
    same: isSamePlan(comparison),
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

/** The newest when none is named. */
function revisionOf(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}
