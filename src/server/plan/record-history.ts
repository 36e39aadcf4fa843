import { AppError } from '#core/kernel/app-error.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { documentOf, loadPlan } from './get-plan.ts';
import { insertIssue, lockPlan } from './life/life-store.ts';
import { updatePlan } from './plan-store.ts';

export interface HistoryRecord {
  planId: string;
  /** Of the plan, as the person saw it. */
  version: number;
  /** The file that it was read from. */
  original: { sha256: string; size: number; name: string };
}

/**
 * A plan that waits for review was issued long ago: it becomes history, as its file has it, with that file as its document. Nobody
 * approves anything here; number, day and signer are those that the document itself names.
 * @throws AppError `plan.not-found`, `plan.stale`, `plan.history-incomplete`
 */
export async function recordHistory(context: Context, record: HistoryRecord): Promise<void> {
  requirePermission(context, 'plan.issue');
  const { planId, original } = record;
  const at = context.clock.now();
  await inSchool(context.db, context.schoolId, async (trx) => {
    await lockPlan(trx, planId);
    const plan = await loadPlan(trx, planId);
    if (plan.state !== 'review' || plan.version !== record.version) throw new AppError('plan.stale');
    const { parts } = plan;
    if (parts.date === null || parts.schoolYear === null) throw new AppError('plan.history-incomplete');
    const content = contentOf(documentOf(plan));
    await insertIssue(trx, {
      plan_id: planId,
      revision: plan.revision,
      content,
      content_sha256: sha256(content),
      standard_set: parts.standardSet,
      // What a careful secretary would mend is for documents that can still be mended.
      findings: '[]',
      layout: plan.layout,
      number: parts.number ?? '',
      issued_on: parts.date,
      signer_role: parts.signature?.role ?? '',
      signer_name: parts.signature?.name ?? '',
      reason: null,
      original_sha256: original.sha256,
      original_size: original.size,
      original_name: original.name,
      issued_by: context.user.id,
      issued_at: at,
    });
    await updatePlan(trx, { ...plan, state: 'history' }, at);
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'plan.brought-in',
      subjectType: 'plan',
      subjectId: planId,
      details: { number: parts.number, issuedOn: parts.date, contentSha256: sha256(content), file: original.sha256 },
    });
  });
}
