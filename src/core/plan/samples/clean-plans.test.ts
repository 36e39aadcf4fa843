import { expect, test } from 'vitest';
import { checkPlan } from '#core/plan/check.ts';
import { resultsOf } from '#core/plan/results.ts';
import { findSetByCode } from '#core/standards/find-in-set.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { loadStandards } from '#server/standards/load-standards.ts';
import { CLEAN_PLANS } from './clean-plans.ts';

const { sets, legal } = loadStandards();

test('there is one in each layout', () => {
  expect(new Set(CLEAN_PLANS.map(({ layout }) => layout))).toEqual(new Set(PLAN_LAYOUTS));
});

test.each(CLEAN_PLANS)('$layout: no rule finds anything', ({ plan }) => {
  const set = findSetByCode(sets, plan.standardSet, plan.schoolType);
  expect(set).not.toBeNull();
  const school = plan.schoolName === null ? null : { name: plan.schoolName };
  const findings = checkPlan({ plan, set, library: legal, source: null, school });
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test('they hold what the rules look at, so that silence means something', () => {
  const withResults = CLEAN_PLANS.filter(({ plan }) => Object.keys(resultsOf(plan).levels).length === 3);
  expect(withResults.map(({ layout }) => layout)).toEqual(['narrative', 'nine-column', 'by-level', 'task-table']);
  expect(
    CLEAN_PLANS.every(({ plan }) => plan.items.length >= 4 && plan.items.some((item) => item.time.start !== null)),
  ).toBe(true);
});
