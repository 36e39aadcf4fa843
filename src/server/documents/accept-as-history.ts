import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { recordHistory } from '#server/plan/record-history.ts';
import type { FileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findUpload } from './upload-store.ts';

/**
 * Keeps a plan of an old year that was read from a file as what it is: a document issued before. The file must be there and whole,
 * since from now on it is the document.
 * @throws AppError `plan.not-found`, `plan.stale`, `plan.history-incomplete`, `upload.not-found`, `files.missing`, `files.damaged`
 */
export async function acceptAsHistory(
  context: Context,
  options: { planId: string; version: number; files: FileStore },
): Promise<void> {
  requirePermission(context, 'plan.issue');
  const { planId, version, files } = options;
  const { uploadId } = await getPlan(context, { planId });
  const upload =
    uploadId === null ? null : await inSchool(context.db, context.schoolId, (trx) => findUpload(trx, uploadId));
  if (!upload) throw new AppError('upload.not-found');
  const { sha256, size, fileName } = upload;
  await files.get(sha256);
  await recordHistory(context, { planId, version, original: { sha256, size, name: fileName } });
}
