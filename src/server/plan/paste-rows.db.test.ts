import { expect, test } from 'vitest';
import { CELL_LIMIT } from '#core/plan/edit-item.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { newId } from '#server/platform/ids.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { createPlan } from './create-plan.ts';
import { getPlan } from './get-plan.ts';
import { pasteRows } from './paste-rows.ts';
import { removePlanItem } from './remove-plan-item.ts';

const { db } = await useDatabase();
const context = await actingAs(db);

async function aPlan() {
  const document = { ...nineColumnPlan, items: nineColumnPlan.items.slice(0, 2) };
  const planId = await createPlan(context, { document, layout: 'nine-column', state: 'draft' });
  const items = async () => (await getPlan(context, { planId })).items.map(({ item }) => item);
  return { planId, items, first: (await items())[0]! };
}

test('rows come after the one above, in their order, about the same, their words read like typed ones', async () => {
  const { planId, items, first } = await aPlan();
  const rows = [
    { id: newId(), cells: { action: '- Khảo sát\n- Lập dự toán', leads: 'BGH, GV' } },
    { id: newId(), cells: { time: 'Tháng 9/2026' } },
  ];
  const added = await pasteRows(context, { planId, afterItemId: first.id, rows });
  expect(added.map(({ item }) => item.id)).toEqual(rows.map(({ id }) => id));
  const now = await items();
  expect(now.map(({ id }) => id).slice(0, 3)).toEqual([first.id, ...rows.map(({ id }) => id)]);
  expect(now[1]).toMatchObject({
    criterion: first.criterion,
    leads: ['BGH', 'GV'],
    steps: ['Khảo sát', 'Lập dự toán'],
  });
  expect(now[2]!.time.start).toMatch(/^2026-09/);
});

test('a paste that is sent again is there once, as it is by now', async () => {
  const { planId, items, first } = await aPlan();
  const rows = [1, 2].map((number) => ({ id: newId(), cells: { note: `dán ${number}` } }));
  await pasteRows(context, { planId, afterItemId: first.id, rows });
  await removePlanItem(context, { planId, itemId: rows[1]!.id, version: 1 });
  const again = await pasteRows(context, { planId, afterItemId: first.id, rows });
  expect(again.map(({ item }) => item.note)).toEqual(['dán 1']);
  expect(await items()).toHaveLength(3);
});

test('all of them or none', async () => {
  const { planId, items, first } = await aPlan();
  const fine = () => ({ id: newId(), cells: { note: 'dán' } });
  const paste = (rows: Parameters<typeof pasteRows>[1]['rows'], after = first.id) =>
    pasteRows(context, { planId, afterItemId: after, rows });
  const tooLong = { id: newId(), cells: { note: 'x'.repeat(CELL_LIMIT + 1) } };
  await expect(paste([fine(), tooLong])).rejects.toMatchObject({ code: 'plan-item.text-too-long' });
  await expect(paste(Array.from({ length: 999 }, fine))).rejects.toMatchObject({ code: 'plan.full' });
  await expect(paste([fine()], newId())).rejects.toMatchObject({ code: 'plan-item.not-found' });
  const twice = fine();
  await expect(paste([twice, twice])).rejects.toThrow();
  expect(await items()).toHaveLength(2);
});
