import type { Insertable, Kysely } from 'kysely';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { newId } from '#server/platform/ids.ts';
import { sha256 } from '#server/platform/sha256.ts';
import type { Database } from '#server/platform/schema.ts';
import type {
  PlanCommentTable,
  PlanInvitationTable,
  PlanIssueTable,
  PlanItemLinkTable,
  PlanStepTable,
} from '#server/platform/schema-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/** Rows for tests of the life of a plan that is there already. Any column can be given. */
type Db = Kysely<Database>;
type OfPlan<Table> = Partial<Insertable<Table>> & { school_id: string; plan_id: string };

const NOW = new Date('2026-09-15T03:00:00Z');

export async function aPlanStep(db: Db, given: OfPlan<PlanStepTable>): Promise<void> {
  const step = { id: newId(), revision: 1, move: 'submit' as const, from_state: 'draft' as const, at: NOW };
  const to = { to_state: 'submitted' as const, remark: null, due_on: null, by_user: newId() };
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_step')
      .values({ ...step, ...to, ...given })
      .execute(),
  );
}

/** @returns its id */
export async function aPlanInvitation(db: Db, given: OfPlan<PlanInvitationTable>): Promise<string> {
  const id = newId();
  const row = { id, revision: 1, name: 'Ban đại diện cha mẹ học sinh', secret_sha256: sha256(id), created_by: newId() };
  const times = { expires_on: '2026-12-31', withdrawn_at: null, opened_at: null, created_at: NOW };
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_invitation')
      .values({ ...row, ...times, ...given })
      .execute(),
  );
  return id;
}

/** @returns its id */
export async function aPlanComment(db: Db, given: OfPlan<PlanCommentTable>): Promise<string> {
  const row = { id: newId(), revision: 1, author_name: 'Người Dùng', words: 'Nên làm xong trong học kỳ I.' };
  const about = { item_id: null, author_id: newId(), invitation_id: null, created_at: NOW };
  const answer = { answer: null, decision: null, answered_by: null, answered_at: null };
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_comment')
      .values({ ...row, ...about, ...answer, ...given })
      .execute(),
  );
  return row.id;
}

/** A comment that names somebody of the school, who was told. @returns its id */
export async function aMention(
  db: Db,
  given: { school_id: string; plan_id: string; user_id: string },
): Promise<string> {
  const { user_id, ...ofPlan } = given;
  const of = { ...ofPlan, comment_id: await aPlanComment(db, { ...ofPlan, words: 'Nhờ @Người Dùng xem giúp.' }) };
  const mention = { ordinal: 1, user_id, group_id: null, owner_key: null, label: 'Người Dùng', starts: 4 };
  await inSchool(db, given.school_id, async (trx) => {
    await trx
      .insertInto('plan_mention')
      .values({ ...of, ...mention })
      .execute();
    await trx
      .insertInto('plan_mention_reader')
      .values({ ...of, user_id, created_at: NOW, seen_at: null })
      .execute();
  });
  return of.comment_id;
}

/** What was issued of a plan; its documents are not in any file store unless their hashes are given. */
export async function aPlanIssue(db: Db, given: OfPlan<PlanIssueTable>): Promise<void> {
  const content = contentOf(nineColumnPlan);
  const kept = { revision: 1, content, content_sha256: sha256(content), standard_set: null, findings: '[]' };
  const printed = { layout: 'nine-column', docx_sha256: sha256('docx'), docx_size: 1, pdf_sha256: sha256('pdf') };
  const facts = { number: '1/KH', issued_on: '2026-09-15', signer_role: 'HIỆU TRƯỞNG', signer_name: 'Người Ký' };
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_issue')
      .values({
        ...kept,
        ...printed,
        ...facts,
        pdf_size: 1,
        original_sha256: null,
        original_size: null,
        original_name: null,
        reason: null,
        issued_by: newId(),
        issued_at: NOW,
        ...given,
      })
      .execute(),
  );
}

/** Somebody who has the plan open now. */
export async function aPlanVisitor(db: Db, given: { school_id: string; plan_id: string }): Promise<void> {
  const row = { id: newId(), user_id: newId(), item_id: null, seen_at: new Date() };
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_visitor')
      .values({ ...row, ...given })
      .execute(),
  );
}

/** That one row carries out another. */
export async function aPlanItemLink(
  db: Db,
  given: Omit<Insertable<PlanItemLinkTable>, 'created_by' | 'created_at'>,
): Promise<void> {
  await inSchool(db, given.school_id, (trx) =>
    trx
      .insertInto('plan_item_link')
      .values({ created_by: newId(), created_at: NOW, ...given })
      .execute(),
  );
}
