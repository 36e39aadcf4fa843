import { CompiledQuery, type Kysely } from 'kysely';
import { AppError } from '#core/kernel/app-error.ts';
import { isId } from './ids.ts';
import { onOneConnection } from './pipelined.ts';
import type { Database } from './schema.ts';
import { zeroRowGuard } from './zero-row-guard.ts';

/** Queries inside see and touch rows of one school only, and raise when a write touches none. */
export type SchoolTransaction = Kysely<Database> & {
  readonly schoolId: string;
  /** Leaves a write for the end, where it travels together with the COMMIT. Its failure rolls everything back. */
  withCommit(write: () => Promise<unknown>): void;
  /** Runs after the commit, never after a rollback; the caller does not wait for it. */
  afterCommit(work: (db: Kysely<Database>) => void): void;
};

/**
 * Runs `work` in one transaction that is bound to one school. Row-level security hides every other school's rows; queries
 * still name `school_id` themselves, so that they reach one shard. Any error rolls back.
 * @throws AppError `database.school-id-invalid`; `database.no-row-written` when an INSERT, UPDATE or DELETE touched no row
 *   (not there, of another school, or of another version). It may be caught inside: the transaction stays usable.
 */
export async function inSchool<T>(
  db: Kysely<Database>,
  schoolId: string,
  work: (trx: SchoolTransaction) => Promise<T>,
): Promise<T> {
  if (!isId(schoolId)) throw new AppError('database.school-id-invalid');
  const later: ((db: Kysely<Database>) => void)[] = [];
  const last: (() => Promise<unknown>)[] = [];
  const bound = {
    schoolId,
    withCommit: (write: () => Promise<unknown>) => void last.push(write),
    afterCommit: (next: (db: Kysely<Database>) => void) => void later.push(next),
  };
  const setting = `SET LOCAL app.school_id = '${schoolId}'`;
  const begin = (connection: Kysely<Database>) => work(Object.assign(connection.withPlugin(zeroRowGuard), bound));
  const result = await inTransaction(db, setting, begin, last);
  for (const next of later) next(db);
  return result;
}

/** A transaction that sees the memberships of one person in all schools, to read; nothing else of any school. */
export async function asUser<T>(
  db: Kysely<Database>,
  userId: string,
  work: (trx: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (!isId(userId)) throw new AppError('database.user-id-invalid');
  return inTransaction(db, `SET LOCAL app.user_id = '${userId}'`, work);
}

const COMMIT = CompiledQuery.raw('COMMIT');
/** COMMIT alone would quietly roll back after a database error that `work` caught; the SELECT makes that loud, as any last write does. */
const LOUD_COMMIT = CompiledQuery.raw('SELECT 1; COMMIT');
const ROLLBACK = CompiledQuery.raw('ROLLBACK');

/** A transaction that sees the card with this hash of its code, to read; nothing else of any school. */
export async function asCardHolder<T>(
  db: Kysely<Database>,
  codeHash: string,
  work: (trx: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (!/^[0-9a-f]{64}$/.test(codeHash)) throw new AppError('database.card-hash-invalid');
  return inTransaction(db, `SET LOCAL app.card_hash = '${codeHash}'`, work);
}

/**
 * BEGIN with the setting goes out together with the first query, COMMIT together with the last writes: a save costs two round trips
 * less. The setting is a literal because Citus does not forward `set_config()` to its workers.
 */
async function inTransaction<T>(
  db: Kysely<Database>,
  setting: string,
  work: (connection: Kysely<Database>) => Promise<T>,
  last: readonly (() => Promise<unknown>)[] = [],
): Promise<T> {
  return onOneConnection(db, async (connection) => {
    const begun = connection.executeQuery(CompiledQuery.raw(`BEGIN; ${setting}`));
    // Whoever waits for the first query hears of it; row-level security hides everything from queries without the setting.
    begun.catch(() => undefined);
    try {
      const result = await work(connection);
      await begun;
      await together([...last, () => connection.executeQuery(last.length > 0 ? COMMIT : LOUD_COMMIT)]);
      return result;
    } catch (error) {
      // The error that made us roll back is the one to report; a connection that is gone has rolled back by itself.
      await connection.executeQuery(ROLLBACK).catch(() => undefined);
      throw error;
    }
  });
}

/** Sent at once, answered in order; the first failure is the one that the others follow from. */
async function together(queries: readonly (() => Promise<unknown>)[]): Promise<void> {
  const answers = await Promise.allSettled(queries.map((query) => query()));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
}
