import { afterAll, expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { ROLES } from '#core/identity/role.ts';
import type { Context } from '#server/identity/context.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { openPlan, soon } from '#tests/support/watching-plan.ts';
import { createPlan } from '../create-plan.ts';
import { editPlanParts } from '../edit-plan-parts.ts';
import { getPlan } from '../get-plan.ts';
import { settleComment, answerComment } from '../life/answer-comment.ts';
import { answerInvitation } from '../life/answer-invitation.ts';
import { commentOnPlan } from '../life/comment-on-plan.ts';
import { inviteToConsultation } from '../life/invite-to-consultation.ts';

const { db, owner, access } = await useDatabase();
/** Another computer with the same database: it hears nothing of what this one does but through the database. */
const elsewhere = createDatabase(createPool(access.app, 4));
afterAll(() => elsewhere.destroy());

const SECRET = 'Chuyện chỉ nói trong trường';

async function aPlan(context: Context, state: 'draft' | 'review' = 'draft') {
  const document = { ...nineColumnPlan, items: nineColumnPlan.items.slice(0, 2) };
  const planId = await createPlan(context, { document, layout: 'nine-column', state });
  const { items, version } = await getPlan(context, { planId });
  return { planId, itemId: items[0]!.item.id, version };
}

const colleague = (context: Context, role: Context['role'] = 'secretary') =>
  actingAs(db, { schoolId: context.schoolId, role });

test.each([
  ['on this computer', db],
  ['on another computer', elsewhere],
])('what is said, replied and settled is told %s, without its words', async (_where, theirs) => {
  const context = await actingAs(db);
  const { planId, itemId } = await aPlan(context);
  const watching = await openPlan(owner, { ...(await colleague(context, 'viewer')), db: theirs }, planId);
  expect(watching.of('talk')).toEqual([{ kind: 'talk', pulse: 0, open: {}, changed: [] }]);

  const { id } = await commentOnPlan(context, { planId, itemId, words: SECRET });
  await soon(() => expect(watching.of('talk')).toHaveLength(2));
  const said = { id, threadId: id, itemId, byId: context.user.id, isNew: true };
  expect(watching.of('talk')[1]).toEqual({ kind: 'talk', pulse: 1, open: { [itemId]: 1 }, changed: [said] });

  const other = await colleague(context, 'staff');
  const reply = await commentOnPlan(other, { planId, itemId: null, words: SECRET, parentId: id });
  await soon(() => expect(watching.of('talk')).toHaveLength(3));
  const replied = { id: reply.id, threadId: id, itemId, byId: other.user.id, isNew: true };
  expect(watching.of('talk')[2]).toMatchObject({ open: { [itemId]: 1 }, changed: [replied] });

  await settleComment(context, { planId, commentId: id, version: 1, settled: true });
  await soon(() => expect(watching.of('talk')).toHaveLength(4));
  expect(watching.of('talk')[3]).toMatchObject({ open: {}, changed: [{ ...said, isNew: false }] });

  await settleComment(context, { planId, commentId: id, version: 2, settled: false });
  await soon(() => expect(watching.of('talk')).toHaveLength(5));
  expect(watching.of('talk')[4]).toMatchObject({ open: { [itemId]: 1 } });
  expect(JSON.stringify(watching.events)).not.toContain(SECRET);
  // Whoever comes now begins with how things stand.
  const late = await openPlan(owner, context, planId);
  expect(late.of('talk')).toMatchObject([{ pulse: 4, open: { [itemId]: 1 }, changed: [] }]);
});

test('a comment by a link and its answer are told', async () => {
  const context = await actingAs(db);
  const { planId, itemId } = await aPlan(context);
  const watching = await openPlan(owner, context, planId);
  await owner.updateTable('plan').set({ state: 'consultation' }).where('id', '=', planId).execute();
  const { token } = await inviteToConsultation(context, { planId, name: 'Bà Cẩm' });
  await answerInvitation(context, { token, itemId, words: SECRET });
  await soon(() => expect(watching.of('talk')).toHaveLength(2));
  const [said] = watching.of('talk')[1]!.changed;
  expect(said).toMatchObject({ itemId, byId: null, isNew: true });
  await answerComment(context, { planId, commentId: said!.id, version: 1, decision: 'taken', answer: SECRET });
  await soon(() => expect(watching.of('talk')).toHaveLength(3));
  expect(watching.of('talk')[2]).toMatchObject({ open: {}, changed: [{ id: said!.id, byId: context.user.id }] });
  expect(JSON.stringify(watching.events)).not.toContain(SECRET);
});

test('nothing of what is said reaches another school, whatever plan it has open', async () => {
  const context = await actingAs(db);
  const { planId, itemId } = await aPlan(context);
  const watching = await openPlan(owner, context, planId);
  for (const role of ROLES) {
    const stranger = await actingAs(db, { role });
    const code = isAllowed(role, 'plan.view') ? 'plan.not-found' : 'identity.not-allowed';
    await expect(openPlan(owner, stranger, planId)).rejects.toMatchObject({ code });
  }
  const stranger = await actingAs(db);
  const own = await openPlan(owner, stranger, (await aPlan(stranger)).planId);
  await commentOnPlan(context, { planId, itemId, words: SECRET });
  await soon(() => expect(watching.of('talk')).toHaveLength(2));
  expect(own.of('talk')).toHaveLength(1);
  expect(JSON.stringify(own.events)).not.toContain(itemId);
});

test.each([
  ['on this computer', db],
  ['on another computer', elsewhere],
])('who changed what stands around the rows is told %s; a step has nobody', async (_where, theirs) => {
  const context = await actingAs(db);
  const { planId, version } = await aPlan(context);
  const watching = await openPlan(owner, { ...(await colleague(context)), db: theirs }, planId);
  expect(watching.of('hello')[0]).toMatchObject({ version });
  const other = await colleague(context);
  for (const [index, by] of [context, other].entries()) {
    const change = { planId, version: version + index };
    await editPlanParts(by, { ...change, change: (parts) => ({ ...parts, number: `${index} ${SECRET}` }) });
    await soon(() => expect(watching.of('parts')).toHaveLength(index + 1));
    const { id, displayName: name } = by.user;
    expect(watching.of('parts')[index]).toEqual({ kind: 'parts', version: version + index + 1, by: [{ id, name }] });
  }
  const now = version + 3;
  await owner.updateTable('plan').set({ state: 'submitted', version: now }).where('id', '=', planId).execute();
  await soon(() => expect(watching.of('parts')).toHaveLength(3));
  expect(watching.of('parts')[2]).toEqual({ kind: 'parts', version: now, by: [] });
  expect(JSON.stringify(watching.events)).not.toContain(SECRET);
});
