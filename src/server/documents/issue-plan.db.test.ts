import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aPlanIssue } from '../../../tests/support/life-factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { issuePlan } from './issue-plan.ts';

const { db } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-issue-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const { sets, legal: library } = getStandards();
const FACTS = { number: '7/KH', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Nguyễn Thị Ví Dụ' };

async function withApproved() {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state: 'submitted' });
  const contentSha256 = sha256(contentOf(documentOf(await getPlan(context, { planId }))));
  await movePlan(context, { planId, version: 1, move: 'approve', remark: null, dueOn: null, contentSha256 });
  return { context, planId, issue: { planId, version: 2, facts: FACTS, sets, library } };
}

test('a snapshot that the database refuses takes the step back with it', async () => {
  const { context, planId, issue } = await withApproved();
  const files = new LocalFileStore(folder);
  const taken = { school_id: context.schoolId, plan_id: planId, revision: 1 };

  await aPlanIssue(db, taken);
  await expect(issuePlan(context, { ...issue, files })).rejects.toThrow();
  const steps = await inSchool(db, context.schoolId, (trx) =>
    trx.selectFrom('plan_step').select('move').where('plan_id', '=', planId).execute(),
  );
  expect(steps.map(({ move }) => move)).toEqual(['approve']);
  expect(await getPlan(context, { planId })).toMatchObject({ state: 'approved', version: 2 });
});

test('a page from before approves nothing, and a second approval is told so', async () => {
  const context = await actingAs(db, { role: 'principal' });
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state: 'submitted' });
  const contentSha256 = sha256(contentOf(documentOf(await getPlan(context, { planId }))));
  const approve = { planId, version: 1, move: 'approve' as const, remark: null, dueOn: null, contentSha256 };
  await movePlan(context, { ...approve, move: 'return', remark: 'Sửa lại' });
  await expect(movePlan(context, approve)).rejects.toThrow('plan.stale');
  await movePlan(context, { ...approve, version: 2, move: 'submit' });
  await expect(movePlan(context, approve)).rejects.toThrow('plan.stale');
  await movePlan(context, { ...approve, version: 3 });
  expect((await getPlan(context, { planId })).state).toBe('approved');
});
