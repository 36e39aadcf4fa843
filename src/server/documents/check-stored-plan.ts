import { AppError } from '#core/kernel/app-error.ts';
import { checkPlan } from '#core/plan/check.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import type { Finding } from '#core/plan/finding.ts';
import { planOfReading } from '#core/plan/plan-of-reading.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { documentOf, mayReadPlan, type Plan } from '#server/plan/get-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findUpload } from './upload-store.ts';

/**
 * Most characters that are checked while somebody waits, and everybody else with them: half a second of work. The largest plan seen, of
 * 90 rows, has 0.2 million.
 */
const MOST_CHARACTERS = 3_000_000;

/**
 * What a careful secretary would want to mend in a plan as it stands. While a plan waits for review the file itself is looked at
 * too, unless it is a book; an accepted one has left its file behind. @throws AppError `plan.not-found`, `plan.too-long-to-check`
 */
export async function checkStoredPlan(
  context: Context,
  options: { plan: Plan; sets: readonly StandardSet[]; library: LegalLibrary },
): Promise<Finding[]> {
  requirePermission(context, 'plan.view');
  const { plan } = options;
  if (!mayReadPlan(context, plan)) throw new AppError('plan.not-found');
  const document = documentOf(plan);
  const room = MOST_CHARACTERS - charactersOf(document);
  if (room < 0) throw new AppError('plan.too-long-to-check');
  const uploadId = plan.state === 'review' ? plan.uploadId : null;
  const reading =
    uploadId === null
      ? null
      : (await inSchool(context.db, context.schoolId, (trx) => findUpload(trx, uploadId)))?.reading;
  const { name } = await findSchool(context);
  return checkPlan({
    plan: document,
    source: reading && charactersOf(reading.source) <= room ? reading.source : null,
    set: setOfPlan(
      reading ? planOfReading({ plan: document, legacyScheme: reading.legacyScheme }) : document,
      options.sets,
    ),
    library: options.library,
    school: { name },
  });
}

function charactersOf(value: unknown): number {
  return JSON.stringify(value).length;
}
