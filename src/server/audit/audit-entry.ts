import { canonicalJson } from '#core/kernel/canonical-json.ts';
import { sha256 } from '../platform/sha256.ts';

/** One thing that somebody did. `details` holds what is needed to tell it later: values before and after, counts. */
export interface AuditEntry {
  at: Date;
  /** Null for what the product did by itself. */
  actorId: string | null;
  /** Verb and thing, "plan-item.update". */
  action: string;
  subjectType: string;
  subjectId: string;
  details: Record<string, unknown>;
}

/** SHA-256 over all that an entry says, hex; `details` as the database keeps them. The order of keys does not matter: jsonb loses it. */
export function contentHash(schoolId: string, entry: AuditEntry): string {
  const { at, actorId, action, subjectType, subjectId, details } = entry;
  return sha256(canonicalJson([schoolId, at.toISOString(), actorId, action, subjectType, subjectId, details]));
}

/** Link of the chain: entry `sequence` with content `content` after a link with hash `previous` ("" before the first). */
export function linkHash(previous: string, sequence: number, content: string): string {
  return sha256(`${previous}:${sequence}:${content}`);
}
