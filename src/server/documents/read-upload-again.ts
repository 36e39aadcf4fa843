import { isWorthReadingAgain } from '#core/documents/worth-reading-again.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { isId } from '#server/platform/ids.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { READ_UPLOAD } from './read-upload.ts';
import { findUpload, lockUpload, waitAgain } from './upload-store.ts';

/**
 * Lets a kept file be read once more when that was stopped by what passes. One that waits already, or has been read, is left as it is.
 * @throws AppError `upload.not-found`, `upload.not-worth-reading-again`
 */
export async function readUploadAgain(
  context: Context,
  options: { uploadId: string; jobs: Pick<Jobs, 'send'> },
): Promise<void> {
  requirePermission(context, 'upload.create');
  const { uploadId, jobs } = options;
  const { schoolId, user } = context;
  const waits = await inSchool(context.db, schoolId, async (trx) => {
    // The id comes out of a form, not out of an address, where the router has looked at it.
    if (!isId(uploadId)) throw new AppError('upload.not-found');
    await lockUpload(trx, uploadId);
    const upload = await findUpload(trx, uploadId);
    if (!upload) throw new AppError('upload.not-found');
    if (upload.state !== 'failed') return false;
    if (!isWorthReadingAgain(upload.error?.code ?? '')) throw new AppError('upload.not-worth-reading-again');
    const at = context.clock.now();
    await waitAgain(trx, uploadId, at);
    await recordAudit(trx, {
      actorId: user.id,
      at,
      action: 'upload.read-again',
      subjectType: 'upload',
      subjectId: uploadId,
      details: { after: upload.error?.code ?? '' },
    });
    return true;
  });
  // Should the job be lost, `readForgottenUploads` finds the file waiting.
  if (waits) await jobs.send(READ_UPLOAD, { schoolId, uploadId, userId: user.id });
}
