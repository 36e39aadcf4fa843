import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Context } from '#server/identity/context.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { anUpload, aPlan, aPlanItem } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { listPlansOfUploads, searchPlans } from './list-plans.ts';

const { db } = await useDatabase();

async function plansOf({ schoolId, user }: Context, count: number): Promise<void> {
  const plan = { school_id: schoolId, created_by: user.id };
  await Promise.all(Array.from({ length: count }, () => aPlan(db, plan)));
}

test('the last page says that it is the last, however full it is', async () => {
  const context = await actingAs(db);
  await plansOf(context, 60);
  const first = await searchPlans(context);
  const last = first.plans.at(-1)!;
  const second = await searchPlans(context, {
    before: { year: last.schoolYearStart!, createdAt: last.createdAt, id: last.id },
  });
  expect([first.more, second.more]).toEqual([true, false]);
  expect(new Set([...first.plans, ...second.plans].map(({ id }) => id)).size).toBe(60);
});

test('plans that were made within one millisecond are all on one page or the other', async () => {
  const context = await actingAs(db);
  const made = (micro: number) =>
    sql<Date>`timestamptz '2026-09-15 03:00:00.000${sql.raw(String(micro).padStart(3, '0'))}+00'`;
  for (let micro = 0; micro < 40; micro += 1)
    await aPlan(db, { school_id: context.schoolId, created_at: made((micro * 7) % 40) as unknown as Date });
  const first = await searchPlans(context);
  const last = first.plans.at(-1)!;
  const key = { year: last.schoolYearStart ?? 0, createdAt: last.createdAt, id: last.id };
  const second = await searchPlans(context, { before: key });
  expect(new Set([...first.plans, ...second.plans].map(({ id }) => id)).size).toBe(40);
});

test('an upload of long ago keeps its plan, however many came after it', async () => {
  const context = await actingAs(db);
  const { schoolId } = context;
  const [{ uploadId }, { uploadId: other }] = [
    await anUpload(db, { school_id: schoolId }),
    await anUpload(db, { school_id: schoolId }),
  ];
  const row = { school_id: schoolId, upload_id: uploadId, school_year_start: 2012, state: 'history' as const };
  const { planId } = await aPlan(db, row);
  await aPlanItem(db, { school_id: schoolId, plan_id: planId });
  await plansOf(context, 201);
  expect(await listPlansOfUploads(context, { uploadIds: [uploadId, other] })).toEqual([
    { uploadId, id: planId, state: 'history', rows: 1 },
  ]);
});

test('a plan was last changed when one of its rows was, also one that was taken out', async () => {
  const context = await actingAs(db);
  const { schoolId } = context;
  const at = (day: number) => new Date(Date.UTC(2026, 8, day));
  const { planId } = await aPlan(db, { school_id: schoolId, updated_at: at(1) });
  const listed = async () => (await searchPlans(context)).plans[0];
  expect(await listed()).toMatchObject({ updatedAt: at(1), rows: 0 });
  await aPlanItem(db, { school_id: schoolId, plan_id: planId, updated_at: at(3) });
  await aPlanItem(db, { school_id: schoolId, plan_id: planId, updated_at: at(4), deleted_at: at(4) });
  expect(await listed()).toMatchObject({ updatedAt: at(4), rows: 1 });
});
