import type { Kysely } from 'kysely';
import { planOfReading } from '#core/plan/plan-of-reading.ts';
import type { SourceBlocks } from '#core/documents/block.ts';
import type { Reading } from '#core/documents/reading.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { createPlanIn } from '#server/plan/create-plan.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { isNoRowWritten } from '#server/platform/zero-row-guard.ts';
import type { Progress } from './read/read-limits.ts';
import { findUpload, updateUpload } from './upload-store.ts';

/** Name of the queue; its jobs name a school, an upload and who brought it. */
export const READ_UPLOAD = 'read-upload';

/** How often progress is written down, milliseconds. */
const PROGRESS_EVERY = 400;

export interface ReadUploadTools {
  db: Kysely<Database>;
  clock: Clock;
  files: FileStore;
  /** Reads the file at a path within time and memory limits. */
  read(
    path: string,
    fileName: string,
    onProgress: (progress: Progress) => void,
  ): Promise<{ blocks: SourceBlocks; reading: Reading }>;
}

/**
 * The job behind an upload: reads the file; a plan found in it waits for review; what could not be read is told in words. Done
 * twice it does nothing more. The file itself is kept in every case.
 */
export async function readUpload(
  tools: ReadUploadTools,
  job: { schoolId: string; uploadId: string; userId: string },
): Promise<void> {
  const { db, clock, files } = tools;
  const { schoolId, uploadId } = job;
  const upload = await inSchool(db, schoolId, (trx) => findUpload(trx, uploadId));
  if (!upload || (upload.state !== 'received' && upload.state !== 'reading')) return;
  const report = progressWriter(tools, job);
  report({ step: 'open', done: 0, total: 0 });
  try {
    const result = await tools.read(await files.path(upload.sha256), upload.fileName, report);
    await report.settled();
    await inSchool(db, schoolId, async (trx) => {
      await updateUpload(trx, uploadId, { state: 'read', progress: null, error: null, result }, clock.now());
      if (result.reading.kind !== 'improvement-plan') return;
      const document = planOfReading(result.reading);
      const layout = layoutOf(result.reading);
      const context = { user: { id: job.userId, displayName: '' }, clock };
      await createPlanIn(trx, context, { document, layout, uploadId, state: 'review' });
    });
  } catch (error) {
    await report.settled();
    // Another job was faster, and has made the plan.
    if (isNoRowWritten(error)) return;
    const known = error instanceof AppError ? error : new AppError('document.reader-failed');
    const failure = { code: known.code, details: { ...known.details } };
    await inSchool(db, schoolId, (trx) =>
      updateUpload(trx, uploadId, { state: 'failed', progress: null, error: failure }, clock.now()),
    ).catch(ignoreReadAlready);
    // Told to the person either way; what nobody foresaw is for the log too.
    if (known !== error) throw error;
  }
}

/** Another job has said the last word meanwhile. */
function ignoreReadAlready(error: unknown): void {
  if (!isNoRowWritten(error)) throw error;
}

/** The layout whose columns are nearest to what the file has, so that it is printed again as the school knows it. */
export function layoutOf(reading: Pick<Reading, 'plan'>): string {
  const { itemFields, standardSet, items } = reading.plan;
  if (standardSet?.startsWith('57/2026')) return 'bieu-2';
  const has = new Set(itemFields);
  if (!has.has('owners') && !has.has('expectedResult'))
    return has.has('criterion') && items.every((item) => item.criterion) ? 'narrative' : 'task-table';
  if (has.has('need') && !has.has('expectedResult')) return 'five-column';
  return has.has('level') && items.some((item) => item.levels.length === 1) ? 'by-level' : 'nine-column';
}

/** Writes progress now and then, one write at a time, and can be waited for. */
function progressWriter({ db, clock }: ReadUploadTools, job: { schoolId: string; uploadId: string }) {
  let last = 0;
  let writing: Promise<unknown> = Promise.resolve();
  const report = (progress: Progress): void => {
    const now = Date.now();
    if (now - last < PROGRESS_EVERY) return;
    last = now;
    writing = writing
      .then(() =>
        inSchool(db, job.schoolId, (trx) =>
          updateUpload(trx, job.uploadId, { state: 'reading', progress }, clock.now()),
        ),
      )
      .catch(() => undefined);
  };
  return Object.assign(report, { settled: () => writing });
}
