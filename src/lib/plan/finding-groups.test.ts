import { expect, test } from 'vitest';
import { findingGroups } from './finding-groups.ts';

test('findings of one rule together, errors first, none lost', () => {
  const findings = [
    { rule: 'lead-missing', severity: 'error' as const, n: 1 },
    { rule: 'action-repeated', severity: 'hint' as const, n: 2 },
    { rule: 'time-missing', severity: 'warning' as const, n: 3 },
    { rule: 'lead-missing', severity: 'error' as const, n: 4 },
    { rule: 'action-repeated', severity: 'hint' as const, n: 5 },
  ];
  expect(findingGroups(findings).map(({ rule, findings: of }) => [rule, of.map(({ n }) => n)])).toEqual([
    ['lead-missing', [1, 4]],
    ['time-missing', [3]],
    ['action-repeated', [2, 5]],
  ]);
});
