import { type Kysely, sql } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { isId } from '#server/platform/ids.ts';
import type { Database } from '#server/platform/schema.ts';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';

/**
 * `work` sees the rows of one school as they were at one moment; row-level security hides all others. Nothing can be changed in it.
 * It may take long.
 */
export async function inSchoolSnapshot<T>(
  db: Kysely<Database>,
  schoolId: string,
  work: (trx: SchoolTransaction) => Promise<T>,
): Promise<T> {
  if (!isId(schoolId)) throw new AppError('database.school-id-invalid');
  const never = (): never => {
    throw new Error('a snapshot cannot be written to');
  };
  return db.connection().execute(async (connection) => {
    const begin = `BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; SET LOCAL app.school_id = '${schoolId}';
      SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;
    await sql.raw(begin).execute(connection);
    try {
      return await work(Object.assign(connection, { schoolId, withCommit: never, afterCommit: never }));
    } finally {
      await sql`ROLLBACK`.execute(connection).catch(() => undefined);
    }
  });
}
