import type { Kysely } from 'kysely';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { asUser, inSchool } from '#server/platform/school-transaction.ts';

/**
 * Writes into the log of each school that the person works in, not of those they have left, what was done with their account.
 * @param options.but a school that knows already
 */
export async function recordOfPerson(
  services: { db: Kysely<Database>; clock: Clock },
  options: {
    userId: string;
    actorId: string | null;
    action: string;
    details?: Record<string, string | number | boolean>;
    but?: string;
  },
): Promise<void> {
  const { userId, actorId, action, details = {}, but } = options;
  const schools = await asUser(services.db, userId, (trx) =>
    trx.selectFrom('membership').select('school_id').where('user_id', '=', userId).where('active', '=', true).execute(),
  );
  for (const { school_id: schoolId } of schools.filter(({ school_id }) => school_id !== but)) {
    await inSchool(services.db, schoolId, (trx) =>
      recordAudit(trx, {
        ...{ at: services.clock.now(), actorId, action, details },
        ...{ subjectType: 'user', subjectId: userId },
      }),
    );
  }
}
