import { newId } from '../platform/ids.ts';
import { jsonColumn } from '../platform/json-column.ts';
import type { SchoolTransaction } from '../platform/school-transaction.ts';
import { asStored, type AuditEntry, contentHash } from './audit-entry.ts';
import { sealSoon } from './seal-audit.ts';

/**
 * Tells the audit log of the transaction's school what was done, so that the change and its record commit together. The entry
 * becomes a link of the school's chain just after the commit.
 */
export async function recordAudit(trx: SchoolTransaction, entry: AuditEntry): Promise<void> {
  const { schoolId } = trx;
  const id = newId();
  const insert = trx.insertInto('audit_entry').values({
    school_id: schoolId,
    id,
    at: entry.at,
    actor_id: entry.actorId,
    action: entry.action,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    details: jsonColumn(asStored(entry.details)),
    content_hash: contentHash(schoolId, entry),
  });
  trx.withCommit(() => insert.execute());
  trx.afterCommit((db) => sealSoon(db, schoolId, id));
}
