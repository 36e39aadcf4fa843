import { typedLine } from '#core/kernel/text.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import type { FileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { type Log, silentLog } from '#server/platform/log.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { READ_UPLOAD } from './read-upload.ts';
import { DEFAULT_LIMITS } from './read/read-limits.ts';
import { insertUpload } from './upload-store.ts';
import { AppError } from '#core/kernel/app-error.ts';

const NAME_LENGTH = 200;

/**
 * Keeps a file, which may still be flowing in, and lets it be read. The file is safe when this returns; reading goes on by itself.
 * @returns the id of the upload
 * @throws AppError `document.too-large`, `document.empty`, `files.disk-full`; what the flow throws. Nothing is kept then
 */
export async function receiveUpload(
  context: Context,
  options: {
    fileName: string;
    bytes: Uint8Array | AsyncIterable<Uint8Array>;
    files: FileStore;
    jobs: Pick<Jobs, 'send'>;
    log?: Log;
  },
): Promise<string> {
  requirePermission(context, 'upload.create');
  const { bytes, files, jobs, log = silentLog } = options;
  const { sha256, size } = await files.put(withinLimit(bytes instanceof Uint8Array ? [bytes] : bytes));
  const id = newId();
  const at = context.clock.now();
  const fileName = typedLine(options.fileName).slice(0, NAME_LENGTH).toWellFormed() || 'tep';
  await inSchool(context.db, context.schoolId, async (trx) => {
    await insertUpload(trx, { id, fileName, size, sha256, by: context.user.id, at });
    await recordAudit(trx, {
      actorId: context.user.id,
      at,
      action: 'upload.received',
      subjectType: 'upload',
      subjectId: id,
      details: { fileName, size, sha256 },
    });
  });
  // The file is kept. If the database goes away just now it is read a little later (readForgottenUploads), not sent again by its owner.
  await jobs
    .send(READ_UPLOAD, { schoolId: context.schoolId, uploadId: id, userId: context.user.id })
    .catch((error: unknown) => log.error('upload.job-not-sent', error, { uploadId: id }));
  return id;
}

/** @throws AppError `document.too-large` as soon as it is, `document.empty` at the end */
async function* withinLimit(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    requireUploadSize(size);
    yield chunk;
  }
  if (size === 0) throw new AppError('document.empty');
}

/** @throws AppError `document.too-large` */
export function requireUploadSize(bytes: number): void {
  const { fileBytes } = DEFAULT_LIMITS;
  if (bytes > fileBytes) throw new AppError('document.too-large', { megabytes: fileBytes / 1024 / 1024 });
}
