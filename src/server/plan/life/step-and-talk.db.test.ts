import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { createPlan } from '../create-plan.ts';
import { getPlan } from '../get-plan.ts';
import { answerInvitation } from './answer-invitation.ts';
import { commentOnPlan } from './comment-on-plan.ts';
import { listInvitations } from './get-comments.ts';
import { inviteToConsultation } from './invite-to-consultation.ts';
import { holdPlan, lockPlan } from './life-store.ts';
import { movePlan } from './move-plan.ts';

/** What people say at the moment in which somebody takes a step with the plan: before it or after it, never half of each. */
const { db } = await useDatabase();

async function inConsultation() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state: 'consultation' });
  return { context, planId };
}

async function submit(context: Context, planId: string) {
  const { version } = await getPlan(context, { planId });
  await movePlan(context, { planId, version, move: 'submit', remark: null, dueOn: null });
}

test('a comment that comes while the plan is handed in waits, and is kept for the next step', async () => {
  const { context, planId } = await inConsultation();
  let later: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, async (trx) => {
    await lockPlan(trx, planId);
    later = commentOnPlan(context, { planId, itemId: null, words: 'Vừa kịp?' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await trx.updateTable('plan').set({ state: 'submitted' }).where('id', '=', planId).execute();
  });
  expect(await later).toMatchObject({ kind: 'discussion' });
});

test('a plan is not handed in past a comment that is being written', async () => {
  const { context, planId } = await inConsultation();
  let submitted: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, async (trx) => {
    await holdPlan(trx, planId);
    submitted = submit(context, planId).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const at = new Date();
    const row = { school_id: context.schoolId, plan_id: planId, id: crypto.randomUUID(), revision: 1, words: 'Ý kiến' };
    await trx
      .insertInto('plan_comment')
      .values({ ...row, author_id: context.user.id, author_name: 'A', created_at: at })
      .execute();
  });
  expect(await submitted).toMatchObject({ code: 'plan.comments-open' });
});

test('an invited person who is a moment late is told, whatever was on their screen', async () => {
  const { context, planId } = await inConsultation();
  const { token } = await inviteToConsultation(context, { planId, name: 'Cha mẹ học sinh' });
  const door = { db, clock: context.clock };
  let late: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, async (trx) => {
    await lockPlan(trx, planId);
    late = answerInvitation(door, { token, itemId: null, words: 'Ý kiến' }).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await trx.updateTable('plan').set({ state: 'submitted' }).where('id', '=', planId).execute();
  });
  expect(await late).toMatchObject({ code: 'plan.not-in-consultation' });
});

test('an invitation that comes while the plan is handed in waits, is refused, and leaves no link behind', async () => {
  const { context, planId } = await inConsultation();
  let late: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, async (trx) => {
    await lockPlan(trx, planId);
    late = inviteToConsultation(context, { planId, name: 'Cha mẹ học sinh' }).catch((error: unknown) => error);
    expect(await Promise.race([late, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])).toBe('waits');
    await trx.updateTable('plan').set({ state: 'submitted' }).where('id', '=', planId).execute();
  });
  expect(await late).toMatchObject({ code: 'plan.not-in-consultation' });
  expect(await listInvitations(context, { planId })).toEqual([]);
});

test('a plan is not handed in past an invitation that is being written', async () => {
  const { context, planId } = await inConsultation();
  let submitted: Promise<unknown> = Promise.resolve();
  await inSchool(db, context.schoolId, async (trx) => {
    await holdPlan(trx, planId);
    submitted = submit(context, planId);
    expect(await Promise.race([submitted, new Promise((resolve) => setTimeout(resolve, 200, 'waits'))])).toBe('waits');
  });
  await submitted;
});
