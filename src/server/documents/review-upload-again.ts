import { planOfReading } from '#core/plan/plan-of-reading.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { createPlanIn } from '#server/plan/create-plan.ts';
import { findPlanOfUpload } from '#server/plan/find-plan-of-upload.ts';
import { isId } from '#server/platform/ids.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { layoutOf } from './read-upload.ts';
import { findUpload, lockUpload } from './upload-store.ts';

/**
 * Lays what was read from a file out for review once more, after it was thrown away. A file that has a plan keeps that one.
 * @returns the id of the plan
 * @throws AppError `upload.not-found`, `upload.not-a-plan`
 */
export async function reviewUploadAgain(context: Context, options: { uploadId: string }): Promise<string> {
  requirePermission(context, 'plan.create');
  const { uploadId } = options;
  return inSchool(context.db, context.schoolId, async (trx) => {
    // The id comes out of a form, not out of an address, where the router has looked at it.
    if (!isId(uploadId)) throw new AppError('upload.not-found');
    await lockUpload(trx, uploadId);
    const upload = await findUpload(trx, uploadId);
    if (!upload) throw new AppError('upload.not-found');
    const existing = await findPlanOfUpload(trx, uploadId);
    if (existing !== null) return existing;
    if (upload.reading?.kind !== 'improvement-plan') throw new AppError('upload.not-a-plan');
    const { reading } = upload;
    return createPlanIn(trx, context, {
      document: planOfReading(reading),
      layout: layoutOf(reading),
      uploadId,
      state: 'review',
    });
  });
}
