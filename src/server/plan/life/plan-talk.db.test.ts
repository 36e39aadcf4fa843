import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { Context } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { actingAs } from '../../../../tests/support/acting-as.ts';
import { aColleague, aStaffGroup } from '../../../../tests/support/factories.ts';
import { useDatabase } from '../../../../tests/support/use-database.ts';
import { createPlan } from '../create-plan.ts';
import { getPlan } from '../get-plan.ts';
import { answerComment, settleComment } from './answer-comment.ts';
import { MOST_VISITS, openInvitation } from './answer-invitation.ts';
import { commentOnPlan } from './comment-on-plan.ts';
import { countRowComments, getComments, getRowComments } from './get-comments.ts';
import { getPlanLife } from './get-plan-life.ts';
import { inviteToConsultation, withdrawInvitation } from './invite-to-consultation.ts';
import { MOST_BY_PERSON } from './limit-comments.ts';
import { countUnseenMentions, listMentions } from './list-mentions.ts';
import { listMentionTargets } from './mention-targets.ts';
import { movePlan, type PlainMove } from './move-plan.ts';

const { db } = await useDatabase();

async function withDraft(state: 'draft' | 'consultation' = 'draft') {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state });
  const { items } = await getPlan(context, { planId });
  return { context, planId, itemId: items[0]!.item.id };
}

async function move(context: Context, planId: string, step: PlainMove) {
  const { version } = await getPlan(context, { planId });
  await movePlan(context, { planId, version, move: step, remark: null, dueOn: null });
}

/** As if something had happened so often already in the span that runs. */
async function hadBefore(key: string, count: number): Promise<void> {
  const done = await db.updateTable('rateLimit').set({ count }).where('key', '=', key).executeTakeFirstOrThrow();
  expect(done.numUpdatedRows).toBe(1n);
}

const asMember = (context: Context, userId: string, role: Context['role'] = 'staff'): Context => ({
  ...context,
  role,
  user: { id: userId, displayName: 'Đồng Nghiệp' },
});

test('a row is talked over in a draft: reply, settle, open again; the plan can be handed in meanwhile', async () => {
  const { context, planId, itemId } = await withDraft();
  const colleague = asMember(context, await aColleague(db, { schoolId: context.schoolId, displayName: 'Trần An' }));
  const { id, kind } = await commentOnPlan(colleague, { planId, itemId, words: 'Làm trong học kỳ I được không?' });
  expect(kind).toBe('discussion');
  await commentOnPlan(context, { planId, itemId: null, words: 'Được.', parentId: id });
  expect(await countRowComments(context, { planId })).toEqual({ [itemId]: 1 });
  const { threads, total } = await getRowComments(context, { planId, itemId });
  expect(total).toBe(1);
  expect(threads).toMatchObject([
    { byName: 'Trần An', decision: null, replies: [{ words: 'Được.', item_id: itemId }] },
  ]);
  expect((await getPlanLife(context, await getPlan(context, { planId }))).open).toEqual({
    consultation: 0,
    discussion: 1,
  });
  await expect(
    answerComment(context, { planId, commentId: id, version: 1, decision: 'noted', answer: '' }),
  ).rejects.toThrow('comment.not-found');
  await settleComment(colleague, { planId, commentId: id, version: 1, settled: true });
  expect(await countRowComments(context, { planId })).toEqual({});
  await expect(settleComment(context, { planId, commentId: id, version: 1, settled: false })).rejects.toThrow(
    'comment.stale',
  );
  await settleComment(context, { planId, commentId: id, version: 2, settled: false });
  await move(context, planId, 'submit');
});

test('only who began it or writes the plan settles a discussion', async () => {
  const { context, planId } = await withDraft();
  const { id } = await commentOnPlan(context, { planId, itemId: null, words: 'Ý kiến' });
  const other = asMember(context, await aColleague(db, { schoolId: context.schoolId }));
  const settle = { planId, commentId: id, version: 1, settled: true };
  await expect(settleComment(other, settle)).rejects.toThrow('comment.not-yours');
});

test('people and groups are named by reference: whoever is renamed keeps it, everybody of a group is told once', async () => {
  const { context, planId } = await withDraft();
  const { schoolId } = context;
  const hoa = await aColleague(db, { schoolId, displayName: 'Nguyễn Thị Hoa' });
  const binh = await aColleague(db, { schoolId, displayName: 'Lê Bình' });
  await aStaffGroup(db, {
    school_id: schoolId,
    year_start: nineColumnPlan.schoolYear!.start,
    name: 'Tổ lá',
    members: [hoa, binh, context.user.id],
  });
  const refs = await listMentionTargets(context, { planId });
  expect(refs.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Ban giám hiệu', 'Nguyễn Thị Hoa', 'Lê Bình']),
  );
  const words = 'Nhờ @Nguyễn Thị Hoa xem giúp.';
  const chosen = refs.flatMap(({ ref, label }) => (label === 'Tổ lá' ? ref : []));
  const { id } = await commentOnPlan(context, { planId, itemId: null, words, mentions: chosen });
  await inSchool(db, schoolId, (trx) =>
    trx
      .updateTable('membership')
      .set({ display_name: 'Nguyễn Thị Hoa Mai' })
      .where('user_id', '=', hoa)
      .where('school_id', '=', schoolId)
      .execute(),
  );
  expect(await countUnseenMentions(context)).toBe(0);
  const reader = asMember(context, hoa);
  expect(await countUnseenMentions(reader)).toBe(1);
  expect((await listMentions(reader, { before: null, limit: 5 })).mentions).toMatchObject([
    { commentId: id, words, seenAt: null },
  ]);
  expect(await countUnseenMentions(asMember(context, binh))).toBe(1);
  const { threads } = await getComments(reader, { planId, commentId: id });
  expect(threads[0]?.pieces).toContainEqual({ text: '@Nguyễn Thị Hoa Mai', mention: true });
  expect(await countUnseenMentions(reader)).toBe(0);
  expect((await listMentions(reader, { before: null, limit: 5 })).mentions[0]?.seenAt).toBeInstanceOf(Date);
});

test('nobody of another school, nobody who has left, and no made-up reference is named', async () => {
  const { context, planId } = await withDraft();
  const stranger = await actingAs(db);
  const gone = await aColleague(db, { schoolId: context.schoolId, displayName: 'Đã Nghỉ' });
  await inSchool(db, context.schoolId, (trx) =>
    trx
      .updateTable('membership')
      .set({ active: false })
      .where('user_id', '=', gone)
      .where('school_id', '=', context.schoolId)
      .execute(),
  );
  const mentions = [`person:${stranger.user.id}`, `person:${gone}`, 'group:x', 'person:', "owner:'; DROP TABLE plan"];
  await commentOnPlan(context, { planId, itemId: null, words: '@Đã Nghỉ', mentions });
  const { threads } = await getComments(context, { planId });
  expect(threads[0]).toMatchObject({ pieces: [{ text: '@Đã Nghỉ', mention: false }], beside: [] });
  expect(await countUnseenMentions(stranger)).toBe(0);
});

test('groups of the newest year can be named where none were kept for the year of the plan, and no others', async () => {
  const { context, planId } = await withDraft();
  const { schoolId } = context;
  const members = [await aColleague(db, { schoolId })];
  const keep = async (name: string, year: number) => {
    await inSchool(db, schoolId, (trx) =>
      trx.insertInto('school_year').values({ school_id: schoolId, start: year }).execute(),
    );
    await aStaffGroup(db, { school_id: schoolId, year_start: year, name, members });
  };
  const named = async () => (await listMentionTargets(context, { planId })).map(({ label }) => label);
  const { start } = nineColumnPlan.schoolYear!;
  await keep('Tổ năm sau', start + 1);
  expect(await named()).toContain('Tổ năm sau');
  await keep('Tổ năm nay', start);
  expect(await named()).toContain('Tổ năm nay');
  expect(await named()).not.toContain('Tổ năm sau');
});

test('comments come page by page, newest first, each once, with a count; a link leads to the page of one', async () => {
  const { context, planId } = await withDraft();
  const ids: string[] = [];
  for (let index = 0; index < 45; index += 1)
    ids.unshift((await commentOnPlan(context, { planId, itemId: null, words: `Ý kiến ${index}` })).id);
  const seen: string[] = [];
  let before = null as Awaited<ReturnType<typeof getComments>>['next'];
  do {
    const page = await getComments(context, { planId, before });
    expect(page).toMatchObject({ total: 45, waiting: 45 });
    expect(page.threads.length).toBeLessThanOrEqual(20);
    seen.push(...page.threads.map(({ id }) => id));
    before = page.next;
  } while (before !== null);
  expect(seen).toEqual(ids);
  const at = await getComments(context, { planId, commentId: ids[30]! });
  expect(at.threads[0]?.id).toBe(ids[30]);
  expect((await getComments(context, { planId, commentId: 'no id' })).threads[0]?.id).toBe(ids[0]);
});

test('a person says so much in an hour; then there is a sentence, and after the hour they go on', async () => {
  let now = new Date('2026-11-22T03:00:00Z').getTime();
  const clock = { now: () => new Date(now) };
  const context = await actingAs(db, { role: 'principal', clock });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column' });
  const say = () => commentOnPlan(context, { planId, itemId: null, words: 'Ý kiến' });
  await say();
  await hadBefore(`comment:${context.schoolId}:${context.user.id}`, MOST_BY_PERSON);
  await expect(say()).rejects.toMatchObject({
    code: 'comment.too-many-an-hour',
    details: { limit: MOST_BY_PERSON, minutes: 60 },
  });
  now += 61 * 60_000;
  await say();
});

test('a link remembers when it was first opened, and is not opened without end', async () => {
  let now = Date.now();
  const clock = { now: () => new Date((now += 10)) };
  const { context, planId } = await withDraft('consultation');
  const { token, invitationId } = await inviteToConsultation(context, { planId, name: 'Cha mẹ học sinh' });
  const openedAt = () =>
    inSchool(db, context.schoolId, (trx) =>
      trx.selectFrom('plan_invitation').select('opened_at').where('id', '=', invitationId).executeTakeFirstOrThrow(),
    );
  await openInvitation({ db, clock }, token);
  const first = await openedAt();
  await openInvitation({ db, clock }, token);
  await hadBefore(`visit:${invitationId}`, MOST_VISITS);
  expect(await openedAt()).toEqual(first);
  await expect(openInvitation({ db, clock }, token)).rejects.toMatchObject({ code: 'invitation.too-many-visits' });
  now += 11 * 60_000;
  await openInvitation({ db, clock }, token);
});

test('ids that nobody gave out are answered with a sentence, and nothing happens', async () => {
  const { context, planId } = await withDraft('consultation');
  const wrong = "x' OR 1=1";
  await expect(commentOnPlan(context, { planId, itemId: wrong, words: 'Ý' })).rejects.toThrow('plan-item.not-found');
  await expect(commentOnPlan(context, { planId, itemId: null, words: 'Ý', parentId: wrong })).rejects.toThrow(
    'comment.not-found',
  );
  const answer = { planId, commentId: wrong, version: Number.NaN, decision: 'noted', answer: '' };
  await expect(answerComment(context, answer)).rejects.toThrow('comment.not-found');
  const { id } = await commentOnPlan(context, { planId, itemId: null, words: 'Ý' });
  await expect(answerComment(context, { ...answer, commentId: id })).rejects.toThrow('comment.stale');
  await expect(withdrawInvitation(context, { planId, invitationId: wrong })).rejects.toThrow('invitation.not-found');
  expect((await getComments(context, { planId })).total).toBe(1);
});

test('words with marks of other scripts are kept as typed; five million of them are told, not cut', async () => {
  const { context, planId } = await withDraft();
  const words = 'Trái\u202Eنص\u202C\u200B và \u2066عربي\u2069 😀';
  const { id } = await commentOnPlan(context, { planId, itemId: null, words });
  const { threads } = await getComments(context, { planId });
  expect(threads.find((thread) => thread.id === id)?.words).toBe(words);
  await expect(commentOnPlan(context, { planId, itemId: null, words: 'ă'.repeat(5_000_000) })).rejects.toMatchObject({
    code: 'comment.too-long',
  });
  for (const unseen of ['\u2066\u2069', '\u200E\u061C', '\u3164\u2061'])
    await expect(commentOnPlan(context, { planId, itemId: null, words: unseen })).rejects.toThrow('comment.empty');
});
