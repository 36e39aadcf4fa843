import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { isAllowed } from '#core/identity/permissions.ts';
import { ROLES } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { Context } from '#server/identity/context.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { inviteToConsultation } from '#server/plan/life/invite-to-consultation.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { actingAs } from '../support/acting-as.ts';
import { aColleague, aSchool, aStaffGroup, anUpload } from '../support/factories.ts';
import { aPlanIssue } from '../support/life-factories.ts';
import { useDatabase } from '../support/use-database.ts';
import type { Target } from './use-case.ts';
import { USE_CASES } from './use-case-table.ts';

/** Generated from the sources: a new use case without a line in the table fails here. */
const { db, owner } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-use-cases-'));
const files = new LocalFileStore(folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const SECRET = 'Điều bí mật của trường thứ nhất';

function exportedUseCases(): string[] {
  const root = join(import.meta.dirname, '../../src/server');
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.includes('.test.'),
  );
  return sources
    .flatMap((path) => [
      ...readFileSync(join(root, path), 'utf8').matchAll(
        /^export (?:async )?function (\w+)(?:<[^(]*>)?\(\s*\w+: Context\b/gm,
      ),
    ])
    .map((match) => match[1]!)
    .sort();
}

/** A school with a plan that waits for review, made of an upload whose file is kept. */
async function target(): Promise<Target> {
  const schoolId = await aSchool(db, { name: SECRET });
  const context = await actingAs(db, { role: 'principal', schoolId });
  const { sha256: file, size } = await files.put(new TextEncoder().encode(SECRET));
  const { uploadId } = await anUpload(db, {
    school_id: schoolId,
    file_name: `${SECRET}.docx`,
    sha256: file,
    size,
    created_by: context.user.id,
  });
  const [first, ...others] = nineColumnPlan.items;
  const document = { ...nineColumnPlan, title: [SECRET], items: [{ ...first!, note: SECRET }, ...others] };
  const planId = await createPlan(context, { document, layout: 'nine-column', uploadId, state: 'review' });
  const { items } = await getPlan(context, { planId });
  const memberId = await aColleague(db, { schoolId, displayName: SECRET });
  const { groupId } = await aStaffGroup(db, { school_id: schoolId, name: SECRET, members: [memberId] });
  const base = { context, planId, uploadId, files, item: items[0]!, other: items[1]!.item.id, memberId, groupId };
  return { ...base, ...(await plansOnTheirWay(context, { ...document, items: document.items.slice(0, 1) }, file)) };
}

/** Plans of the school that others comment on, that wait to be issued, that were issued. */
async function plansOnTheirWay(context: Context, document: PlanDocument, file: string) {
  const [openId, approvedId, issuedId] = await Promise.all(
    (['consultation', 'approved', 'issued'] as const).map((state) =>
      createPlan(context, { document, layout: 'nine-column', state }),
    ),
  );
  const open = { planId: openId! };
  const { id: commentId } = await commentOnPlan(context, { ...open, itemId: null, words: SECRET });
  const { invitationId } = await inviteToConsultation(context, { ...open, name: SECRET });
  const discussed = { planId: issuedId!, itemId: null, words: SECRET };
  const { id: discussedId } = await commentOnPlan(context, discussed);
  const approved = sha256(contentOf(documentOf(await getPlan(context, { planId: approvedId! }))));
  await inSchool(db, context.schoolId, (trx) =>
    trx.updateTable('plan').set({ approved_sha256: approved }).where('id', '=', approvedId!).execute(),
  );
  const ofPlan = { school_id: context.schoolId, plan_id: issuedId! };
  await aPlanIssue(db, { ...ofPlan, signer_name: SECRET, docx_sha256: file, pdf_sha256: file });
  return {
    open: { ...open, commentId, invitationId },
    discussed: { planId: issuedId!, commentId: discussedId },
    issued: issuedId!,
    approved: { planId: approvedId!, sha256: approved },
  };
}

/** Everything that the school has, as one text. */
async function stateOf(schoolId: string): Promise<string> {
  const tables = [
    'school',
    'membership',
    'sign_in_card',
    'staff_group',
    'staff_group_member',
    'upload',
    'plan',
    'plan_item',
    'plan_step',
    'plan_comment',
    'plan_mention',
    'plan_mention_reader',
    'plan_invitation',
    'plan_issue',
    'audit_entry',
  ];
  const rows = await Promise.all(
    tables.map((name) =>
      sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} t WHERE school_id = ${schoolId} ORDER BY 1`
        .execute(owner)
        .then((result) => result.rows.map(({ row }) => row)),
    ),
  );
  return JSON.stringify(rows);
}

test('every exported function that takes a context has its line', () => {
  expect(Object.keys(USE_CASES).sort()).toEqual(exportedUseCases());
});

test.each(Object.keys(USE_CASES))(
  '%s does nothing and tells nothing to another school, whatever the role',
  async (name) => {
    const first = await target();
    const before = await stateOf(first.context.schoolId);
    for (const role of ROLES) {
      const stranger = await actingAs(db, { role });
      const outcome = await USE_CASES[name]!.call(stranger, first).catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error;
        expect(error.code, role).toMatch(/\.(not-found|not-allowed|not-issued|unknown-criterion)$/);
        return error.details;
      });
      expect(JSON.stringify(outcome ?? null), role).not.toContain(SECRET);
    }
    expect(await stateOf(first.context.schoolId)).toBe(before);
  },
);

test.each(Object.keys(USE_CASES))('%s is allowed exactly to the roles that the permissions name', async (name) => {
  const { permission, call } = USE_CASES[name]!;
  for (const role of ROLES) {
    const first = await target();
    const before = await stateOf(first.context.schoolId);
    const colleague = { ...first.context, role };
    const refusal = await call(colleague, first).then(
      () => null,
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
    const allowed = permission === null || isAllowed(role, permission);
    expect(refusal, `${name} as ${role}`).toBe(allowed ? null : 'identity.not-allowed');
    if (!allowed) expect(await stateOf(first.context.schoolId)).toBe(before);
  }
});
