import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { Context } from '#server/identity/context.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import type { IssueUntilKilled, Moment } from '#tests/support/issue-until-killed.ts';
import { until } from '#tests/support/product-process.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { issuePlan } from './issue-plan.ts';

/** The server is killed, as `kill -9` and a power cut would, while it issues a plan that was approved. */
const { db, owner, access } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-killed-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const PROGRAM = join(import.meta.dirname, '../../../tests/support/issue-until-killed.ts');
const FACTS = { number: '7/KH', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Nguyễn Thị Ví Dụ' };
const NOW = '2026-09-15T03:00:00.000Z';
/** How many processes die at moments that nobody chose, and how late the last of them may, in milliseconds after it has loaded everything. */
const RANDOM = 2;
const LATEST = 1_500;
const files = new LocalFileStore(folder);
let context: Context;

beforeAll(async () => {
  context = await actingAs(db, { role: 'principal' });
});

async function anApprovedPlan(): Promise<string> {
  const planId = await createPlan(context, { document: nineColumnPlan, layout: 'nine-column', state: 'submitted' });
  const contentSha256 = sha256(contentOf(documentOf(await getPlan(context, { planId }))));
  await movePlan(context, { planId, version: 1, move: 'approve', remark: null, dueOn: null, contentSha256 });
  return planId;
}

/** @returns whether the issue was acknowledged before the end */
async function issueUntilKilled(planId: string, death: Moment | number): Promise<boolean> {
  const { schoolId, role, user } = context;
  const moment = typeof death === 'string' ? death : null;
  const name = `killed ${planId}`;
  const app = { ...access.app, application_name: name };
  const told = {
    app,
    who: { schoolId, role, user },
    planId,
    version: 2,
    facts: FACTS,
    files: folder,
    now: NOW,
    moment,
  };
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(told satisfies IssueUntilKilled)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  );
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (typeof death === 'number' && said === 'begun\n') void sleep(death).then(() => child.kill('SIGKILL'));
  }
  const how = await ended;
  expect(how).toBe(typeof death === 'number' && said.includes('issued') ? how : 'SIGKILL');
  // The server finishes what had reached it: a COMMIT on its way counts.
  const atWork = sql<{ one: number }>`SELECT 1 AS one FROM pg_stat_activity WHERE application_name = ${name}`;
  await until(async () => (await atWork.execute(owner)).rows.length === 0, 10_000);
  return said.includes('issued');
}

const kept = (planId: string) =>
  inSchool(db, context.schoolId, async (trx) => ({
    issues: await trx.selectFrom('plan_issue').selectAll().where('plan_id', '=', planId).execute(),
    steps: (await trx.selectFrom('plan_step').select('move').where('plan_id', '=', planId).execute()).map(
      (s) => s.move,
    ),
    audited: (await trx.selectFrom('audit_entry').select('action').where('subject_id', '=', planId).execute()).length,
  }));

/** All of it: the plan, its step, its snapshot, both documents as they were hashed. */
async function expectIssued(planId: string): Promise<void> {
  const { issues, steps, audited } = await kept(planId);
  const plan = await getPlan(context, { planId });
  expect(plan).toMatchObject({ state: 'issued', version: 3, parts: { number: FACTS.number } });
  expect([steps, audited]).toEqual([['approve', 'issue'], 3]);
  expect(issues).toMatchObject([{ number: FACTS.number, content_sha256: sha256(contentOf(documentOf(plan))) }]);
  // Verified against their hash as they are read.
  const [docx, pdf] = await Promise.all([
    files.get(issues[0]?.docx_sha256 ?? ''),
    files.get(issues[0]?.pdf_sha256 ?? ''),
  ]);
  expect([docx.length, pdf.length]).toEqual([issues[0]!.docx_size, issues[0]!.pdf_size]);
  expect([docx.subarray(0, 2).toString(), pdf.subarray(0, 5).toString()]).toEqual(['PK', '%PDF-']);
}

/** Nothing of it, and the issue with the same number goes through now. */
async function expectUntouched(planId: string): Promise<void> {
  const { issues, steps, audited } = await kept(planId);
  expect(await getPlan(context, { planId })).toMatchObject({
    state: 'approved',
    version: 2,
    parts: { number: nineColumnPlan.number },
  });
  expect([issues, steps, audited]).toEqual([[], ['approve'], 2]);
  const { sets, legal: library } = getStandards();
  await issuePlan(context, { planId, version: 2, facts: FACTS, sets, library, files });
  await expectIssued(planId);
}

/** What the next start of the server does; afterwards every file is whole, named by its hash. */
async function expectWholeFiles(): Promise<void> {
  await files.removeUnfinished(0);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const wrong = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return sha256(await readFile(path)) === basename(path) ? [] : [path];
    });
  expect((await Promise.all(wrong)).flat()).toEqual([]);
}

const DEATHS: readonly (Moment | number)[] = [
  ...(['writing', 'word-kept', 'both-kept', 'before-commit', 'commit-sent'] as const),
  ...Array.from({ length: RANDOM }, () => Math.round(Math.random() * LATEST)),
];

test('killed at any moment between approval and snapshot: approved and to be issued again, or issued with everything', async () => {
  for (const death of DEATHS) {
    const planId = await anApprovedPlan();
    const acknowledged = await issueUntilKilled(planId, death);
    const { state } = await getPlan(context, { planId });
    if (acknowledged) expect(state).toBe('issued');
    if (typeof death === 'string' && death !== 'commit-sent') expect(`${death}: ${state}`).toBe(`${death}: approved`);
    await (state === 'issued' ? expectIssued(planId) : expectUntouched(planId));
    await expectWholeFiles();
  }
}, 180_000);
