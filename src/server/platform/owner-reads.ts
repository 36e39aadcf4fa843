import pg from 'pg';

/**
 * Forced row-level security binds the owner of the tables too, unless it is a superuser, as on the embedded server. A backup has to
 * read the rows of all schools; this lets the owner's role, and no other, do so in a transaction that asks for it by
 * `WHOLE_DATABASE`. It is made here and not in a migration so that no later table can be forgotten.
 */
const POLICY = 'owner_reads_whole';

/** Begins what has to see the rows of all schools, as the owner. */
export const WHOLE_DATABASE = `SET LOCAL app.whole_database = 'on'`;

const TABLES_WITHOUT = `
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relforcerowsecurity
    AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = '${POLICY}')
    AND NOT EXISTS (SELECT FROM pg_roles r WHERE r.rolname = current_user AND (r.rolsuper OR r.rolbypassrls))`;

/** Adds the policy where it is missing. Safe from several processes at once: they queue on the table of migrations. */
export async function ensureOwnerReads(client: pg.Client): Promise<void> {
  if ((await tablesWithout(client)).length === 0) return;
  await client.query('BEGIN');
  try {
    await client.query('LOCK TABLE migration IN EXCLUSIVE MODE');
    await addOwnerReads(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** The same inside a transaction of the caller. */
export async function addOwnerReads(client: pg.Client): Promise<void> {
  for (const name of await tablesWithout(client)) {
    await client.query(
      `CREATE POLICY ${POLICY} ON ${pg.escapeIdentifier(name)} FOR SELECT TO CURRENT_USER
       USING (current_setting('app.whole_database', true) = 'on')`,
    );
  }
}

async function tablesWithout(client: pg.Client): Promise<string[]> {
  return (await client.query<{ name: string }>(TABLES_WITHOUT)).rows.map(({ name }) => name);
}
