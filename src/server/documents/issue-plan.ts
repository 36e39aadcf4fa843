import { AppError } from '#core/kernel/app-error.ts';
import { type IssueFacts, issuedPlan } from '#core/plan/life/issued-parts.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { MOVE_RULES } from '#core/plan/life/plan-life.ts';
import { checkPlan } from '#core/plan/check.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { recordIssue } from '#server/plan/life/record-issue.ts';
import type { FileStore } from '#server/platform/files.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { layoutOr } from './write/layout-or.ts';
import { writePlan } from './write/write-plan.ts';

export interface IssueOptions {
  planId: string;
  /** Of the plan, as the person saw it. */
  version: number;
  facts: IssueFacts;
  sets: readonly StandardSet[];
  library: LegalLibrary;
  files: FileStore;
}

/**
 * Issues an approved plan: what was approved gets its number, day and signature, is printed once as Word and PDF/A, and all of it is
 * kept for ever. The documents are made first and found by their hash; the issue itself is one transaction, so that a plan is
 * issued with everything or not at all.
 * @throws AppError `plan.not-found`, `plan.stale`, `plan.content-changed`
 */
export async function issuePlan(context: Context, options: IssueOptions): Promise<void> {
  requirePermission(context, MOVE_RULES.issue.permission);
  const { planId, version, facts, sets, library, files } = options;
  const plan = await getPlan(context, { planId });
  if (plan.version !== version || plan.state !== 'approved') throw new AppError('plan.stale');
  const approved = documentOf(plan);
  const document = issuedPlan(approved, facts);
  const { name } = await findSchool(context);
  const set = setOfPlan(document, sets);
  const findings = checkPlan({ plan: document, source: null, set, library, school: { name } });
  const layout = layoutOr(null, plan.layout);
  const now = context.clock.now();
  const docx = await files.put(await writePlan(document, { layout, format: 'docx', set, now }));
  const pdf = await files.put(await writePlan(document, { layout, format: 'pdf', pdfA: true, set, now }));
  await recordIssue(context, {
    planId,
    version,
    approvedSha256: sha256(contentOf(approved)),
    document,
    facts,
    standardSet: document.standardSet,
    findings: JSON.stringify(findings),
    layout,
    docx,
    pdf,
    at: now,
  });
}
