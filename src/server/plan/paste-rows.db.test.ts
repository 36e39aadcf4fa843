import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { aStaffGroup } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { addPlanItem } from './add-plan-item.ts';
import { createPlan } from './create-plan.ts';
import { getPlan } from './get-plan.ts';
import { lockPlan } from './life/life-store.ts';
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

test('members of a group paste into the plan of their group, and into no other', async () => {
  const member = await actingAs(db, { role: 'staff', schoolId: context.schoolId });
  const { groupId } = await aStaffGroup(db, { school_id: context.schoolId, members: [member.user.id] });
  const kind = { scope: 'group', groupId, partOfPlanId: null } as const;
  const own = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', kind });
  const [first] = (await getPlan(context, { planId: own })).items;
  const rows = [{ id: newId(), cells: { note: 'của tổ' } }];
  expect(await pasteRows(member, { planId: own, afterItemId: first!.item.id, rows })).toHaveLength(1);
  const other = await aPlan();
  await expect(pasteRows(member, { planId: other.planId, afterItemId: other.first.id, rows })).rejects.toMatchObject({
    code: 'identity.not-allowed',
  });
});

test('a step that is being taken is waited for, and then nothing is added', async () => {
  const { planId, items, first } = await aPlan();
  const rows = [{ id: newId(), cells: { note: 'trễ' } }];
  const nowhere = { standard: null, criterion: null, criterionText: null, levels: [] };
  let late: Promise<unknown>[] = [];
  await inSchool(db, context.schoolId, async (trx) => {
    await lockPlan(trx, planId);
    late = [
      pasteRows(context, { planId, afterItemId: first.id, rows }),
      addPlanItem(context, { planId, afterItemId: null, ...nowhere }),
    ];
    for (const each of late) each.catch(() => undefined);
    await sleep(300);
    await trx.updateTable('plan').set({ state: 'submitted' }).where('id', '=', planId).execute();
  });
  for (const each of late) await expect(each).rejects.toMatchObject({ code: 'plan.not-editable' });
  expect(await items()).toHaveLength(2);
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
