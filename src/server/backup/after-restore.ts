import type { Kysely } from 'kysely';
import { type ChainVerdict, verifyAuditChain } from '#server/audit/verify-audit-chain.ts';
import { READ_UPLOAD } from '#server/documents/read-upload.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/** Uploads that waited to be read when the backup was made wait again: their jobs are not part of a backup. */
export async function readAgain(db: Kysely<Database>, schoolId: string, jobs: Pick<Jobs, 'send'>): Promise<number> {
  const waiting = await inSchool(db, schoolId, (trx) =>
    trx
      .selectFrom('upload')
      .select(['id', 'created_by'])
      .where('school_id', '=', schoolId)
      .where('state', 'in', ['received', 'reading'])
      .execute(),
  );
  for (const { id, created_by } of waiting) {
    await jobs.send(READ_UPLOAD, { schoolId, uploadId: id, userId: created_by });
  }
  return waiting.length;
}

/** The audit chain of each school, recomputed from its entries. */
export async function verifyChains(
  db: Kysely<Database>,
  schools: readonly string[],
): Promise<{ schoolId: string; verdict: ChainVerdict }[]> {
  const verdicts = [];
  for (const schoolId of schools) {
    verdicts.push({ schoolId, verdict: await inSchool(db, schoolId, verifyAuditChain) });
  }
  return verdicts;
}
