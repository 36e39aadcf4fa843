import type pg from 'pg';

export interface BackedUpTable {
  name: string;
  /** In the order in which their values stand in a line. */
  columns: string[];
}

/**
 * What a backup leaves out. Sessions: nobody stays signed in through a restore, least of all with a stolen copy. Verifications and
 * rate limits live for minutes, and so does who has a plan open. The table of migrations is made anew by the migrations themselves.
 */
const LEFT_OUT: readonly string[] = ['session', 'verification', 'rateLimit', 'plan_visitor', 'migration'];

/** All tables of the product, by name, with the columns that hold something of their own (generated ones are computed again). */
export async function backedUpTables(client: pg.Client, schema = 'current_schema()'): Promise<BackedUpTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = ${schema})
       AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> ALL ($1)
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid, c.relname ORDER BY c.relname COLLATE "C"`,
    [LEFT_OUT],
  );
  return rows;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"plan" ("school_id", "id", …)` */
export function tableWithColumns({ name, columns }: BackedUpTable): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}
