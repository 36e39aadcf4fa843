import type { SchoolTransaction } from '../platform/school-transaction.ts';

/** An entry with its place in the chain; `sequence` and `hash` are null for the last moments before it is linked. */
export interface AuditRecord {
  sequence: number | null;
  at: Date;
  actorId: string | null;
  /** Name under which that person is a member of the school. */
  actor: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  details: Record<string, unknown>;
  contentHash: string;
  hash: string | null;
}

const PAGE = 1_000;

/** The whole audit log of the transaction's school, oldest first, in pages. */
export async function* listAudit(trx: SchoolTransaction): AsyncGenerator<AuditRecord[]> {
  let last: { at: Date; id: string } | null = null;
  while (true) {
    const rows = await pageAfter(trx, last);
    if (rows.length > 0) yield rows.map(toRecord);
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = { at: end.at, id: end.id };
  }
}

type Row = Awaited<ReturnType<typeof pageAfter>>[number];

function pageAfter(trx: SchoolTransaction, last: { at: Date; id: string } | null) {
  return trx
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_link as link', (join) =>
      join.onRef('link.school_id', '=', 'entry.school_id').onRef('link.entry_id', '=', 'entry.id'),
    )
    .leftJoin('membership as member', (join) =>
      join.onRef('member.school_id', '=', 'entry.school_id').onRef('member.user_id', '=', 'entry.actor_id'),
    )
    .select(['entry.id', 'entry.at', 'entry.actor_id', 'entry.action', 'entry.subject_type', 'entry.subject_id'])
    .select(['entry.details', 'entry.content_hash', 'link.sequence', 'link.hash', 'member.display_name'])
    .where('entry.school_id', '=', trx.schoolId)
    .$if(last !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) => eb(refTuple('entry.at', 'entry.id'), '>', tuple(last!.at, last!.id))),
    )
    .orderBy('entry.at')
    .orderBy('entry.id')
    .limit(PAGE)
    .execute();
}

function toRecord(row: Row): AuditRecord {
  return {
    sequence: row.sequence,
    at: row.at,
    actorId: row.actor_id,
    actor: row.display_name,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    details: row.details,
    contentHash: row.content_hash,
    hash: row.hash,
  };
}

/** The entry that a link leads to: who has to be asked when the link does not hold. */
export async function findLinked(
  trx: SchoolTransaction,
  sequence: number,
): Promise<{ id: string; at: Date; action: string } | null> {
  const row = await trx
    .selectFrom('audit_link as link')
    .innerJoin('audit_entry as entry', (join) =>
      join.onRef('entry.school_id', '=', 'link.school_id').onRef('entry.id', '=', 'link.entry_id'),
    )
    .select(['entry.id', 'entry.at', 'entry.action'])
    .where('link.school_id', '=', trx.schoolId)
    .where('link.sequence', '=', sequence)
    .executeTakeFirst();
  return row ?? null;
}
