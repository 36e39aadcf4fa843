import { expect, test } from 'vitest';
import { CLEAN_PLANS } from '#core/plan/samples/clean-plans.ts';
import { FACTS_BY_FIELD } from '../../../../tests/support/facts-by-field.ts';
import { fieldsOf } from '#core/documents/layout/layout-plan.ts';
import type { PlanDocument, Section } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { type PlanFormat, planFileName, writePlan } from './write-plan.ts';

const NOW = new Date('2026-09-01T00:00:00Z');

async function writtenAndRead(plan: PlanDocument, layout: PlanLayoutName, format: PlanFormat): Promise<PlanDocument> {
  const set = setOfPlan(plan, getStandards().sets);
  const bytes = await writePlan(plan, { layout, format, set, now: NOW });
  return (await readDocument(bytes, planFileName(plan, format))).reading.plan;
}

/** What the layout carries of each item that the plan has; names that stand in sentences are read from the action. */
function itemFacts(plan: PlanDocument, layout: PlanLayoutName | null, fields: PlanDocument['itemFields']) {
  const carried = layout === null ? fields : fieldsOf(layout).filter((field) => fields.includes(field));
  return plan.items.map((item) => Object.fromEntries(carried.map((field) => [field, FACTS_BY_FIELD[field](item)])));
}

function frameFacts({ letterhead, number, date, title, schoolYear, standardSet, signature, recipients }: PlanDocument) {
  return { letterhead, number, date, title, schoolYear, standardSet, signature, recipients };
}

/** Labels, titles, lines, and the roles of the first level; places are the file's own. */
function sectionFacts(sections: readonly Section[], depth = 1): unknown[] {
  return sections.map(({ label, title, role, lines, children }) => ({
    label,
    title,
    role: depth === 1 ? role : null,
    lines: lines.map((line) => `${line.label ?? ''} ${line.text}`.trim()),
    children: sectionFacts(children, depth + 1),
  }));
}

const OWN = CLEAN_PLANS.flatMap(({ layout, plan }) =>
  (['docx', 'pdf'] as const).map((format) => ({ layout, format, plan })),
);

test.each(OWN)('$layout in $format: the whole plan comes back', async ({ layout, format, plan }) => {
  const read = await writtenAndRead(plan, layout, format);
  expect(itemFacts(read, layout, plan.itemFields)).toEqual(itemFacts(plan, layout, plan.itemFields));
  expect(frameFacts(read)).toEqual(frameFacts(plan));
  if (layout !== 'bieu-2') expect(sectionFacts(read.sections)).toEqual(sectionFacts(plan.sections));
});

const ANY = CLEAN_PLANS.flatMap(({ layout: from, plan }) =>
  PLAN_LAYOUTS.filter((layout) => layout !== from).flatMap((layout) =>
    (['docx', 'pdf'] as const).map((format) => ({ from, layout, format, plan })),
  ),
);

test.each(ANY)('$from in the layout $layout in $format: its fields come back', async ({ layout, format, plan }) => {
  const read = await writtenAndRead(plan, layout, format);
  expect(itemFacts(read, layout, plan.itemFields)).toEqual(itemFacts(plan, layout, plan.itemFields));
});

test.each(CLEAN_PLANS)('$layout in Excel: every field comes back', async ({ layout, plan }) => {
  const read = await writtenAndRead(plan, layout, 'xlsx');
  expect(itemFacts(read, null, plan.itemFields)).toEqual(itemFacts(plan, null, plan.itemFields));
});
