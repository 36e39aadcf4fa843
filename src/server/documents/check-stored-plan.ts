import { checkPlan } from '#core/plan/check.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import type { Finding } from '#core/plan/finding.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findUpload } from './upload-store.ts';

/**
 * What a careful secretary would want to mend in a plan as it stands. While a plan waits for review the file itself is looked at
 * too; an accepted one has left its file behind. @throws AppError `plan.not-found`
 */
export async function checkStoredPlan(
  context: Context,
  options: { planId: string; sets: readonly StandardSet[]; library: LegalLibrary },
): Promise<Finding[]> {
  requirePermission(context, 'plan.view');
  const plan = await getPlan(context, { planId: options.planId });
  const document = documentOf(plan);
  const uploadId = plan.state === 'review' ? plan.uploadId : null;
  const reading =
    uploadId === null
      ? null
      : (await inSchool(context.db, context.schoolId, (trx) => findUpload(trx, uploadId)))?.reading;
  const { name } = await findSchool(context);
  return checkPlan({
    plan: document,
    source: reading?.source ?? null,
    set: reading?.legacyScheme ? null : setOfPlan(document, options.sets),
    library: options.library,
    school: { name },
  });
}
