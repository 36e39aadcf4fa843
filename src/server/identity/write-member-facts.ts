import type { MemberFacts } from '#core/identity/member-facts.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { sql } from 'kysely';

/**
 * Writes down facts of a member, who gets the next version; what other schools call them is theirs to say. The caller has checked what
 * may be written and records it.
 */
export async function writeMemberFacts(
  trx: SchoolTransaction,
  userId: string,
  facts: MemberFacts,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('membership')
    .set({
      display_name: facts.displayName,
      role: facts.role,
      job_title: facts.jobTitle,
      phone: facts.phone,
      version: sql<number>`version + 1`,
      updated_at: at,
    })
    .where('school_id', '=', trx.schoolId)
    .where('user_id', '=', userId)
    .execute();
}
