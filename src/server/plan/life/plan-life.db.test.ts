import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { comparePlans } from '#core/plan/life/compare-plans.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import type { PlanMove } from '#core/plan/life/plan-life.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { getIssuedFile } from '#server/documents/get-issued-file.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import type { Context } from '#server/identity/context.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../../../../tests/support/acting-as.ts';
import { useDatabase } from '../../../../tests/support/use-database.ts';
import { addPlanItem } from '../add-plan-item.ts';
import { createPlan } from '../create-plan.ts';
import { editPlanItem } from '../edit-plan-item.ts';
import { editPlanParts } from '../edit-plan-parts.ts';
import { documentOf, getPlan } from '../get-plan.ts';
import { answerInvitation, openInvitation } from './answer-invitation.ts';
import { answerComment } from './answer-comment.ts';
import { commentOnPlan } from './comment-on-plan.ts';
import { getIssue, getPlanLife } from './get-plan-life.ts';
import { inviteToConsultation, withdrawInvitation } from './invite-to-consultation.ts';
import { movePlan, type PlainMove } from './move-plan.ts';

const { db } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-life-'));
const files = new LocalFileStore(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const { sets, legal: library } = getStandards();
const FACTS = { number: '12/KH-MNVD', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Nguyễn Thị Ví Dụ' };

async function withDraft() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column' });
  return { context, planId };
}

async function move(context: Context, planId: string, step: PlainMove, remark: string | null = null) {
  const plan = await getPlan(context, { planId });
  const contentSha256 = sha256(contentOf(documentOf(plan)));
  await movePlan(context, { planId, version: plan.version, move: step, remark, dueOn: null, contentSha256 });
}

async function issue(context: Context, planId: string, facts = FACTS) {
  const { version } = await getPlan(context, { planId });
  await issuePlan(context, { planId, version, facts, sets, library, files });
}

async function issued() {
  const { context, planId } = await withDraft();
  await move(context, planId, 'submit');
  await move(context, planId, 'approve');
  await issue(context, planId);
  return { context, planId };
}

async function change(context: Context, planId: string, text: string) {
  const { item, version } = (await getPlan(context, { planId })).items[0]!;
  return editPlanItem(context, { planId, itemId: item.id, version, field: 'note', text });
}

test('from a draft to an issued plan: every step is told, the documents are kept', async () => {
  const { context, planId } = await issued();
  const plan = await getPlan(context, { planId });
  expect(plan).toMatchObject({
    state: 'issued',
    revision: 1,
    consulted: false,
    parts: { number: '12/KH-MNVD', date: '2026-09-15' },
  });
  const life = await getPlanLife(context, plan);
  expect(life.steps.map(({ move: step }) => step)).toEqual(['submit', 'approve', 'issue'] satisfies PlanMove[]);
  expect(life.issues).toMatchObject([{ revision: 1, number: '12/KH-MNVD', signer_name: 'Nguyễn Thị Ví Dụ' }]);
  const { document, facts } = await getIssue(context, { planId, revision: 1 });
  expect(contentOf(document)).toBe(contentOf(documentOf(plan)));
  expect(facts.content_sha256).toBe(sha256(contentOf(document)));
  const pdf = await getIssuedFile(context, { planId, revision: 1, format: 'pdf', files });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await getIssuedFile(context, { planId, revision: 1, format: 'pdf', files })).toEqual(pdf);
});

test('what was handed in, approved or issued cannot be edited, in any way', async () => {
  const { context, planId } = await withDraft();
  const attempts = async () => {
    const { version } = await getPlan(context, { planId });
    const about = { standard: null, criterion: null, criterionText: null, levels: [] };
    await expect(change(context, planId, 'lén sửa')).rejects.toThrow('plan.not-editable');
    await expect(addPlanItem(context, { planId, afterItemId: null, ...about })).rejects.toThrow('plan.not-editable');
    await expect(
      editPlanParts(context, { planId, version, change: (parts) => ({ ...parts, number: '99/KH' }) }),
    ).rejects.toThrow('plan.not-editable');
  };
  await move(context, planId, 'submit');
  await attempts();
  await move(context, planId, 'approve');
  await attempts();
  await issue(context, planId);
  await attempts();
  await move(context, planId, 'close');
  await attempts();
});

test('what was issued cannot be changed or removed by the product itself', async () => {
  const { context, planId } = await issued();
  const inOwn = (work: Parameters<typeof inSchool>[2]) => inSchool(db, context.schoolId, work);
  const where = (table: 'plan_issue' | 'plan_step') => [table, planId] as const;
  for (const [table] of [where('plan_issue'), where('plan_step')]) {
    await expect(inOwn((trx) => trx.updateTable(table).set({ revision: 9 }).execute())).rejects.toThrow(
      /permission denied/,
    );
    await expect(inOwn((trx) => trx.deleteFrom(table).execute())).rejects.toThrow(/permission denied/);
  }
});

test('two approvals at once: one counts, the other is told so', async () => {
  const { context, planId } = await withDraft();
  await move(context, planId, 'submit');
  const plan = await getPlan(context, { planId });
  const contentSha256 = sha256(contentOf(documentOf(plan)));
  const approve = () =>
    movePlan(context, { planId, version: plan.version, move: 'approve', remark: null, dueOn: null, contentSha256 });
  const results = await Promise.allSettled([approve(), approve()]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [failed] = results.filter((result) => result.status === 'rejected');
  expect(failed?.reason).toMatchObject({ code: 'plan.stale' });
});

test('two issues at once: one document with the number, the other is told so', async () => {
  const { context, planId } = await withDraft();
  await move(context, planId, 'submit');
  await move(context, planId, 'approve');
  const results = await Promise.allSettled([
    issue(context, planId),
    issue(context, planId, { ...FACTS, number: '13/KH' }),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await getPlanLife(context, await getPlan(context, { planId }))).issues).toHaveLength(1);
});

test('only what was read can be approved: a change that slips in between is found', async () => {
  const { context, planId } = await withDraft();
  const seen = sha256(contentOf(documentOf(await getPlan(context, { planId }))));
  await change(context, planId, 'sửa sau khi hiệu trưởng mở trang');
  await move(context, planId, 'submit');
  const { version } = await getPlan(context, { planId });
  const approve = movePlan(context, {
    planId,
    version,
    move: 'approve',
    remark: null,
    dueOn: null,
    contentSha256: seen,
  });
  await expect(approve).rejects.toThrow('plan.content-changed');
});

test('sent back with words, mended, handed in again', async () => {
  const { context, planId } = await withDraft();
  await move(context, planId, 'submit');
  await expect(move(context, planId, 'return', '  ')).rejects.toThrow('plan.remark-missing');
  await move(context, planId, 'return', 'Bổ sung kinh phí ở tiêu chí 1.1');
  expect(await change(context, planId, 'đã bổ sung')).toMatchObject({ saved: true });
  await move(context, planId, 'submit');
  const { steps } = await getPlanLife(context, await getPlan(context, { planId }));
  expect(steps[1]).toMatchObject({ move: 'return', remark: 'Bổ sung kinh phí ở tiêu chí 1.1' });
});

test('an empty plan is not handed in', async () => {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: { ...nineColumnPlan, items: [] }, layout: 'nine-column' });
  await expect(move(context, planId, 'submit')).rejects.toThrow('plan.empty');
});

test('a revision: reason, readable comparison, second issue beside the first', async () => {
  const { context, planId } = await issued();
  await expect(move(context, planId, 'revise')).rejects.toThrow('plan.remark-missing');
  await move(context, planId, 'revise', 'Điều chỉnh theo ý kiến của Sở');
  await change(context, planId, 'điều chỉnh lần 1');
  const before = await getIssue(context, { planId, revision: 1 });
  const now = documentOf(await getPlan(context, { planId }));
  expect(comparePlans(before.document, now).rows).toMatchObject([{ kind: 'changed', cells: [{ field: 'note' }] }]);
  await expect(move(context, planId, 'drop-revision')).rejects.toThrow('plan.revision-edited');
  await move(context, planId, 'submit');
  await move(context, planId, 'approve');
  await issue(context, planId, { ...FACTS, number: '30/KH-MNVD', date: '2027-01-20' });
  const { issues } = await getPlanLife(context, await getPlan(context, { planId }));
  expect(issues.map(({ revision, number, reason }) => [revision, number, reason])).toEqual([
    [2, '30/KH-MNVD', 'Điều chỉnh theo ý kiến của Sở'],
    [1, '12/KH-MNVD', null],
  ]);
  const first = await getIssue(context, { planId, revision: 1 });
  expect(first.facts.content).toBe(before.facts.content);
});

test('a revision in which nothing was changed can be dropped', async () => {
  const { context, planId } = await issued();
  await move(context, planId, 'revise', 'bấm nhầm');
  await move(context, planId, 'drop-revision');
  expect(await getPlan(context, { planId })).toMatchObject({ state: 'issued', revision: 1 });
});

test('a revision that others were asked about, or printed otherwise, is not dropped', async () => {
  const { context, planId } = await issued();
  await move(context, planId, 'revise', 'theo góp ý');
  const { version } = await getPlan(context, { planId });
  await editPlanParts(context, { planId, version, layout: 'five-column', change: (parts) => parts });
  await expect(move(context, planId, 'drop-revision')).rejects.toThrow('plan.revision-edited');
  await editPlanParts(context, { planId, version: version + 1, layout: 'nine-column', change: (parts) => parts });
  await commentOnPlan(context, { planId, itemId: null, words: 'Nên sửa cả mục II' });
  await expect(move(context, planId, 'drop-revision')).rejects.toThrow('plan.revision-edited');
});

test('consultation: people of the school and invited people comment, each is answered before the plan is handed in', async () => {
  const { context, planId } = await withDraft();
  await move(context, planId, 'open-consultation');
  const { token } = await inviteToConsultation(context, { planId, name: 'Ban đại diện cha mẹ học sinh' });
  const door = { db, clock: context.clock };
  const opened = await openInvitation(door, token);
  expect(opened.plan?.items).toHaveLength(nineColumnPlan.items.length);
  const itemId = opened.plan!.items[0]!.item.id;
  await answerInvitation(door, { token, itemId, words: 'Đề nghị thêm mái che sân trường' });
  const { id: own } = await commentOnPlan(context, { planId, itemId: null, words: 'Nên gộp hai hàng cuối' });
  await expect(move(context, planId, 'submit')).rejects.toMatchObject({
    code: 'plan.comments-open',
    details: { count: 2 },
  });
  const [guest] = (await openInvitation(door, token)).comments;
  const answer = { planId, version: 1, answer: 'Đã thêm vào hàng 1' };
  await answerComment(context, { ...answer, commentId: guest!.id, decision: 'taken' });
  await answerComment(context, { ...answer, commentId: own, decision: 'noted', answer: '' });
  await expect(answerComment(context, { ...answer, commentId: own, decision: 'taken' })).rejects.toThrow(
    'comment.stale',
  );
  await move(context, planId, 'submit');
  const later = await openInvitation(door, token);
  expect(later.plan).toBeNull();
  expect(later.comments).toMatchObject([{ words: 'Đề nghị thêm mái che sân trường', answer: 'Đã thêm vào hàng 1' }]);
  await expect(answerInvitation(door, { token, itemId: null, words: 'muộn' })).rejects.toThrow(
    'plan.not-in-consultation',
  );
});

test('a link opens nothing when withdrawn, expired, guessed, or pointed at another school', async () => {
  const { context, planId } = await withDraft();
  await move(context, planId, 'open-consultation');
  const { token, invitationId } = await inviteToConsultation(context, { planId, name: 'Hội đồng trường' });
  const door = { db, clock: context.clock };
  const other = await actingAs(db, { role: 'principal' });
  const bytes = Buffer.from(token, 'base64url');
  const foreign = Buffer.concat([Buffer.from(other.schoolId.replaceAll('-', ''), 'hex'), bytes.subarray(16)]);
  const guessed = Buffer.concat([bytes.subarray(0, 47), Buffer.from([bytes[47]! ^ 1])]);
  for (const wrong of [foreign.toString('base64url'), guessed.toString('base64url'), 'x', '', '../..', 'A'.repeat(64)])
    await expect(openInvitation(door, wrong)).rejects.toThrow('invitation.not-found');
  const late = { db, clock: { now: () => new Date(context.clock.now().getTime() + 40 * 24 * 3600 * 1000) } };
  await expect(openInvitation(late, token)).rejects.toThrow('invitation.expired');
  await withdrawInvitation(context, { planId, invitationId });
  await expect(openInvitation(door, token)).rejects.toThrow('invitation.not-found');
});
