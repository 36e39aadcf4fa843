import pg from 'pg';
import { AppError } from '#core/kernel/app-error.ts';
import { isId } from '#server/platform/ids.ts';
import type { FileStore } from '#server/platform/files.ts';
import { WHOLE_DATABASE } from '#server/platform/owner-reads.ts';
import type { ArchiveReader } from '../archive/archive-reader.ts';
import { damaged } from '../archive/archive-reader.ts';
import { quoted } from '../backed-up-tables.ts';
import { type Report, silent } from '../backup-progress.ts';
import { splitMigrations } from '../check-archive.ts';
import { BUILDING, buildSchema } from '../rebuilt-schema.ts';
import { addPeople } from './add-people.ts';
import { jsonRows } from './json-rows.ts';
import type { SchoolManifest } from './school-manifest.ts';

export interface ImportedSchool {
  schoolId: string;
  name: string;
  rows: number;
  /** People who got another username, because somebody here has theirs. */
  renamed: { from: string; to: string }[];
}

/**
 * Puts a checked export into this server, in one transaction; people here go on working. Ids stay, so that the history still holds.
 * Rows of an older version go through the migrations first, in tables of their own. Nobody can sign in until they get a password.
 * @throws AppError `backup.school-already-there`, `backup.newer-version`, `backup.other-version`, `backup.damaged`
 */
export async function importSchool(
  target: { owner: pg.PoolConfig; files: FileStore },
  archive: { manifest: SchoolManifest; reader: ArchiveReader },
  report: Report = silent,
): Promise<ImportedSchool> {
  const { manifest, reader } = archive;
  const { id: schoolId, name } = manifest.school;
  if (!isId(schoolId)) throw new AppError('backup.foreign');
  const migrations = await splitMigrations(manifest.migrations);
  const client = new pg.Client(target.owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(WHOLE_DATABASE);
    const home = (await client.query<{ name: string }>('SELECT current_schema() AS name')).rows[0]?.name ?? 'public';
    await refuseKnown(client, home, schoolId, name);
    for (const [index, { sha256, path }] of manifest.files.entries()) {
      report({ step: 'files', done: index, total: manifest.files.length });
      const kept = await target.files.put(reader.stream(reader.entries.get(path)!));
      if (kept.sha256 !== sha256) throw damaged(path);
    }
    await buildSchema(client, migrations, async () => {
      // Another import that was on its way has ended by now: two cannot build at once. It may have been of this school.
      await refuseKnown(client, home, schoolId, name);
      await fill(client, archive, report);
    });
    await requireOneSchool(client, schoolId);
    await client.query(`SET LOCAL app.school_id = '${schoolId}'`);
    const renamed = await addPeople(client, home);
    const rows = await moveRows(client, home);
    await client.query(`DROP SCHEMA ${BUILDING} CASCADE`);
    await client.query('COMMIT');
    return { schoolId, name, rows, renamed };
  } finally {
    await client.end();
  }
}

async function refuseKnown(client: pg.Client, home: string, schoolId: string, name: string): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(home)}.school WHERE school_id = $1`, [schoolId]);
  if (rowCount) throw new AppError('backup.school-already-there', { school: name });
}

async function fill(
  client: pg.Client,
  { manifest, reader }: { manifest: SchoolManifest; reader: ArchiveReader },
  report: Report,
): Promise<void> {
  for (const [index, { table, path, rows }] of manifest.tables.entries()) {
    report({ step: 'load', done: index, total: manifest.tables.length });
    const known = await client.query('SELECT to_regclass($1) IS NOT NULL AS known', [`${BUILDING}.${quoted(table)}`]);
    if (!(known.rows as { known: boolean }[])[0]?.known) throw new AppError('backup.other-version', { version: table });
    let taken = 0;
    for await (const page of jsonRows(reader.stream(reader.entries.get(path)!))) {
      taken += page.length;
      await insertPage(client, table, page);
    }
    if (taken !== rows) throw damaged(path);
  }
}

/** People come with their name only; all else of theirs gets what a new account gets. */
async function insertPage(client: pg.Client, table: string, page: readonly string[]): Promise<void> {
  const into = `${BUILDING}.${quoted(table)}`;
  if (table === 'user') {
    await client.query(
      `INSERT INTO ${into} (id, name, email, username, "displayUsername")
       SELECT (u->>'id')::uuid, u->>'name', (u->>'id') || '@no-mail.invalid', u->>'username', u->>'displayUsername'
       FROM unnest($1::jsonb[]) AS u`,
      [page],
    );
    return;
  }
  await client.query(
    `INSERT INTO ${into} SELECT (jsonb_populate_record(NULL::${into}, line)).* FROM unnest($1::jsonb[]) AS line`,
    [page],
  );
}

/** Rows of another school would slip in under the name of this one. */
async function requireOneSchool(client: pg.Client, schoolId: string): Promise<void> {
  for (const table of await tablesOfSchools(client)) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${BUILDING}.${quoted(table)} WHERE school_id <> $1 LIMIT 1`,
      [schoolId],
    );
    if (rowCount) throw new AppError('backup.foreign');
  }
  const { rowCount } = await client.query(`SELECT 1 FROM ${BUILDING}.school WHERE school_id = $1`, [schoolId]);
  if (!rowCount) throw new AppError('backup.foreign');
}

/** A table comes after those that its keys lead to. */
async function moveRows(client: pg.Client, home: string): Promise<number> {
  let rows = 0;
  for (const table of inOrder(await tablesOfSchools(client), await keysBetween(client))) {
    const columns = await columnsOf(client, table);
    const list = columns.map(quoted).join(', ');
    const { rowCount } = await client.query(
      `INSERT INTO ${quoted(home)}.${quoted(table)} (${list}) SELECT ${list} FROM ${BUILDING}.${quoted(table)}`,
    );
    rows += rowCount ?? 0;
  }
  return rows;
}

async function tablesOfSchools(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id'
     WHERE c.relnamespace = '${BUILDING}'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`${BUILDING}.${quoted(table)}`],
  );
  return rows.map(({ name }) => name);
}

async function keysBetween(client: pg.Client): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT a.relname AS from, b.relname AS to FROM pg_constraint k
     JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
     WHERE k.contype = 'f' AND a.relnamespace = '${BUILDING}'::regnamespace AND a.oid <> b.oid`,
  );
  return rows;
}

function inOrder(tables: readonly string[], keys: readonly { from: string; to: string }[]): string[] {
  const ordered: string[] = [];
  let waiting = [...tables];
  while (waiting.length > 0) {
    const ready = waiting.filter((table) => !keys.some(({ from, to }) => from === table && waiting.includes(to)));
    if (ready.length === 0) throw new Error(`keys lead in a circle: ${waiting.join(', ')}`);
    ordered.push(...ready);
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}
