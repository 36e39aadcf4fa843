import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { changePlanItem } from '../change-plan-item.ts';
import { createPlan } from '../create-plan.ts';
import { editPlanItem } from '../edit-plan-item.ts';
import { getPlan } from '../get-plan.ts';
import { movePlan } from './move-plan.ts';
import { takeStep } from './take-step.ts';

/** Long enough for whoever does not wait to be through. */
const A_WHILE = 300;

const { db } = await useDatabase();
const context = await actingAs(db, { role: 'principal' });

async function aDraft() {
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column' });
  const plan = await getPlan(context, { planId });
  const { item, version } = plan.items[0]!;
  const step = { planId, version: plan.version, move: 'submit', remark: null, dueOn: null } as const;
  return { planId, seen: { planId, itemId: item.id, version }, item, step };
}

test('a cell that is being saved comes before the step: the step waits for it', async () => {
  const { planId, seen, item, step } = await aDraft();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const order: string[] = [];
  const save = changePlanItem(context, seen, async () => {
    await released;
    return { item: { ...item, note: 'vừa kịp' }, action: 'plan-item.edited', details: {} };
  }).then(() => order.push('saved'));
  await sleep(A_WHILE);
  const submit = movePlan(context, step).then(() => order.push('submitted'));
  await sleep(A_WHILE);
  expect(order).toEqual([]);
  release();
  await Promise.all([save, submit]);
  expect(order).toEqual(['saved', 'submitted']);
  const after = await getPlan(context, { planId });
  expect(after).toMatchObject({ state: 'submitted' });
  expect(after.items[0]!.item.note).toBe('vừa kịp');
});

test('a cell that comes while a step is taken is told so, and is not written', async () => {
  const { planId, seen, item, step } = await aDraft();
  let late: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, (trx) =>
    takeStep(trx, context, step, new Date(), async () => {
      late = editPlanItem(context, { ...seen, field: 'note', text: 'trễ' });
      late.catch(() => undefined);
      await sleep(A_WHILE);
      return {};
    }),
  );
  await expect(late).rejects.toMatchObject({ code: 'plan.not-editable' });
  expect((await getPlan(context, { planId })).items[0]!.item.note).toBe(item.note);
});

test('twenty cells at the moment of a step: those that were told so are in what was handed in, the others are not', async () => {
  const { planId, step } = await aDraft();
  const { items } = await getPlan(context, { planId });
  const saves = items.slice(0, 20).map(async ({ item, version }, index) => {
    await sleep(index);
    const change = { planId, itemId: item.id, version, field: 'note' as const, text: `ô ${index}` };
    return editPlanItem(context, change).then(
      () => change,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'plan.not-editable' });
        return null;
      },
    );
  });
  const submitted = sleep(3).then(async () => {
    await movePlan(context, step);
    return getPlan(context, { planId });
  });
  const saved = (await Promise.all(saves)).filter((change) => change !== null);
  const notes = new Map((await submitted).items.map(({ item }) => [item.id, item.note]));
  for (const { itemId, text } of saved) expect(notes.get(itemId)).toBe(text);
  const after = new Map((await getPlan(context, { planId })).items.map(({ item }) => [item.id, item.note]));
  expect(after).toEqual(notes);
});
