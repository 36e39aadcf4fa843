import { sql } from 'kysely';
import type { SchoolTransaction } from '../platform/school-transaction.ts';
import { asStored, type AuditEntry, contentHash, linkHash } from './audit-entry.ts';

/**
 * Appends to the audit chain of the transaction's school, so that the change and its record commit together. One statement: it
 * locks the end of the school's chain until the commit, so call it last.
 */
export async function recordAudit(trx: SchoolTransaction, entry: AuditEntry): Promise<void> {
  const { schoolId } = trx;
  const content = contentHash(schoolId, entry);
  const details = JSON.stringify(asStored(entry.details));
  await sql`
    WITH head AS (
      INSERT INTO audit_head AS link (school_id, sequence, hash)
      VALUES (${schoolId}, 1, ${linkHash('', 1, content)})
      ON CONFLICT (school_id) DO UPDATE SET
        sequence = link.sequence + 1,
        hash = encode(sha256(convert_to(link.hash || ':' || (link.sequence + 1) || ':' || ${content}, 'UTF8')), 'hex')
      RETURNING sequence, hash
    )
    INSERT INTO audit_entry
      (school_id, sequence, at, actor_id, action, subject_type, subject_id, details, content_hash, hash)
    SELECT ${schoolId}::uuid, sequence, ${entry.at.toISOString()}::timestamptz, ${entry.actorId}::uuid, ${entry.action},
      ${entry.subjectType}, ${entry.subjectId}, ${details}::jsonb, ${content}, hash
    FROM head`.execute(trx);
}
