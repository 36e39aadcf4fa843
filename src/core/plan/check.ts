import { checkRules } from './checks/check-rules.ts';
import { checkedDocument, type CheckInput } from './checks/checked-document.ts';
import { documentOrder } from './checks/document-order.ts';
import type { Finding } from './finding.ts';

/**
 * What a careful secretary would want to mend, or knowingly keep, before signing: every fault that a rule of `check-rules.ts`
 * finds, in order of the document. Empty for a plan without mistakes. Never changes the plan, never throws on odd content.
 */
export function checkPlan(input: CheckInput): Finding[] {
  const document = checkedDocument(input);
  const findings = checkRules.flatMap((rule) =>
    rule.check(document).map(({ where, message, suggestion, severity }): Finding => ({
      rule: rule.id,
      severity: severity ?? rule.severity,
      message,
      where,
      suggestion: suggestion ?? null,
    })),
  );
  const orderOf = documentOrder(input.plan);
  return findings
    .map((finding) => ({ finding, order: orderOf(finding.where) }))
    .sort((a, b) => a.order - b.order)
    .map(({ finding }) => finding);
}
