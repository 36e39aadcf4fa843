import { checkRules } from '#core/plan/checks/check-rules.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { findingGroups } from '#lib/plan/finding-groups.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { planHead } from '#server/web/plan-head.ts';
import { standardsLibrary } from '#server/web/standards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const context = locals.context();
  const { sets, legal } = standardsLibrary();
  const plan = await getPlan(context, { planId: params.plan });
  const findings = await checkStoredPlan(context, { plan, sets, library: legal });
  const numberOf = (item: string | null) => (item === null ? null : (numbers.get(item) ?? null));
  const numbers = new Map(plan.items.map(({ item }, index) => [item.id, index + 1]));
  return {
    plan: planHead(context, plan),
    count: findings.length,
    groups: findingGroups(findings).map(({ rule, severity, findings: ofRule }) => ({
      rule,
      severity,
      title: titleOf(rule, locals.locale),
      explanation: explanationOf(rule, locals.locale),
      inRows: ofRule.some(({ where }) => numberOf(where.item) !== null),
      findings: ofRule.map(({ message, suggestion, where }) => ({
        message,
        suggestion,
        item: where.item,
        number: numberOf(where.item),
        /** About a column of the table, in all rows. */
        inRows: where.item === null && where.field !== null,
      })),
    })),
  };
};

const RULES = new Map(checkRules.map((rule) => [rule.id, rule]));

const titleOf = (rule: string, locale: Locale): string => RULES.get(rule)?.title[locale] ?? rule;

const explanationOf = (rule: string, locale: Locale): string => RULES.get(rule)?.explanation[locale] ?? '';
