import type { SchoolTransaction } from '../platform/school-transaction.ts';

/** One thing that was done to a subject. */
export interface HistoryEntry {
  id: string;
  at: Date;
  actorId: string | null;
  action: string;
  details: Record<string, unknown>;
}

/** What was done to one thing of the transaction's school, newest first. */
export async function listHistory(
  trx: SchoolTransaction,
  subject: { type: string; id: string },
  limit: number,
): Promise<HistoryEntry[]> {
  const rows = await trx
    .selectFrom('audit_entry')
    .select(['id', 'at', 'actor_id', 'action', 'details'])
    .where('school_id', '=', trx.schoolId)
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subject.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ actor_id, ...row }) => ({ ...row, actorId: actor_id }));
}
