import type { Finding, Severity } from '#core/plan/finding.ts';

/** Findings of one rule, in order of the document. */
export interface FindingGroup<Entry extends Pick<Finding, 'rule' | 'severity'>> {
  rule: string;
  severity: Severity;
  findings: Entry[];
}

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'hint'];

/** Findings with those of one rule together, errors first; rules of one weight in the order in which the document meets them. */
export function findingGroups<Entry extends Pick<Finding, 'rule' | 'severity'>>(
  findings: readonly Entry[],
): FindingGroup<Entry>[] {
  const groups = new Map<string, FindingGroup<Entry>>();
  for (const finding of findings) {
    const { rule, severity } = finding;
    const key = `${severity} ${rule}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { rule, severity, findings: [finding] });
  }
  return WORST_FIRST.flatMap((severity) => [...groups.values()].filter((group) => group.severity === severity));
}
