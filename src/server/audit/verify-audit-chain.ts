import type { SchoolTransaction } from '../platform/school-transaction.ts';
import { contentHash, linkHash } from './audit-entry.ts';
import { sealAudit } from './seal-audit.ts';

export type ChainVerdict =
  | { intact: true; entries: number }
  /** `sequence` is the first link that does not hold. */
  | { intact: false; sequence: number; reason: BrokenReason };

/**
 * Why a link does not hold: it or its entry is not there; the entry says something else now; the link does not follow from the one
 * before; the chain ends elsewhere than its head says; it is not the link that somebody saw there earlier.
 */
export type BrokenReason = 'missing' | 'content' | 'link' | 'end' | 'witness';

/** A link as it was seen earlier, by a backup: whoever rewrites the whole chain cannot rewrite that. */
export interface ChainWitness {
  sequence: number;
  hash: string;
}

const PAGE = 1_000;

/**
 * Links what still waits, then recomputes the whole chain of the transaction's school from what the entries say, in pages, and
 * compares it with what `witnesses` saw.
 */
export async function verifyAuditChain(
  trx: SchoolTransaction,
  witnesses: readonly ChainWitness[] = [],
): Promise<ChainVerdict> {
  await sealAudit(trx);
  let [sequence, hash] = [0, ''];
  while (true) {
    const page = await linksAfter(trx, sequence);
    for (const row of page) {
      const expected = sequence + 1;
      if (row.sequence !== expected || row.at === null) return broken(expected, 'missing');
      const content = contentHash(trx.schoolId, entryOf(row));
      if (content !== row.content_hash) return broken(expected, 'content');
      if (linkHash(hash, expected, content) !== row.hash) return broken(expected, 'link');
      if (witnesses.some((seen) => seen.sequence === expected && seen.hash !== row.hash))
        return broken(expected, 'witness');
      [sequence, hash] = [expected, row.hash];
    }
    if (page.length < PAGE) break;
  }
  if (witnesses.some((seen) => seen.sequence > sequence)) return broken(sequence + 1, 'witness');
  return verdictAtEnd(trx, sequence, hash);
}

function broken(sequence: number, reason: BrokenReason): ChainVerdict {
  return { intact: false, sequence, reason };
}
type Row = Awaited<ReturnType<typeof linksAfter>>[number];

function linksAfter(trx: SchoolTransaction, sequence: number) {
  return trx
    .selectFrom('audit_link as link')
    .leftJoin('audit_entry as entry', (join) =>
      join.onRef('entry.school_id', '=', 'link.school_id').onRef('entry.id', '=', 'link.entry_id'),
    )
    .select(['link.sequence', 'link.hash', 'entry.at', 'entry.actor_id', 'entry.action', 'entry.subject_type'])
    .select(['entry.subject_id', 'entry.details', 'entry.content_hash'])
    .where('link.school_id', '=', trx.schoolId)
    .where('link.sequence', '>', sequence)
    .orderBy('link.sequence')
    .limit(PAGE)
    .execute();
}

function entryOf(row: Row) {
  return {
    at: row.at!,
    actorId: row.actor_id,
    action: row.action ?? '',
    subjectType: row.subject_type ?? '',
    subjectId: row.subject_id ?? '',
    details: row.details ?? {},
  };
}

/** Links cut off at the end are missed by the head. */
async function verdictAtEnd(trx: SchoolTransaction, sequence: number, hash: string): Promise<ChainVerdict> {
  const head = await trx
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('school_id', '=', trx.schoolId)
    .executeTakeFirst();
  if (head !== undefined && (head.sequence !== sequence || head.hash !== hash)) return broken(sequence + 1, 'end');
  if (head === undefined && sequence !== 0) return broken(sequence + 1, 'end');
  return { intact: true, entries: sequence };
}
