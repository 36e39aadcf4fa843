import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { PlanState } from '#core/plan/life/plan-life.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { threadView } from '#server/web/comment-view.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { createPlan } from '../create-plan.ts';
import { getPlan } from '../get-plan.ts';
import { answerComment, settleComment } from './answer-comment.ts';
import { answerInvitation, openInvitation, withdrawByLink } from './answer-invitation.ts';
import { commentOnPlan } from './comment-on-plan.ts';
import { countRowComments, getComments } from './get-comments.ts';
import { countUnseenMentions, listMentions } from './list-mentions.ts';
import { inviteToConsultation } from './invite-to-consultation.ts';
import { holdPlan } from './life-store.ts';
import { movePlan, type PlainMove } from './move-plan.ts';
import { withdrawComment } from './withdraw-comment.ts';

/** What one has said is taken back: by oneself, while nobody has answered it and nobody has decided about the plan with it. */
const { db, owner } = await useDatabase();
const SECRET = 'Lời viết nhầm chỗ';

async function talk(state: PlanState & ('draft' | 'consultation') = 'draft') {
  const author = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(author, { document: nineColumnPlan, layout: 'nine-column', state });
  const itemId = (await getPlan(author, { planId })).items[0]!.item.id;
  const other = await actingAs(db, { schoolId: author.schoolId, role: 'secretary' });
  const say = async (words = SECRET, parentId: string | null = null) => ({
    planId,
    commentId: (await commentOnPlan(author, { planId, itemId, words, parentId })).id,
  });
  return { author, other, planId, itemId, say };
}

const back = (context: Context, said: { planId: string; commentId: string }, version: number, withdrawn = true) =>
  withdrawComment(context, { ...said, version, withdrawn });

async function step(context: Context, planId: string, move: PlainMove) {
  const { version } = await getPlan(context, { planId });
  await movePlan(context, { planId, version, move, remark: 'Lý do', dueOn: null });
}

async function firstThread(context: Context, planId: string) {
  return threadView(context, (await getComments(context, { planId })).threads[0]!);
}

test('the words are shown to nobody any more, the place stays, and so does the row that holds them', async () => {
  const { author, other, planId, itemId, say } = await talk();
  const said = await say('Lời thứ nhất');
  const secret = await say();
  expect((await firstThread(author, planId)).takeBack).toEqual({ id: secret.commentId, version: 1 });
  expect((await firstThread(other, planId)).takeBack).toBeNull();
  expect(await countRowComments(other, { planId })).toEqual({ [itemId]: 2 });
  await back(author, secret, 1);
  await back(author, said, 1);
  expect(await countRowComments(other, { planId })).toEqual({});
  for (const reader of [author, other]) {
    const page = await getComments(reader, { planId });
    expect(page).toMatchObject({ total: 2, waiting: 0 });
    expect(JSON.stringify(page)).not.toContain(SECRET);
    const shown = await firstThread(reader, planId);
    expect(shown).toMatchObject({ withdrawn: true, pieces: [], mayReply: false, maySettle: false, takeBack: null });
    expect(shown.putBack).toEqual(reader === author ? { id: secret.commentId, version: 2 } : null);
  }
  const kept = await owner
    .selectFrom('plan_comment')
    .select('words')
    .where('id', '=', secret.commentId)
    .executeTakeFirstOrThrow();
  expect(kept.words).toBe(SECRET);
  const audit = await owner.selectFrom('audit_entry').select('action').where('subject_id', '=', planId).execute();
  expect(audit.map(({ action }) => action)).toContain('plan.comment-withdrawn');

  await back(author, secret, 2, false);
  expect((await firstThread(other, planId)).pieces).toEqual([{ text: SECRET, mention: false }]);
});

test('only by who said it, in the version that they saw, and once', async () => {
  const { author, other, say } = await talk();
  const said = await say();
  await expect(back(other, said, 1)).rejects.toThrow('comment.not-author');
  await expect(back({ ...author, role: 'viewer' }, said, 1)).rejects.toThrow('identity.not-allowed');
  for (const version of [0, 2, Number.NaN]) await expect(back(author, said, version)).rejects.toThrow('comment.stale');
  await expect(back(author, { ...said, commentId: "x' OR 1=1" }, 1)).rejects.toThrow('comment.not-found');
  await back(author, said, 1);
  await expect(back(author, said, 2)).rejects.toThrow('comment.stale');
  await expect(back(other, said, 2, false)).rejects.toThrow('comment.not-author');
});

test('not once it was replied to, settled or answered; and nothing is said to what was taken back', async () => {
  const { author, other, planId, say } = await talk();
  const [said, settled] = [await say(), await say()];
  const reply = await commentOnPlan(other, { planId, itemId: null, words: 'Đúng rồi.', parentId: said.commentId });
  await settleComment(other, { ...settled, version: 1, settled: true });
  await expect(back(author, said, 1)).rejects.toThrow('comment.already-answered');
  await expect(back(author, settled, 2)).rejects.toThrow('comment.already-answered');
  await back(other, { planId, commentId: reply.id }, 1);
  await back(author, said, 1);
  const again = { planId, itemId: null, words: 'Đúng rồi.', parentId: said.commentId };
  await expect(commentOnPlan(other, again)).rejects.toThrow('comment.already-withdrawn');
  await expect(settleComment(other, { ...said, version: 2, settled: false })).rejects.toThrow(
    'comment.already-withdrawn',
  );
});

test('in a consultation until it ends; what was taken back holds no plan up and is answered by nobody', async () => {
  const { author, other, planId, say } = await talk('consultation');
  const [said, answered] = [await say(), await say()];
  const answer = { version: 1, decision: 'noted', answer: '' };
  await answerComment(other, { ...answered, ...answer });
  await expect(back(author, answered, 2)).rejects.toThrow('comment.already-answered');
  await expect(step(author, planId, 'submit')).rejects.toThrow('plan.comments-open');
  await back(author, said, 1);
  await expect(answerComment(other, { ...said, ...answer, version: 2 })).rejects.toThrow('comment.already-withdrawn');
  await step(author, planId, 'submit');
  await expect(back(author, said, 2, false)).rejects.toThrow('comment.already-decided');
  expect(await firstThread(author, planId)).toMatchObject({ takeBack: null, putBack: null });
});

test('not once somebody has decided about the plan with it', async () => {
  const { author, planId, say } = await talk();
  const [early, gone] = [await say(), await say()];
  await back(author, gone, 1);
  await step(author, planId, 'submit');
  const late = await say();
  await back(author, late, 1);
  await expect(back(author, early, 1)).rejects.toThrow('comment.already-decided');
  await expect(back(author, gone, 2, false)).rejects.toThrow('comment.already-decided');
});

test('whatever the clock says: it was years ahead when something was said, and was put right before the step', async () => {
  const { author, planId } = await talk();
  const ahead = { ...author, clock: { now: () => new Date('2099-01-01T00:00:00Z') } };
  const { id } = await commentOnPlan(ahead, { planId, itemId: null, words: SECRET });
  await step(author, planId, 'submit');
  await expect(back(author, { planId, commentId: id }, 1)).rejects.toThrow('comment.already-decided');
});

test('a reply that is being written comes first: what it replies to stays', async () => {
  const { author, other, planId, say } = await talk();
  const said = await say();
  let later: Promise<unknown> = Promise.resolve();
  await inSchool(db, author.schoolId, async (trx) => {
    await holdPlan(trx, planId);
    await trx.selectFrom('plan_comment').select('id').where('id', '=', said.commentId).forUpdate().execute();
    later = back(author, said, 1).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const row = { school_id: author.schoolId, plan_id: planId, id: crypto.randomUUID(), revision: 1 };
    const reply = { ...row, author_id: other.user.id, author_name: 'B', words: 'Đúng', created_at: new Date() };
    await trx
      .insertInto('plan_comment')
      .values({ ...reply, kind: 'discussion', parent_id: said.commentId })
      .execute();
  });
  expect(await later).toMatchObject({ code: 'comment.already-answered' });
});

test('whoever was named in it is told of it no more', async () => {
  const { author, other, planId } = await talk();
  const words = `Nhờ @${other.user.displayName} xem.`;
  const mentions = [`person:${other.user.id}`];
  const { id } = await commentOnPlan(author, { planId, itemId: null, words, mentions });
  expect(await countUnseenMentions(other)).toBe(1);
  await back(author, { planId, commentId: id }, 1);
  expect(await countUnseenMentions(other)).toBe(0);
  expect((await listMentions(other, { before: null, limit: 5 })).mentions).toEqual([]);
  await back(author, { planId, commentId: id }, 2, false);
  expect(await countUnseenMentions(other)).toBe(1);
});

test('by a link, in the browser in which it was said and in no other that has the link', async () => {
  const { author, other, planId } = await talk('consultation');
  const { token } = await inviteToConsultation(author, { planId, name: 'Cha mẹ học sinh' });
  const { token: elsewhere } = await inviteToConsultation(author, { planId, name: 'Hội đồng trường' });
  const door = { db, clock: author.clock };
  const id = await answerInvitation(door, { token, itemId: null, words: SECRET });
  const by = (saidHere: string[], version = 1, withdrawn = true) =>
    withdrawByLink(door, { token, commentId: id, version, withdrawn, saidHere });
  const seen = async (saidHere: string[]) => (await openInvitation(door, token, saidHere)).comments[0];
  expect(await seen([])).toMatchObject({ words: SECRET, mayTakeBack: false });
  expect(await seen([id])).toMatchObject({ words: SECRET, mayTakeBack: true, mayPutBack: false });
  await expect(by([])).rejects.toThrow('comment.not-author');
  await expect(
    withdrawByLink(door, { token: elsewhere, commentId: id, version: 1, withdrawn: true, saidHere: [id] }),
  ).rejects.toThrow('comment.not-author');
  await expect(back(author, { planId, commentId: id }, 1)).rejects.toThrow('comment.not-author');
  await by([id]);
  expect(await seen([])).toMatchObject({ words: '', mayPutBack: false });
  expect(await seen([id])).toMatchObject({ words: '', mayTakeBack: false, mayPutBack: true });
  expect(await firstThread(other, planId)).toMatchObject({ withdrawn: true, mayAnswer: false });
  await by([id], 2, false);
  await answerComment(other, { planId, commentId: id, version: 3, decision: 'taken', answer: '' });
  await expect(by([id], 4)).rejects.toThrow('comment.already-answered');
});
