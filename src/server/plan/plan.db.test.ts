import { expect, test } from 'vitest';
import { ROLES } from '#core/identity/role.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { CELL_LIMIT } from '#core/plan/cell-limit.ts';
import type { Context } from '#server/identity/context.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { addPlanItem } from './add-plan-item.ts';
import { addRow } from './add-row.ts';
import { createPlan } from './create-plan.ts';
import { discardPlan } from './discard-plan.ts';
import { editPlanItem } from './edit-plan-item.ts';
import { acceptPlan, editPlanParts } from './edit-plan-parts.ts';
import { getItemHistory } from './get-item-history.ts';
import { documentOf, getPlan } from './get-plan.ts';
import { listPlans } from './list-plans.ts';
import { movePlanItem } from './move-plan-item.ts';
import { removePlanItem, restorePlanItem } from './remove-plan-item.ts';

const { db, owner } = await useDatabase();

async function withPlan(state: 'draft' | 'review' = 'draft') {
  const context = await actingAs(db);
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state });
  const plan = await getPlan(context, { planId });
  return { context, planId, plan, first: plan.items[0]!, second: plan.items[1]! };
}

test('what is stored is what was given, in order', async () => {
  const { plan } = await withPlan();
  const withoutIds = (items: typeof nineColumnPlan.items) => items.map((item) => ({ ...item, id: '' }));
  const stored = documentOf(plan);
  expect({ ...stored, items: withoutIds(stored.items) }).toEqual({
    ...nineColumnPlan,
    items: withoutIds(nineColumnPlan.items),
  });
});

test('one cell typed anew keeps the text and reads it again', async () => {
  const { context, planId, first } = await withPlan();
  const options = { planId, itemId: first.item.id, version: first.version };
  const saved = await editPlanItem(context, { ...options, field: 'time', text: 'Tháng 10/2023\n– 3/2024 ' });
  expect(saved.saved && saved.stored.item.time).toMatchObject({
    text: 'Tháng 10/2023\n– 3/2024',
    start: '2023-10',
    end: '2024-03',
  });
  const again = await getPlan(context, { planId });
  expect(again.items[0]).toMatchObject({
    version: first.version + 1,
    item: { time: { start: '2023-10' }, action: first.item.action },
  });
});

test('a stale save is refused, both versions are known, and nothing is written', async () => {
  const { context, planId, first } = await withPlan();
  const options = { planId, itemId: first.item.id, version: first.version, field: 'note' as const };
  await editPlanItem(context, { ...options, text: 'của người thứ nhất' });
  const late = await editPlanItem(context, { ...options, text: 'của người thứ hai' });
  expect(late).toMatchObject({ saved: false, reason: 'conflict', current: { item: { note: 'của người thứ nhất' } } });
  expect((await getPlan(context, { planId })).items[0]?.item.note).toBe('của người thứ nhất');
});

test('of twenty saves at once on one version exactly one is kept, and each that was told so is in the audit log', async () => {
  const { context, planId, first } = await withPlan();
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      editPlanItem(context, {
        planId,
        itemId: first.item.id,
        version: first.version,
        field: 'note',
        text: `lần ${index}`,
      }),
    ),
  );
  expect(results.filter((result) => result.saved)).toHaveLength(1);
  const entries = await owner.selectFrom('audit_entry').selectAll().where('subject_id', '=', first.item.id).execute();
  expect(entries).toHaveLength(1);
});

test('saves on different rows never disturb each other', async () => {
  const { context, planId, plan } = await withPlan();
  const results = await Promise.all(
    plan.items.map(({ item, version }) =>
      editPlanItem(context, { planId, itemId: item.id, version, field: 'note', text: item.id }),
    ),
  );
  expect(results.every((result) => result.saved)).toBe(true);
  const notes = (await getPlan(context, { planId })).items.map(({ item }) => item.note === item.id);
  expect(notes).not.toContain(false);
});

test('a removed row comes back to its place', async () => {
  const { context, planId, plan, second } = await withPlan();
  const removed = await removePlanItem(context, { planId, itemId: second.item.id, version: second.version });
  expect((await getPlan(context, { planId })).items).toHaveLength(plan.items.length - 1);
  const version = removed.saved ? removed.stored.version : 0;
  await restorePlanItem(context, { planId, itemId: second.item.id, version });
  expect((await getPlan(context, { planId })).items.map(({ item }) => item.id)).toEqual(
    plan.items.map(({ item }) => item.id),
  );
});

test('rows are added and moved where one says', async () => {
  const { context, planId, first, second } = await withPlan();
  const about = { standard: '2', criterion: '2.1', criterionText: null, levels: [] };
  const added = await addPlanItem(context, { planId, afterItemId: first.item.id, ...about });
  const order = async () => (await getPlan(context, { planId })).items.map(({ item }) => item.id);
  expect((await order()).slice(0, 3)).toEqual([first.item.id, added.item.id, second.item.id]);
  await movePlanItem(context, { planId, itemId: second.item.id, version: second.version, afterItemId: null });
  expect((await order()).slice(0, 3)).toEqual([second.item.id, first.item.id, added.item.id]);
  const last = await addPlanItem(context, { planId, afterItemId: null, ...about });
  expect((await order()).at(-1)).toBe(last.item.id);
});

test('a copy stands right below its row, says the same and comes from no source', async () => {
  const { context, planId, first, second } = await withPlan();
  const copy = await addRow(context, { planId, where: { copyOf: first.item.id }, sets: [] });
  const { items } = await getPlan(context, { planId });
  expect(items.slice(0, 3).map(({ item }) => item.id)).toEqual([first.item.id, copy.item.id, second.item.id]);
  expect(items[1]?.item).toEqual({ ...first.item, id: copy.item.id, source: null, paragraphs: [] });
  const gone = '01a20000-0000-7000-8000-000000000000';
  await expect(addRow(context, { planId, where: { copyOf: gone }, sets: [] })).rejects.toThrow('plan-item.not-found');
});

test('the parts around the rows are saved with their version', async () => {
  const { context, planId, plan } = await withPlan();
  const change = (number: string) => (parts: typeof plan.parts) => ({ ...parts, number });
  const saved = await editPlanParts(context, { planId, version: plan.version, change: change('70/KH-MNNS') });
  expect(saved).toMatchObject({ saved: true, plan: { parts: { number: '70/KH-MNNS' } } });
  const late = await editPlanParts(context, { planId, version: plan.version, change: change('71/KH-MNNS') });
  expect(late).toMatchObject({ saved: false, current: { parts: { number: '70/KH-MNNS' } } });
});

test('a plan read from a file is accepted, or thrown away; an accepted one is not thrown away', async () => {
  const { context, planId } = await withPlan('review');
  await acceptPlan(context, { planId });
  expect((await getPlan(context, { planId })).state).toBe('draft');
  await expect(discardPlan(context, { planId })).rejects.toMatchObject({ code: 'plan.already-accepted' });
  const other = await withPlan('review');
  await discardPlan(other.context, { planId: other.planId });
  await expect(getPlan(other.context, { planId: other.planId })).rejects.toMatchObject({ code: 'plan.not-found' });
});

test('text that no document can hold is cleaned, a cell that is a book is refused, nothing is lost', async () => {
  const { context, planId, first } = await withPlan();
  const options = { planId, itemId: first.item.id, field: 'note' as const };
  const nasty = 'a\u0000b\ud800c\u202e <script>';
  const saved = await editPlanItem(context, { ...options, version: first.version, text: nasty });
  expect(saved.saved && saved.stored.item.note).toBe('ab\ufffdc\u202e <script>');
  const tooLong = { ...options, version: first.version + 1, text: 'x'.repeat(CELL_LIMIT + 1) };
  await expect(editPlanItem(context, tooLong)).rejects.toMatchObject({ code: 'plan-item.text-too-long' });
  expect((await getPlan(context, { planId })).items[0]?.version).toBe(first.version + 1);
});

/** Each use case, tried on a plan that exists. */
const USE_CASES: Record<string, (context: Context, planId: string, itemId: string) => Promise<unknown>> = {
  getPlan: (context, planId) => getPlan(context, { planId }),
  editPlanItem: (context, planId, itemId) =>
    editPlanItem(context, { planId, itemId, version: 1, field: 'note', text: 'đột nhập' }),
  addPlanItem: (context, planId) =>
    addPlanItem(context, {
      planId,
      afterItemId: null,
      standard: null,
      criterion: null,
      criterionText: null,
      levels: [],
    }),
  removePlanItem: (context, planId, itemId) => removePlanItem(context, { planId, itemId, version: 1 }),
  restorePlanItem: (context, planId, itemId) => restorePlanItem(context, { planId, itemId, version: 1 }),
  movePlanItem: (context, planId, itemId) => movePlanItem(context, { planId, itemId, version: 1, afterItemId: null }),
  editPlanParts: (context, planId) =>
    editPlanParts(context, { planId, version: 1, change: (parts) => ({ ...parts, number: 'x' }) }),
  acceptPlan: (context, planId) => acceptPlan(context, { planId }),
  discardPlan: (context, planId) => discardPlan(context, { planId }),
};

test.each(Object.keys(USE_CASES))('%s finds nothing of another school, whatever the role', async (name) => {
  const { planId, first, context } = await withPlan('review');
  for (const role of ROLES) {
    const stranger = await actingAs(db, { role });
    await expect(USE_CASES[name]!(stranger, planId, first.item.id), role).rejects.toMatchObject({
      code: expect.stringMatching(/not-found$|not-allowed$/),
    });
    expect(await listPlans(stranger)).toEqual([]);
  }
  const after = await getPlan(context, { planId });
  expect(after.items.map(({ item }) => item.note)).not.toContain('đột nhập');
  expect(after.state).toBe('review');
});

test.each(ROLES)('%s writes only when the table of permissions says so', async (role) => {
  const { planId, first, context } = await withPlan();
  const colleague = await actingAs(db, { role, schoolId: context.schoolId });
  const edit = USE_CASES['editPlanItem']!(colleague, planId, first.item.id);
  if (isAllowed(role, 'plan.edit')) expect(await edit).toMatchObject({ saved: true });
  else await expect(edit).rejects.toMatchObject({ code: 'identity.not-allowed' });
});

test('the history of a row: who wrote what, newest first; not for another school', async () => {
  const { context, planId, first } = await withPlan();
  const options = { planId, itemId: first.item.id };
  await editPlanItem(context, { ...options, version: 1, field: 'note', text: 'một' });
  await editPlanItem(context, { ...options, version: 2, field: 'note', text: 'hai' });
  const history = await getItemHistory(context, { itemId: first.item.id });
  expect(history.map(({ action, by, cell }) => [action, by, cell?.field, cell?.before, cell?.after])).toEqual([
    ['edited', 'Người Dùng', 'note', 'một', 'hai'],
    ['edited', 'Người Dùng', 'note', expect.any(String), 'một'],
  ]);
  expect(await getItemHistory(await actingAs(db), { itemId: first.item.id })).toEqual([]);
});

test("a choice that takes away nobody's words is made whatever others have saved meanwhile", async () => {
  const { context, planId } = await withPlan();
  await editPlanParts(context, { planId, version: 1, change: (parts) => ({ ...parts, number: '2/KH' }) });
  const layout = { planId, layout: 'by-level', change: <Parts>(parts: Parts) => parts };
  expect(await editPlanParts(context, { ...layout, version: 1 })).toMatchObject({ saved: false });
  expect(await editPlanParts(context, { ...layout, version: 'any' })).toMatchObject({ saved: true });
  expect(await getPlan(context, { planId })).toMatchObject({ layout: 'by-level', parts: { number: '2/KH' } });
});
