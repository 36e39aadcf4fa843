import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/** Id of the plan that was made of an uploaded file; null when there is none. For use cases that checked a permission. */
export async function findPlanOfUpload(trx: SchoolTransaction, uploadId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('plan')
    .select('id')
    .where('school_id', '=', trx.schoolId)
    .where('upload_id', '=', uploadId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
