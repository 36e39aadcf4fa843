import { checkPlan } from '#core/plan/check.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { writePlan } from '#server/documents/write/write-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportMilliseconds, reportRatio } from './support/report.ts';
import { takeTurns } from './support/take-turns.ts';

/** Every rule over a plan of 300 rows, in milliseconds and against reading the same plan from its Word file. */
const standards = getStandards();
const ROUNDS = 41;
const WARM = 20;
// Copied, since a text that was just put together is not yet what a text from a database or a page is.
const plans = Array.from({ length: WARM + ROUNDS }, (_, edition) => structuredClone(aPlanOf(300, edition + 1)));
const plan = plans[0]!;
const set = setOfPlan(plan, standards.sets);
const word = await writePlan(plan, { layout: 'nine-column', format: 'docx', set, now: new Date() });
const input = { source: null, set, library: standards.legal, school: null };

// Another plan each time, so that nothing kept for the plan before helps.
const { check, read } = await takeTurns(
  ROUNDS,
  {
    check: (round) => checkPlan({ ...input, plan: plans[round]! }),
    read: () => readDocument(word, 'plan.docx'),
  },
  WARM,
);
reportMilliseconds('checking 300 rows', check, 20);
reportRatio('checking 300 rows : reading them', check / read, { atMost: 0.35 });
