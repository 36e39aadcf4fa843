import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyAuditChain } from '#server/audit/verify-audit-chain.ts';
import { checkArchive } from '#server/backup/check-archive.ts';
import { copyIn } from '#server/backup/copy-rows.ts';
import { restoreBackup } from '#server/backup/restore-backup.ts';
import { writeBackup } from '#server/backup/write-backup.ts';
import { listUploads } from '#server/documents/get-upload.ts';
import type { Context } from '#server/identity/context.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { systemClock } from '#server/platform/clock.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { applyMigrations, migrate } from '#server/platform/migrate.ts';
import { readMigrationFiles } from '#server/platform/migration-files.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { useEmptyDatabase } from '../support/use-database.ts';

/**
 * Data of earlier versions, each named after the last migration it was written under: `.sql` holds the rows as PostgreSQL copies them
 * out, `.json` what the use cases of that version read from them. They are never made anew.
 */
const versions = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -'.sql'.length))
  .sort();

interface Expected {
  schoolId: string;
  principalId: string;
  school: unknown;
  plans: { id: string; title: string; state: string; rows: number; document: object }[];
  uploads: object[];
  audit: { intact: true; entries: number };
  /** Rows of each table that had any; not told by the oldest. */
  counts?: Record<string, number>;
}

const databases = new Map(await Promise.all(versions.map(async (name) => [name, await useEmptyDatabase()] as const)));
const restored = new Map(await Promise.all(versions.map(async (name) => [name, await useEmptyDatabase()] as const)));
const folder = await mkdtemp(join(tmpdir(), 'caitien-migrations-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(owner: pg.PoolConfig, version: string): Promise<void> {
  const files = await readMigrationFiles();
  const last = files.findIndex(({ name }) => name === version);
  expect(last, `migrations/${version}.sql is there`).toBeGreaterThanOrEqual(0);
  const text = await readFile(join(import.meta.dirname, `${version}.sql`), 'utf8');
  const client = new pg.Client(owner);
  await client.connect();
  await applyMigrations(client, files.slice(0, last + 1));
  for (const [, into = '', rows = ''] of text.matchAll(/^(COPY .*) FROM stdin;\n([\s\S]*?)^\\\.$/gm)) {
    await copyIn(client, `${into} FROM STDIN`, [Buffer.from(rows)]);
  }
  await client.end();
}

/** Facts that later versions add are no difference; all that were there must be there. */
const withinDocument = (document: object): unknown => expect.objectContaining(document);

test('there is data of each version that schools could have', () => {
  expect(versions).toEqual([
    '0005-upload-outcome',
    '0008-plan-life',
    '0012-plans-of-all-kinds',
    '0013-withdrawn-comments',
  ]);
});

test.each(versions)('data of %s is what it was after all later migrations', async (version) => {
  const owner = databases.get(version)!;
  await load(owner, version);
  await migrate(owner);
  await expectContent(owner, version);
});

test.each(versions)('a backup made under %s is restored by this program', async (version) => {
  const owner = restored.get(version)!;
  const [path, files] = [join(folder, `${version}.zip`), new LocalFileStore(join(folder, version))];
  await load(owner, version);
  await writeBackup({ owner, files, secretFile: null }, { path, now: new Date() });
  await migrate(owner);
  const archive = await checkArchive(path);
  expect(archive.manifest.migrations.at(-1)?.name).toBe(version);
  const target = { owner, files, dataDirectory: folder, ownSecret: 'of this server' };
  await restoreBackup(target, archive, { replace: true });
  await archive.reader.close();
  await expectContent(owner, version);
  expect(await migrate(owner)).toEqual([]);
});

async function expectContent(owner: pg.PoolConfig, version: string): Promise<void> {
  const json = await readFile(join(import.meta.dirname, `${version}.json`), 'utf8');
  const expected = JSON.parse(json) as Expected;
  const db = createDatabase(createPool({ ...inject('databaseAccess').app, database: owner.database! }, 2));
  try {
    const user = { id: expected.principalId, displayName: '' };
    const context: Context = { db, clock: systemClock, schoolId: expected.schoolId, role: 'principal', user };
    expect(await findSchool(context)).toMatchObject(expected.school as object);
    const plans = await listPlans(context);
    expect(plans.map(({ id }) => id)).toEqual(expected.plans.map(({ id }) => id));
    for (const [index, { id, title, state, rows, document }] of expected.plans.entries()) {
      expect(plans[index]).toMatchObject({ id, title, state, rows });
      const read = JSON.parse(JSON.stringify(documentOf(await getPlan(context, { planId: id })))) as object;
      expect(read).toEqual(withinDocument(document));
    }
    expect(JSON.parse(JSON.stringify(await listUploads(context)))).toMatchObject(expected.uploads);
    expect(await inSchool(db, expected.schoolId, verifyAuditChain)).toEqual(expected.audit);
    await expectRows(owner, expected.counts ?? {});
  } finally {
    await db.destroy();
  }
}

/** As the owner, who sees every row. What was issued is still what its hash says. */
async function expectRows(owner: pg.PoolConfig, counts: Record<string, number>): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    for (const [table, count] of Object.entries(counts)) {
      const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
      expect({ table, rows: rows[0]?.n }).toEqual({ table, rows: count });
    }
    const changed =
      "SELECT plan_id FROM plan_issue WHERE encode(sha256(convert_to(content, 'UTF8')), 'hex') <> content_sha256";
    expect((await client.query(changed)).rows).toEqual([]);
  } finally {
    await client.end();
  }
}
