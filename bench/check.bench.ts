import { checkPlan } from '#core/plan/check.ts';
import { setOfPlan, writePlan } from '#server/documents/write/write-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportMilliseconds, reportRatio } from './support/report.ts';
import { takeTurns } from './support/take-turns.ts';

/** Every rule over a plan of 300 rows, in milliseconds and against reading the same plan from its Word file. */
const standards = getStandards();
const plan = aPlanOf(300);
const set = setOfPlan(plan, standards.sets);
const word = await writePlan(plan, { layout: 'nine-column', format: 'docx', set, now: new Date() });
const input = { source: null, set, library: standards.legal, school: null };

// A new object each time, so that nothing kept for the plan before helps.
const { check, read } = await takeTurns(
  25,
  { check: () => checkPlan({ ...input, plan: structuredClone(plan) }), read: () => readDocument(word, 'plan.docx') },
  5,
);
const copy = (await takeTurns(25, { clone: () => structuredClone(plan) })).clone;
reportMilliseconds('checking 300 rows', check - copy, 20);
reportRatio('checking 300 rows : reading them', (check - copy) / read, { atMost: 0.25 });
