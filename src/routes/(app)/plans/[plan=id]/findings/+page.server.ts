import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { planHead } from '#server/web/plan-table.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const context = locals.context();
  const { sets, legal } = standardsLibrary();
  const plan = await getPlan(context, { planId: params.plan });
  const findings = await checkStoredPlan(context, { planId: params.plan, sets, library: legal });
  const numbers = new Map(plan.items.map(({ item }, index) => [item.id, index + 1]));
  return {
    plan: planHead(plan),
    findings: findings.map(({ severity, message, suggestion, where }) => ({
      severity,
      message,
      suggestion,
      item: where.item !== null && numbers.has(where.item) ? where.item : null,
      number: (where.item && numbers.get(where.item)) ?? 0,
      inRow: where.item !== null,
    })),
  };
};
