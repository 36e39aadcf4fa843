import type { SchoolTransaction } from '../platform/school-transaction.ts';
import { contentHash, linkHash } from './audit-entry.ts';

export type ChainVerdict =
  | { intact: true; entries: number }
  /** `sequence` is the first link that does not hold. */
  | { intact: false; sequence: number; reason: 'missing' | 'content' | 'link' | 'end' };

const PAGE = 1_000;

/** Recomputes the whole chain of the transaction's school from what the entries say, in pages. */
export async function verifyAuditChain(trx: SchoolTransaction): Promise<ChainVerdict> {
  let [sequence, hash] = [0, ''];
  while (true) {
    const page = await entriesAfter(trx, sequence);
    for (const row of page) {
      const expected = sequence + 1;
      if (row.sequence !== expected) return { intact: false, sequence: expected, reason: 'missing' };
      const content = contentHash(trx.schoolId, entryOf(row));
      if (content !== row.content_hash) return { intact: false, sequence: expected, reason: 'content' };
      if (linkHash(hash, expected, content) !== row.hash) return { intact: false, sequence: expected, reason: 'link' };
      [sequence, hash] = [expected, row.hash];
    }
    if (page.length < PAGE) return verdictAtEnd(trx, sequence, hash);
  }
}

type Row = Awaited<ReturnType<typeof entriesAfter>>[number];

function entriesAfter(trx: SchoolTransaction, sequence: number) {
  return trx
    .selectFrom('audit_entry')
    .selectAll()
    .where('school_id', '=', trx.schoolId)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(PAGE)
    .execute();
}

function entryOf(row: Row) {
  return {
    at: row.at,
    actorId: row.actor_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    details: row.details,
  };
}

/** Entries cut off at the end are missed by the head. */
async function verdictAtEnd(trx: SchoolTransaction, sequence: number, hash: string): Promise<ChainVerdict> {
  const head = await trx
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('school_id', '=', trx.schoolId)
    .executeTakeFirst();
  const holds = head === undefined ? sequence === 0 : head.sequence === sequence && head.hash === hash;
  return holds ? { intact: true, entries: sequence } : { intact: false, sequence: sequence + 1, reason: 'end' };
}
