import { type Kysely, sql } from 'kysely';
import type { Database } from '../platform/schema.ts';
import { inSchool, type SchoolTransaction } from '../platform/school-transaction.ts';
import { linkHash } from './audit-entry.ts';

/** How long entries gather before they are linked together, milliseconds. */
const GATHER = 250;
/** Entries linked in one statement. */
const BATCH = 500;

/** Entries of a school that have committed in this process and wait for their link. */
const gathering = new Map<string, string[]>();
/** Schools whose entries of earlier processes have been looked after. */
const swept = new Set<string>();

/**
 * Links a committed entry a moment from now, together with all others that gather until then. A failure or a stop in between loses
 * nothing: the first sealing of a school in a process, and every verification, links whatever has no link.
 */
export function sealSoon(db: Kysely<Database>, schoolId: string, entryId: string): void {
  const gathered = gathering.get(schoolId);
  if (gathered) {
    gathered.push(entryId);
    return;
  }
  gathering.set(schoolId, [entryId]);
  setTimeout(() => void sealGathered(db, schoolId), GATHER).unref();
}

async function sealGathered(db: Kysely<Database>, schoolId: string): Promise<void> {
  const ids = gathering.get(schoolId) ?? [];
  gathering.delete(schoolId);
  const only = swept.has(schoolId) ? ids : null;
  swept.add(schoolId);
  await inSchool(db, schoolId, (trx) => sealAudit(trx, only)).catch(() => swept.delete(schoolId));
}

/**
 * Links entries that have no link, oldest first: those named, or all. One transaction at a time seals a school: it holds the head
 * until it commits.
 */
export async function sealAudit(trx: SchoolTransaction, only: readonly string[] | null = null): Promise<void> {
  let head = await lockHead(trx);
  const begin = head.sequence;
  while (true) {
    const entries = await findUnlinked(trx, only);
    const hashes = entries.map(({ content_hash }) => {
      const sequence = head.sequence + 1;
      head = { sequence, hash: linkHash(head.hash, sequence, content_hash) };
      return head.hash;
    });
    if (entries.length > 0) await insertLinks(trx, head.sequence, entries, hashes);
    if (entries.length < BATCH) break;
  }
  if (head.sequence > begin) {
    await trx.updateTable('audit_head').set(head).where('school_id', '=', trx.schoolId).execute();
  }
}

/** The words are the same for any number of links, so that the server keeps one statement prepared, not one for each number. */
async function insertLinks(
  trx: SchoolTransaction,
  end: number,
  entries: readonly { id: string }[],
  hashes: readonly string[],
): Promise<void> {
  await sql`
    INSERT INTO audit_link (school_id, sequence, entry_id, hash)
    SELECT ${trx.schoolId}, ${end - entries.length}::bigint + link.place, link.entry_id, link.hash
    FROM unnest(${entries.map(({ id }) => id)}::uuid[], ${hashes}::text[]) WITH ORDINALITY AS link (entry_id, hash, place)`.execute(
    trx,
  );
}

async function lockHead(trx: SchoolTransaction): Promise<{ sequence: number; hash: string }> {
  const { rows } = await sql<{ sequence: number; hash: string }>`
    INSERT INTO audit_head AS head (school_id, sequence, hash) VALUES (${trx.schoolId}, 0, '')
    ON CONFLICT (school_id) DO UPDATE SET sequence = head.sequence
    RETURNING sequence, hash`.execute(trx);
  return rows[0]!;
}

/** In the order of the product's clock; ids break ties in the order of their making. */
function findUnlinked(
  trx: SchoolTransaction,
  only: readonly string[] | null,
): Promise<{ id: string; content_hash: string }[]> {
  return trx
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_link as link', (join) =>
      join.onRef('link.school_id', '=', 'entry.school_id').onRef('link.entry_id', '=', 'entry.id'),
    )
    .select(['entry.id', 'entry.content_hash'])
    .where('entry.school_id', '=', trx.schoolId)
    .where('link.sequence', 'is', null)
    .$if(only !== null, (query) => query.where('entry.id', '=', sql<string>`ANY(${only}::uuid[])`))
    .orderBy('entry.at')
    .orderBy('entry.id')
    .limit(BATCH)
    .execute();
}
