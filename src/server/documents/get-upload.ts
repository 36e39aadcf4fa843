import type { Readable } from 'node:stream';
import { AppError } from '#core/kernel/app-error.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import type { FileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { findUpload, findUploads, type Upload, type UploadSummary } from './upload-store.ts';

const PAGE = 50;

/** Newest first. `before` is the last upload of the page before. */
export async function listUploads(
  context: Context,
  options: { before?: { createdAt: Date; id: string } } = {},
): Promise<UploadSummary[]> {
  requirePermission(context, 'upload.view');
  return inSchool(context.db, context.schoolId, (trx) =>
    findUploads(trx, { limit: PAGE, before: options.before ?? null }),
  );
}

/** An upload with what was read from it. @throws AppError `upload.not-found` */
export async function getUpload(context: Context, options: { uploadId: string }): Promise<Upload> {
  requirePermission(context, 'upload.view');
  const upload = await inSchool(context.db, context.schoolId, (trx) => findUpload(trx, options.uploadId));
  if (!upload) throw new AppError('upload.not-found');
  return upload;
}

/** The file as it was brought, to flow out. @throws AppError `upload.not-found`, `files.missing` */
export async function getUploadFile(
  context: Context,
  options: { uploadId: string; files: FileStore },
): Promise<{ fileName: string; size: number; stream: Readable }> {
  const { fileName, size, sha256 } = await getUpload(context, options);
  return { fileName, size, stream: await options.files.stream(sha256) };
}
