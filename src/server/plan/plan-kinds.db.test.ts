import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { ROLES } from '#core/identity/role.ts';
import { spanLine } from '#core/plan/new-plan-document.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { removeGroup } from '#server/organisations/change-group.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aStaffGroup } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { addRow } from './add-row.ts';
import { changePlanKind, type ChosenKind } from './change-plan-kind.ts';
import { createPlan } from './create-plan.ts';
import { editBases } from './edit-bases.ts';
import { editPlanItem } from './edit-plan-item.ts';
import { editPlanParts } from './edit-plan-parts.ts';
import { getPlan } from './get-plan.ts';
import { getIssue, getPlanLife } from './life/get-plan-life.ts';
import { movePlan } from './life/move-plan.ts';
import { startNextPlan } from './life/start-next-plan.ts';
import { searchPlans } from './list-plans.ts';
import { getPlanParts } from './parts/get-plan-parts.ts';
import { linkRow } from './parts/link-row.ts';
import { takeRows } from './parts/take-rows.ts';
import { recordHistory } from './record-history.ts';
import { getStandards } from '../standards/load-standards.ts';

const { db, owner } = await useDatabase();
const { sets } = getStandards();
const plan = { document: nineColumnPlan, layout: 'nine-column' };
const NOT_ALLOWED = { code: 'identity.not-allowed' };

/** A school with a yearly plan, a group, and the group's plan that carries it out. */
async function withGroupPlan() {
  const principal = await actingAs(db, { role: 'principal' });
  const { schoolId } = principal;
  const member = await actingAs(db, { role: 'staff', schoolId });
  const year = { school_id: schoolId, year_start: nineColumnPlan.schoolYear!.start };
  const { groupId } = await aStaffGroup(db, { ...year, name: 'Tổ Lá', members: [member.user.id] });
  const yearly = await createPlan(principal, plan);
  const document = { ...nineColumnPlan, items: nineColumnPlan.items.slice(0, 1) };
  const kind = { scope: 'group', groupId, partOfPlanId: yearly } as const;
  const group = await createPlan(principal, { document, layout: 'nine-column', kind });
  return { principal, member, schoolId, groupId, yearly, group };
}

test.each(ROLES)('%s writes in the plan of their group, and in no other unless they may edit plans', async (role) => {
  const { schoolId, principal, group, yearly } = await withGroupPlan();
  const stranger = await actingAs(db, { role, schoolId });
  const { groupId } = await aStaffGroup(db, { school_id: schoolId, name: `Tổ ${role}`, members: [stranger.user.id] });
  const own = await createPlan(principal, { ...plan, kind: { scope: 'group', groupId, partOfPlanId: null } });
  const may = async (planId: string) => {
    const { items } = await getPlan(principal, { planId });
    const { item, version } = items[0]!;
    return editPlanItem(stranger, { planId, itemId: item.id, version, field: 'note', text: 'ghi' }).then(
      () => true,
      (error: { code?: string }) => error.code,
    );
  };
  const editor = ['principal', 'deputy', 'secretary'].includes(role);
  const elsewhere = editor || NOT_ALLOWED.code;
  expect([await may(yearly), await may(group)]).toEqual([elsewhere, elsewhere]);
  expect(await may(own)).toBe(role === 'viewer' ? NOT_ALLOWED.code : true);
});

test('a member writes rows and words, but makes no plan; who has left the group no longer does', async () => {
  const { member, group, schoolId, groupId } = await withGroupPlan();
  await addRow(member, { planId: group, where: { end: true }, sets });
  await editPlanParts(member, { planId: group, version: 1, change: (parts) => ({ ...parts, number: '2/KH' }) });
  expect(await editBases(member, { planId: group, path: null, change: () => ['Căn cứ Luật Trẻ em'] })).toMatchObject({
    done: true,
  });
  await expect(createPlan(member, plan)).rejects.toMatchObject(NOT_ALLOWED);
  await sql`DELETE FROM staff_group_member WHERE school_id = ${schoolId} AND group_id = ${groupId}`.execute(owner);
  await expect(addRow(member, { planId: group, where: { end: true }, sets })).rejects.toMatchObject(NOT_ALLOWED);
});

test('a file that waits for review is nothing for members of the group that it shall be of, nor a part of the yearly plan', async () => {
  const { principal, member, yearly, group, groupId } = await withGroupPlan();
  const kind = { scope: 'group', groupId, partOfPlanId: yearly } as const;
  const waiting = await createPlan(principal, { ...plan, kind, state: 'review' });
  const [row] = (await getPlan(principal, { planId: waiting })).items;
  const edit = { planId: waiting, itemId: row!.item.id, version: 1, field: 'note' as const, text: 'lén' };
  await expect(editPlanItem(member, edit)).rejects.toMatchObject(NOT_ALLOWED);
  await expect(addRow(member, { planId: waiting, where: { end: true }, sets })).rejects.toMatchObject(NOT_ALLOWED);
  const parts = async (who: typeof member) => (await getPlanParts(who, { planId: yearly }))?.parts.map(({ id }) => id);
  expect(await parts(member)).toEqual([group]);
  expect(await parts(principal)).toEqual(expect.arrayContaining([group, waiting]));
});

test('a member hands the plan of their group in and takes it back, nobody else of their role; the principal approves', async () => {
  const { principal, member, schoolId, group, yearly } = await withGroupPlan();
  const stranger = await actingAs(db, { role: 'staff', schoolId });
  const step = (who: typeof member, planId: string, version: number, move: 'submit' | 'withdraw' | 'approve') =>
    movePlan(who, { planId, version, move, remark: null, dueOn: null });
  await expect(step(stranger, group, 1, 'submit')).rejects.toMatchObject(NOT_ALLOWED);
  await expect(step(member, yearly, 1, 'submit')).rejects.toMatchObject(NOT_ALLOWED);
  const moves = async (who: typeof member) => (await getPlanLife(who, await getPlan(who, { planId: group }))).moves;
  expect([await moves(member), await moves(stranger)]).toEqual([['submit'], []]);
  await step(member, group, 1, 'submit');
  expect([await moves(member), await moves(stranger)]).toEqual([['withdraw'], []]);
  await expect(step(member, group, 2, 'approve')).rejects.toMatchObject(NOT_ALLOWED);
  await step(member, group, 2, 'withdraw');
  await step(member, group, 3, 'submit');
  expect(await moves(principal)).toContain('approve');
});

test('the kind of a plan is put right: a strategy with its years, a group of its year, no second of a kind unless it is meant', async () => {
  const { principal, member, schoolId, groupId, yearly } = await withGroupPlan();
  const planId = await createPlan(principal, { ...plan, state: 'review' });
  const start = nineColumnPlan.schoolYear!.start;
  const change = async (kind: ChosenKind, { again = false, version = 0, who = principal } = {}) => {
    const now = version || (await getPlan(principal, { planId })).version;
    return changePlanKind(who, { planId, version: now, kind, again });
  };
  const strategy = (first: number, last: number) =>
    ({ scope: 'strategy', first: { start: first }, last: { start: last } }) as const;
  await expect(change(strategy(start, start + 4), { who: member })).rejects.toMatchObject(NOT_ALLOWED);
  await expect(change(strategy(start, start + 4), { version: 9 })).rejects.toMatchObject({ code: 'plan.stale' });
  await expect(change(strategy(start, start))).rejects.toMatchObject({ code: 'plan.span-wrong' });
  expect(await change(strategy(start - 1, start + 3))).toBe(2);
  // Said twice it is no change.
  expect(await change(strategy(start - 1, start + 3))).toBe(2);
  expect(await getPlan(principal, { planId })).toMatchObject({
    scope: 'strategy',
    parts: { schoolYear: { start: start - 1 }, lastSchoolYear: { start: start + 3 } },
  });
  // The years in a title as a new strategy has it follow; other words do not.
  await editPlanParts(principal, {
    planId,
    version: 2,
    change: (parts) => ({ ...parts, title: [spanLine({ start: start - 1 }, { start: start + 3 }), 'Giai đoạn mới'] }),
  });
  await change(strategy(start - 1, start + 4));
  const { title } = (await getPlan(principal, { planId })).parts;
  expect(title).toEqual([spanLine({ start: start - 1 }, { start: start + 4 }), 'Giai đoạn mới']);
  const ofGroup = { scope: 'group', groupId, partOfPlanId: yearly } as const;
  await expect(change(ofGroup)).rejects.toMatchObject({ code: 'plan.group-not-in-year' });
  const year = { school_id: schoolId, year_start: start - 1 };
  const { groupId: earlier } = await aStaffGroup(db, { ...year, name: 'Tổ Mầm', members: [member.user.id] });
  await change({ ...ofGroup, groupId: earlier });
  expect((await getPlan(principal, { planId })).parts.lastSchoolYear).toBeUndefined();
  await change({ scope: 'yearly' });
  await editPlanParts(principal, {
    planId,
    version: (await getPlan(principal, { planId })).version,
    change: (parts) => ({ ...parts, schoolYear: { start } }),
  });
  await expect(change(ofGroup)).rejects.toMatchObject({ code: 'plan.kind-taken' });
  await change(ofGroup, { again: true });
  expect((await getPlan(member, { planId: yearly })).groupPlans).toBe(2);
  const used = { planId: yearly, version: 1, kind: strategy(start, start + 4), again: true };
  await expect(changePlanKind(principal, used)).rejects.toMatchObject({ code: 'plan.kind-in-use' });
  const nobody = { ...ofGroup, groupId: 'không phải tổ' };
  await expect(change(nobody)).rejects.toMatchObject({ code: 'organisations.group.not-found' });
});

test('two plans that become the one of a group at the same moment: the second is refused', async () => {
  const { principal, schoolId } = await withGroupPlan();
  const year = { school_id: schoolId, year_start: nineColumnPlan.schoolYear!.start };
  const { groupId } = await aStaffGroup(db, { ...year, name: 'Tổ Chồi', members: [] });
  const kind = { scope: 'group', groupId, partOfPlanId: null } as const;
  const plans = await Promise.all([1, 2, 3].map(() => createPlan(principal, { ...plan, state: 'review' })));
  const said = await Promise.all(
    plans.map((planId) =>
      changePlanKind(principal, { planId, version: 1, kind, again: false }).catch(({ code }: { code: string }) => code),
    ),
  );
  expect(said.sort()).toEqual([2, 'plan.kind-taken', 'plan.kind-taken']);
});

test('a row is taken once, however often the form is sent', async () => {
  const { principal, member, yearly, group } = await withGroupPlan();
  const [row] = (await getPlan(principal, { planId: yearly })).items;
  const take = () => takeRows(member, { planId: group, itemIds: [row!.item.id] });
  expect((await Promise.all([take(), take()])).sort()).toEqual([0, 1]);
  expect(await take()).toBe(0);
  expect((await getPlan(member, { planId: group })).items).toHaveLength(2);
});

test('rows of the yearly plan are taken by a group and linked; nobody takes away a group that has a plan', async () => {
  const { principal, member, yearly, group, groupId } = await withGroupPlan();
  const { items } = await getPlan(principal, { planId: yearly });
  const [first, second] = items.map(({ item }) => item);
  expect(await takeRows(member, { planId: group, itemIds: [first!.id, second!.id] })).toBe(2);
  const taken = (await getPlan(member, { planId: group })).items.map(({ item }) => item);
  expect(taken.map(({ action }) => action)).toEqual([nineColumnPlan.items[0]!.action, first!.action, second!.action]);
  await linkRow(member, { planId: group, itemId: taken[0]!.id, toItemId: second!.id });
  await linkRow(member, { planId: group, itemId: taken[1]!.id, toItemId: null });
  const parts = await getPlanParts(principal, { planId: yearly });
  expect(parts?.parts[0]?.rows.map(({ toItemId }) => toItemId)).toEqual([second!.id, null, second!.id]);
  expect((await getPlan(principal, { planId: yearly })).groupPlans).toBe(1);
  await expect(linkRow(member, { planId: group, itemId: taken[0]!.id, toItemId: taken[1]!.id })).rejects.toMatchObject({
    code: 'plan-item.not-found',
  });
  await expect(removeGroup(principal, { groupId, version: 1 })).rejects.toMatchObject({
    code: 'organisations.group-in-use',
  });
});

test('an old plan is history: kept with its file, closed to every step and every pen, the start of the next', async () => {
  const context = await actingAs(db, { role: 'secretary' });
  const planId = await createPlan(context, { ...plan, state: 'review' });
  const original = { sha256: 'b'.repeat(64), size: 5, name: 'ke-hoach-cu.docx' };
  await expect(recordHistory(context, { planId, version: 9, original })).rejects.toMatchObject({ code: 'plan.stale' });
  await recordHistory(context, { planId, version: 1, original });
  const { state, items, revision, group } = await getPlan(context, { planId });
  const issue = await getIssue(context, { planId, revision: 1 });
  expect(state).toBe('history');
  expect(issue.facts).toMatchObject({
    number: nineColumnPlan.number,
    issued_on: nineColumnPlan.date,
    docx_sha256: null,
    original_name: original.name,
  });
  expect(issue.document.title).toEqual(nineColumnPlan.title);
  expect((await getPlanLife(context, { id: planId, state, revision, group })).moves).toEqual([]);
  await expect(editPlanParts(context, { planId, version: 2, change: (parts) => parts })).rejects.toMatchObject({
    code: 'plan.not-editable',
  });
  const edit = { planId, itemId: items[0]!.item.id, version: 1, field: 'note' as const, text: 'sửa' };
  await expect(editPlanItem(context, edit)).rejects.toMatchObject({ code: 'plan.not-editable' });
  await expect(recordHistory(context, { planId, version: 2, original })).rejects.toMatchObject({ code: 'plan.stale' });
  for (const move of ['revise', 'reopen', 'close', 'submit'] as const) {
    const step = movePlan(context, { planId, version: 2, move, remark: 'thử', dueOn: null });
    await expect(step).rejects.toMatchObject({ code: expect.stringMatching(/plan.stale|not-allowed/) });
  }
  const to = { start: nineColumnPlan.schoolYear!.start + 1 };
  const rows = [{ itemId: items[0]!.item.id, criterion: null }];
  const next = await startNextPlan(context, {
    planId,
    schoolYear: to,
    set: sets[0]!,
    sameSet: true,
    layout: 'nine-column',
    rows,
  });
  expect((await getPlan(context, { planId: next })).items).toHaveLength(1);
});

test('a plan without day or school year is not taken for history', async () => {
  const context = await actingAs(db, { role: 'secretary' });
  const planId = await createPlan(context, {
    document: { ...nineColumnPlan, date: null },
    layout: 'nine-column',
    state: 'review',
  });
  const original = { sha256: 'b'.repeat(64), size: 5, name: 'cu.docx' };
  await expect(recordHistory(context, { planId, version: 1, original })).rejects.toMatchObject({
    code: 'plan.history-incomplete',
  });
});

test('the list: by kind, by year that a strategy runs over, by words without tones, page after page', async () => {
  const { principal, yearly, group } = await withGroupPlan();
  const year = nineColumnPlan.schoolYear!.start;
  const strategy = await createPlan(principal, {
    document: {
      ...nineColumnPlan,
      title: ['KẾ HOẠCH', 'Chiến lược phát triển 100%'],
      schoolYear: { start: year - 2 },
      lastSchoolYear: { start: year + 2 },
    },
    layout: 'nine-column',
    kind: { scope: 'strategy' },
  });
  const ids = async (options: Parameters<typeof searchPlans>[1]) =>
    (await searchPlans(principal, options)).plans.map(({ id }) => id);
  expect(await ids({})).toEqual([group, yearly, strategy]);
  expect(await ids({ scope: 'group' })).toEqual([group]);
  expect(await ids({ year: year + 1 })).toEqual([strategy]);
  expect(await ids({ words: 'LUOC chien' })).toEqual([strategy]);
  expect(await ids({ words: 'tổ lá' })).toEqual([group]);
  expect(await ids({ words: '100%' })).toEqual([strategy]);
  expect(await ids({ words: '%' })).toEqual([strategy]);
  expect(await ids({ words: 'khong co' })).toEqual([]);
  const { plans, count, years } = await searchPlans(principal);
  expect([count, years]).toEqual([3, [year, year - 2]]);
  const before = { year: plans[0]!.schoolYearStart!, createdAt: plans[0]!.createdAt, id: plans[0]!.id };
  expect(await ids({ before })).toEqual([yearly, strategy]);
});

test('two people add bases at the same moment: both stand there', async () => {
  const context = await actingAs(db, { role: 'secretary' });
  const planId = await createPlan(context, { document: { ...nineColumnPlan, sections: [] }, layout: 'nine-column' });
  const add = (text: string) => editBases(context, { planId, path: null, change: (texts) => [...texts, text] });
  await Promise.all([add('Căn cứ Luật Trẻ em'), add('Căn cứ Luật Giáo dục')]);
  const { parts } = await getPlan(context, { planId });
  expect(parts.sections[0]).toMatchObject({ role: 'opening' });
  expect(parts.sections.flatMap(({ lines }) => lines.map(({ text }) => text)).sort()).toHaveLength(2);
});
