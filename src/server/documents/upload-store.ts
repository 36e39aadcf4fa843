import type { SourceBlocks } from '#core/documents/block.ts';
import type { Reading } from '#core/documents/reading.ts';
import type { Progress } from './read/read-limits.ts';
import type { UploadOutcome, UploadState } from '#server/platform/schema.ts';
import { jsonColumn } from '#server/platform/json-column.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** The SQL of uploaded files. The bytes are in the file store, under `sha256`. */

export interface UploadSummary {
  id: string;
  fileName: string;
  /** Bytes. */
  size: number;
  state: UploadState;
  progress: UploadProgress | null;
  error: { code: string; details: Record<string, string | number> } | null;
  /** Null until the file has been read. */
  outcome: UploadOutcome | null;
  createdAt: Date;
}

/** Long work in its own units: page 12 of 69. */
export type UploadProgress = Progress;

export interface Upload extends UploadSummary {
  sha256: string;
  reading: Reading | null;
  blocks: SourceBlocks | null;
}

const SUMMARY = [
  'id',
  'file_name',
  'size',
  'state',
  'progress',
  'error_code',
  'error_details',
  'outcome',
  'created_at',
] as const;

export async function insertUpload(
  trx: SchoolTransaction,
  upload: { id: string; fileName: string; size: number; sha256: string; by: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('upload')
    .values({
      school_id: trx.schoolId,
      id: upload.id,
      file_name: upload.fileName,
      size: upload.size,
      sha256: upload.sha256,
      created_by: upload.by,
      created_at: upload.at,
      updated_at: upload.at,
    })
    .execute();
}

/** Newest first, by key: `before` is the last one of the page before. */
export async function findUploads(
  trx: SchoolTransaction,
  options: { limit: number; before: { createdAt: Date; id: string } | null },
): Promise<UploadSummary[]> {
  const { before, limit } = options;
  const rows = await trx
    .selectFrom('upload')
    .select(SUMMARY)
    .where('school_id', '=', trx.schoolId)
    .$if(before !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'id'), '<', tuple(before!.createdAt, before!.id)),
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(summaryOf);
}

export async function findUpload(trx: SchoolTransaction, uploadId: string): Promise<Upload | null> {
  const row = await trx
    .selectFrom('upload')
    .select([...SUMMARY, 'sha256', 'reading', 'blocks'])
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', uploadId)
    .executeTakeFirst();
  return row ? { ...summaryOf(row), sha256: row.sha256, reading: row.reading, blocks: row.blocks } : null;
}

/** Others who want to do the same with an upload wait until the transaction ends. */
export async function lockUpload(trx: SchoolTransaction, uploadId: string): Promise<void> {
  await trx
    .selectFrom('upload')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', uploadId)
    .forUpdate()
    .execute();
}

/**
 * What reading has come to. The last word on a file is said once: two jobs may read it at the same time, when the first was taken for dead.
 * @throws AppError `database.no-row-written` when there is no such upload, or when it has been read to the end
 */
export async function updateUpload(
  trx: SchoolTransaction,
  uploadId: string,
  change: {
    state: UploadState;
    progress?: UploadProgress | null;
    error?: UploadSummary['error'];
    result?: { blocks: SourceBlocks; reading: Reading };
  },
  at: Date,
): Promise<void> {
  const { state, progress, error, result } = change;
  await trx
    .updateTable('upload')
    .set({
      state,
      updated_at: at,
      ...(progress === undefined ? {} : { progress: progress && jsonColumn({ ...progress }) }),
      ...(error === undefined
        ? {}
        : { error_code: error?.code ?? null, error_details: error && jsonColumn(error.details) }),
      ...(result === undefined
        ? {}
        : {
            format: result.blocks.format,
            blocks: jsonColumn(result.blocks),
            reading: jsonColumn(result.reading),
            outcome: jsonColumn(outcomeOf(result.reading)),
          }),
    })
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', uploadId)
    .where('state', 'in', ['received', 'reading'])
    .execute();
}

/** A file whose reading failed waits for its turn again. */
export async function waitAgain(trx: SchoolTransaction, uploadId: string, at: Date): Promise<void> {
  await trx
    .updateTable('upload')
    .set({ state: 'received', progress: null, error_code: null, error_details: null, updated_at: at })
    .where('school_id', '=', trx.schoolId)
    .where('id', '=', uploadId)
    .where('state', '=', 'failed')
    .execute();
}

function outcomeOf(reading: Reading): UploadOutcome {
  const { kind, kindReason, legacyScheme, plan, uses } = reading;
  const unread = uses.filter((use) => use.as === 'unread').length;
  return { kind, kindReason, legacyScheme, items: plan.items.length, unread };
}

interface SummaryRow {
  id: string;
  file_name: string;
  size: number;
  state: UploadState;
  progress: Record<string, unknown> | null;
  error_code: string | null;
  error_details: Record<string, string | number> | null;
  outcome: UploadOutcome | null;
  created_at: Date;
}

function summaryOf(row: SummaryRow): UploadSummary {
  return {
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    state: row.state,
    progress: row.progress as unknown as UploadProgress | null,
    error: row.error_code === null ? null : { code: row.error_code, details: row.error_details ?? {} },
    outcome: row.outcome,
    createdAt: row.created_at,
  };
}
