import type { Kysely } from 'kysely';
import { recordAudit } from '#server/audit/record-audit.ts';
import type { Clock } from '#server/platform/clock.ts';
import { asUser, inSchool } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

/** Writes into the log of each school that the person works in, not of those they have left, that they signed in. */
export async function recordSignIn(services: { db: Kysely<Database>; clock: Clock }, userId: string): Promise<void> {
  const schools = await asUser(services.db, userId, (trx) =>
    trx.selectFrom('membership').select('school_id').where('user_id', '=', userId).where('active', '=', true).execute(),
  );
  for (const { school_id: schoolId } of schools) {
    await inSchool(services.db, schoolId, (trx) =>
      recordAudit(trx, {
        at: services.clock.now(),
        actorId: userId,
        action: 'identity.signed-in',
        subjectType: 'user',
        subjectId: userId,
        details: {},
      }),
    );
  }
}
