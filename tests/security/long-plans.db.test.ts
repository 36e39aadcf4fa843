import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../support/acting-as.ts';
import { useDatabase } from '../support/use-database.ts';

/** Work that one school asks for must not keep the others waiting, however long its plans are. */
const { db } = await useDatabase();
const { sets, legal: library } = getStandards();

const planOf = (rows: number, words: number) => ({
  ...nineColumnPlan,
  items: Array.from({ length: rows }, (_, index) => ({
    ...nineColumnPlan.items[index % nineColumnPlan.items.length]!,
    action: 'Tổ chức họp phụ huynh vào tháng 9. '.repeat(words),
  })),
});

test('a plan has a thousand rows at most, whoever makes it', async () => {
  const context = await actingAs(db);
  const make = (rows: number) => createPlan(context, { document: planOf(rows, 1), layout: 'nine-column' });
  await make(1000);
  await expect(make(1001)).rejects.toMatchObject({ code: 'plan.too-many-rows' });
  expect(await listPlans(context)).toHaveLength(1);
});

test('a plan that would take long is not checked while everybody waits', async () => {
  const context = await actingAs(db);
  const check = async (words: number) => {
    const planId = await createPlan(context, { document: planOf(500, words), layout: 'nine-column' });
    const plan = await getPlan(context, { planId });
    const start = performance.now();
    const outcome = await checkStoredPlan(context, { plan, sets, library }).then(
      () => 'checked',
      (error: { code: string }) => error.code,
    );
    return { outcome, milliseconds: performance.now() - start };
  };
  expect((await check(20)).outcome).toBe('checked');
  const long = await check(500);
  expect(long.outcome).toBe('plan.too-long-to-check');
  expect(long.milliseconds).toBeLessThan(5_000);
});
