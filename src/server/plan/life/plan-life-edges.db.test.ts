import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../../../../tests/support/acting-as.ts';
import { useDatabase } from '../../../../tests/support/use-database.ts';
import { createPlan } from '../create-plan.ts';
import { discardPlan } from '../discard-plan.ts';
import { acceptPlan } from '../edit-plan-parts.ts';
import { documentOf, getPlan } from '../get-plan.ts';
import { commentOnPlan } from './comment-on-plan.ts';
import { inviteToConsultation } from './invite-to-consultation.ts';
import { listInvitations } from './get-comments.ts';
import { getPlanLife } from './get-plan-life.ts';
import { movePlan } from './move-plan.ts';
import { startNextPlan } from './start-next-plan.ts';

const { db } = await useDatabase();
const { sets } = getStandards();

async function withDraft() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column' });
  const move = async (step: 'open-consultation' | 'submit' | 'return', remark: string | null = null) => {
    const { version } = await getPlan(context, { planId });
    await movePlan(context, { planId, version, move: step, remark, dueOn: null });
  };
  return { context, planId, move };
}

async function inReview() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state: 'review' });
  return { context, planId };
}

const UNSEEN = '\u200B\u2060 \u202E\u0000\uFEFF';

test('words that nobody can see are no words', async () => {
  const { context, planId, move } = await withDraft();
  await expect(commentOnPlan(context, { planId, itemId: null, words: UNSEEN })).rejects.toThrow('comment.empty');
  await move('submit');
  await expect(move('return', UNSEEN)).rejects.toThrow('plan.remark-missing');
});

test('the name of somebody invited is kept without what no database can hold', async () => {
  const { context, planId, move } = await withDraft();
  await move('open-consultation');
  await inviteToConsultation(context, { planId, name: 'Hội đồng\u0000 trường' });
  expect(await listInvitations(context, { planId })).toMatchObject([{ name: 'Hội đồng trường' }]);
});

test('nothing goes on from a plan that waits for review', async () => {
  const { context, planId } = await inReview();
  const options = {
    schoolYear: { start: 2026 },
    set: sets[0]!,
    sameSet: true,
    layout: 'nine-column' as const,
    rows: [],
  };
  await expect(startNextPlan(context, { planId, ...options })).rejects.toThrow('plan.not-found');
});

test('a clock that is set back by years at every step: the steps are told as they were taken', async () => {
  const { context, planId } = await withDraft();
  const steps = ['open-consultation', 'end-consultation', 'submit', 'return', 'submit', 'approve'] as const;
  for (const [index, step] of steps.entries()) {
    const clock = { now: () => new Date(Date.UTC(2099 - 10 * index, 0, 1)) };
    const plan = await getPlan(context, { planId });
    const contentSha256 = sha256(contentOf(documentOf(plan)));
    const taken = { planId, version: plan.version, move: step, remark: 'Lý do', dueOn: null, contentSha256 };
    await movePlan({ ...context, clock }, taken);
  }
  const plan = await getPlan(context, { planId });
  expect(plan.state).toBe('approved');
  const life = await getPlanLife(context, plan);
  expect(life.steps.map(({ move }) => move)).toEqual(steps);
});

test('accepted and thrown away at once: one of them counts, the other is told so', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { context, planId } = await inReview();
    const results = await Promise.allSettled([acceptPlan(context, { planId }), discardPlan(context, { planId })]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  }
});
