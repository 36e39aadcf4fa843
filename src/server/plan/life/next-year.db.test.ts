import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../../../../tests/support/acting-as.ts';
import { useDatabase } from '../../../../tests/support/use-database.ts';
import { createPlan } from '../create-plan.ts';
import { getPlan } from '../get-plan.ts';
import { startNextPlan } from './start-next-plan.ts';

const { db } = await useDatabase();
const set = getStandards().sets[0]!;

async function issuedBefore() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column' });
  const start = nineColumnPlan.schoolYear!.start;
  const options = { planId, set, sameSet: true, layout: 'nine-column' as const, rows: [] };
  return { context, start, options };
}

test('the next plan is for a later year, not for its own or one before', async () => {
  const { context, start, options } = await issuedBefore();
  for (const wrong of [start, start - 1])
    await expect(startNextPlan(context, { ...options, schoolYear: { start: wrong } })).rejects.toMatchObject({
      code: 'plan.next-year-not-later',
    });
  const id = await startNextPlan(context, { ...options, schoolYear: { start: start + 2 } });
  expect((await getPlan(context, { planId: id })).parts.schoolYear).toEqual({ start: start + 2 });
});

test('what follows a strategy may be the plan of its first year', async () => {
  const { context, start, options } = await issuedBefore();
  const document = { ...nineColumnPlan, lastSchoolYear: { start: start + 4 } };
  const kind = { scope: 'strategy' } as const;
  const planId = await createPlan(context, { document, layout: 'nine-column', kind });
  const next = { ...options, planId, again: true };
  const id = await startNextPlan(context, { ...next, schoolYear: { start } });
  expect(await getPlan(context, { planId: id })).toMatchObject({ scope: 'yearly', parts: { schoolYear: { start } } });
  await expect(startNextPlan(context, { ...next, schoolYear: { start: start - 1 } })).rejects.toMatchObject({
    code: 'plan.next-year-not-later',
  });
});

test('a second plan for a year that has one is made only when that is said', async () => {
  const { context, start, options } = await issuedBefore();
  const schoolYear = { start: start + 1 };
  await startNextPlan(context, { ...options, schoolYear });
  await expect(startNextPlan(context, { ...options, schoolYear })).rejects.toMatchObject({
    code: 'plan.next-year-taken',
    details: { year: `${start + 1}–${start + 2}` },
  });
  await startNextPlan(context, { ...options, schoolYear, again: true });
});

test('of several who start the next plan at the same moment one does, the others are told of it', async () => {
  const { context, start, options } = await issuedBefore();
  const begin = () => startNextPlan(context, { ...options, schoolYear: { start: start + 1 } });
  const answers = await Promise.allSettled([begin(), begin(), begin()]);
  const refused = answers.flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
  );
  expect(refused).toEqual(['plan.next-year-taken', 'plan.next-year-taken']);
});
