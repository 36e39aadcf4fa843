import { AppError } from '#core/kernel/app-error.ts';
import type { IssueFacts } from '#core/plan/life/issued-parts.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { MOVE_RULES } from '#core/plan/life/plan-life.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { findSteps, insertIssue } from './life-store.ts';
import { takeStep } from './take-step.ts';

/** What is kept of an issue. */
export interface IssueRecord {
  planId: string;
  version: number;
  /** Of the content that the documents were printed from, before number, day and signature came in. */
  approvedSha256: string;
  document: PlanDocument;
  facts: IssueFacts;
  standardSet: string | null;
  /** JSON */
  findings: string;
  layout: string;
  docx: { sha256: string; size: number };
  pdf: { sha256: string; size: number };
  at: Date;
}

/**
 * Keeps an issue and moves the plan on, both or neither.
 * @throws AppError `plan.not-found`, `plan.stale`; `plan.content-changed` when the content is not what was approved
 */
export async function recordIssue(context: Context, record: IssueRecord): Promise<void> {
  requirePermission(context, MOVE_RULES.issue.permission);
  const { planId, version, facts, docx, pdf, at } = record;
  const { items: _items, ...parts } = record.document;
  const content = contentOf(record.document);
  const step = { planId, version, move: 'issue' as const, remark: null, dueOn: null };
  await inSchool(context.db, context.schoolId, (trx) =>
    takeStep(trx, context, step, at, async ({ revision, approvedSha256 }) => {
      if (approvedSha256 !== record.approvedSha256) throw new AppError('plan.content-changed');
      const revised = (await findSteps(trx, planId)).findLast(({ move }) => move === 'revise');
      await insertIssue(trx, {
        plan_id: planId,
        revision,
        content,
        content_sha256: sha256(content),
        standard_set: record.standardSet,
        findings: record.findings,
        layout: record.layout,
        number: facts.number,
        issued_on: facts.date,
        signer_role: facts.signerRole,
        signer_name: facts.signerName,
        reason: revision > 1 ? (revised?.remark ?? null) : null,
        docx_sha256: docx.sha256,
        docx_size: docx.size,
        pdf_sha256: pdf.sha256,
        pdf_size: pdf.size,
        issued_by: context.user.id,
        issued_at: at,
      });
      return { parts, details: { number: facts.number, issuedOn: facts.date, contentSha256: sha256(content) } };
    }),
  );
}
