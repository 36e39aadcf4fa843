import { sql } from 'kysely';
import type { SchoolTransaction } from '#server/platform/school-transaction.ts';
import { quoted } from '../backed-up-tables.ts';

/** Cards to sign in with are good for one server only, and who has a plan open is over in a minute. */
const NOT_EXPORTED: readonly string[] = ['sign_in_card', 'plan_visitor'];

/** Rows fetched at a time. */
const PAGE = 500;

/** Every table of schools, from the catalogue, so that a new one is taken along. */
export async function schoolTables(trx: SchoolTransaction): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id'
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname COLLATE "C"`.execute(trx);
  return rows.map(({ name }) => name).filter((name) => !NOT_EXPORTED.includes(name));
}

/** The school's rows of a table as JSON lines, a page at a time. */
export async function* rowsAsJson(
  trx: SchoolTransaction,
  table: string,
): AsyncGenerator<{ lines: Buffer; rows: number }> {
  yield* fetchAll(trx, `SELECT to_jsonb(t)::text AS line FROM ${quoted(table)} t WHERE school_id = '${trx.schoolId}'`);
}

/** Name and username of the people of the school; passwords and second factors stay where they are. */
export async function* peopleAsJson(trx: SchoolTransaction): AsyncGenerator<{ lines: Buffer; rows: number }> {
  yield* fetchAll(
    trx,
    `SELECT jsonb_build_object('id', u.id, 'name', u.name, 'username', u.username,
       'displayUsername', u."displayUsername")::text AS line
     FROM "user" u JOIN membership m ON m.user_id = u.id WHERE m.school_id = '${trx.schoolId}' ORDER BY u.id`,
  );
}

async function* fetchAll(trx: SchoolTransaction, text: string): AsyncGenerator<{ lines: Buffer; rows: number }> {
  await sql.raw(`DECLARE rows_of_school NO SCROLL CURSOR FOR ${text}`).execute(trx);
  while (true) {
    const { rows } = await sql<{ line: string }>`${sql.raw(`FETCH ${PAGE} FROM rows_of_school`)}`.execute(trx);
    if (rows.length > 0) yield { lines: Buffer.from(rows.map(({ line }) => `${line}\n`).join('')), rows: rows.length };
    if (rows.length < PAGE) break;
  }
  await sql`CLOSE rows_of_school`.execute(trx);
}
