import type { Insertable } from 'kysely';
import { fixedQuery } from '../platform/fixed-query.ts';
import { newId } from '../platform/ids.ts';
import { jsonColumn } from '../platform/json-column.ts';
import type { SchoolTransaction } from '../platform/school-transaction.ts';
import type { AuditEntryTable } from '../platform/schema.ts';
import { type AuditEntry, contentHash } from './audit-entry.ts';
import { sealSoon } from './seal-audit.ts';

const insertEntry = fixedQuery((db, entry: Insertable<AuditEntryTable>) =>
  db.insertInto('audit_entry').values({
    school_id: entry.school_id,
    id: entry.id,
    at: entry.at,
    actor_id: entry.actor_id,
    action: entry.action,
    subject_type: entry.subject_type,
    subject_id: entry.subject_id,
    details: entry.details,
    content_hash: entry.content_hash,
  }),
);

/**
 * Tells the audit log of the transaction's school what was done, so that the change and its record commit together. The entry
 * becomes a link of the school's chain just after the commit.
 */
export async function recordAudit(trx: SchoolTransaction, entry: AuditEntry): Promise<void> {
  const { schoolId } = trx;
  const id = newId();
  const text = jsonColumn(entry.details);
  // Hashed as the database will give it back: without undefined, dates as text.
  const details = JSON.parse(text as unknown as string) as AuditEntry['details'];
  const values = {
    school_id: schoolId,
    id,
    at: entry.at,
    actor_id: entry.actorId,
    action: entry.action,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    details: text,
    content_hash: contentHash(schoolId, { ...entry, details }),
  };
  trx.withCommit(() => insertEntry(trx, values));
  trx.afterCommit((db) => sealSoon(db, schoolId, id));
}
