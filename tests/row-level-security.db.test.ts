import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { sealAudit } from '#server/audit/seal-audit.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import { aMembership, aPlanItem, aSchool, aSignInCard, aStaffGroup, anUpload } from './support/factories.ts';
import {
  aMention,
  aPlanInvitation,
  aPlanIssue,
  aPlanItemLink,
  aPlanStep,
  aPlanVisitor,
} from './support/life-factories.ts';
import { useDatabase } from './support/use-database.ts';

/** Generated from the catalogue: a new table of schools is covered, or fails here, the moment its migration exists. */
const { db, owner } = await useDatabase();

const tables = (
  await sql<{ name: string; forced: boolean; key: string[] }>`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      (SELECT array_agg(a.attname::text ORDER BY k.place) FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k (number, place)
        JOIN pg_attribute a ON a.attnum = k.number WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid) AS key
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind = 'r'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'school_id' AND NOT a.attisdropped)
    ORDER BY 1`.execute(owner)
).rows;
const names = tables.map(({ name }) => name);

const mine = await aSchool(db);
const other = await aSchool(db);
for (const school_id of [mine, other]) {
  const { userId } = await aMembership(db, { school_id });
  await aSignInCard(db, { school_id, user_id: userId });
  await aStaffGroup(db, { school_id, members: [userId] });
  await anUpload(db, { school_id });
  const { planId: plan_id, itemId } = await aPlanItem(db, { school_id });
  await aPlanItemLink(db, { school_id, plan_id, item_id: itemId, to_plan_id: plan_id, to_item_id: itemId });
  await aPlanStep(db, { school_id, plan_id });
  await aPlanInvitation(db, { school_id, plan_id });
  await aMention(db, { school_id, plan_id, user_id: userId });
  await aPlanIssue(db, { school_id, plan_id });
  await aPlanVisitor(db, { school_id, plan_id });
  await inSchool(db, school_id, async (trx) => {
    await trx.insertInto('school_year').values({ school_id, start: 2026 }).execute();
    const entry = { action: 'x.y', subjectType: 'x', subjectId: 'y', details: {}, actorId: userId, at: new Date() };
    await recordAudit(trx, entry);
  });
  await inSchool(db, school_id, (trx) => sealAudit(trx));
}

/** Without the guard against zero rows, to count them. */
function touched(work: (trx: SchoolTransaction) => Promise<bigint | undefined>): Promise<bigint | undefined> {
  return inSchool(db, mine, (trx) =>
    work(Object.assign(trx.withoutPlugins(), { schoolId: mine }) as unknown as SchoolTransaction),
  );
}

const FORBIDDEN = /row-level security|permission denied/;

test('there are tables of schools', () => {
  expect(names).toEqual(expect.arrayContaining(['school', 'membership', 'audit_entry', 'upload', 'plan', 'plan_item']));
});

test.each(tables)('$name: security is forced and school_id comes first in the key', ({ forced, key }) => {
  expect(forced).toBe(true);
  expect(key[0]).toBe('school_id');
});

test.each(names)('%s: both schools have rows, or nothing below is proven', async (name) => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(DISTINCT school_id) AS count FROM ${sql.table(name)}`.execute(owner);
  expect(rows[0]?.count).toBe(2);
});

test.each(names)('%s: select sees own rows only', async (name) => {
  const rows = await inSchool(db, mine, (trx) =>
    sql<{ school_id: string }>`SELECT school_id FROM ${sql.table(name)}`.execute(trx),
  );
  expect(new Set(rows.rows.map((row) => row.school_id))).toEqual(new Set([mine]));
});

test.each(names)('%s: no school, no row', async (name) => {
  expect((await sql`SELECT 1 FROM ${sql.table(name)}`.execute(db)).rows).toEqual([]);
});

test.each(names)('%s: update of the other school touches nothing', async (name) => {
  const update = touched(async (trx) => {
    const done = await sql`UPDATE ${sql.table(name)} SET school_id = school_id WHERE school_id = ${other}`.execute(trx);
    return done.numAffectedRows;
  }).catch((error: Error) => (FORBIDDEN.test(error.message) ? 0n : Promise.reject(error)));
  expect(await update).toBe(0n);
});

test.each(names)('%s: delete of the other school touches nothing', async (name) => {
  const remove = touched(async (trx) => {
    const done = await sql`DELETE FROM ${sql.table(name)} WHERE school_id = ${other}`.execute(trx);
    return done.numAffectedRows;
  }).catch((error: Error) => (FORBIDDEN.test(error.message) ? 0n : Promise.reject(error)));
  expect(await remove).toBe(0n);
});

test.each(names)('%s: an own row cannot be given to the other school', async (name) => {
  const give = touched(async (trx) => {
    await sql`UPDATE ${sql.table(name)} SET school_id = ${other}`.execute(trx);
    return undefined;
  });
  await expect(give).rejects.toThrow(FORBIDDEN);
});

test.each(names)('%s: insert for the other school is refused', async (name) => {
  // A copy of an own row under the other school: every other constraint of the row holds, only the school is wrong.
  const { rows } = await sql<Record<string, unknown>>`
    SELECT to_jsonb(t) AS row FROM ${sql.table(name)} t WHERE school_id = ${mine} LIMIT 1`.execute(owner);
  const copy = { ...(rows[0]?.['row'] as Record<string, unknown>), school_id: other };
  const insert = inSchool(db, mine, (trx) =>
    sql`INSERT INTO ${sql.table(name)} SELECT * FROM jsonb_populate_record(NULL::${sql.table(name)}, ${JSON.stringify(copy)}::jsonb)`.execute(
      trx,
    ),
  );
  await expect(insert).rejects.toThrow(FORBIDDEN);
});

test('the role of the product owns nothing and cannot pass the policies', async () => {
  const { rows } = await sql`SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
    (SELECT count(*) FROM pg_class WHERE relowner = r.oid) AS owned FROM pg_roles r WHERE rolname = 'caitien_app'`.execute(
    owner,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 }]);
  const free = inSchool(db, newId(), (trx) => sql`SET LOCAL row_security = off; SELECT * FROM plan`.execute(trx));
  await expect(free).rejects.toThrow(/row-level security/);
});

test('every unique index and foreign key of a table of schools begins with school_id', async () => {
  const { rows } = await sql<{ table: string; name: string; first: string }>`
    SELECT k.conrelid::regclass::text AS table, k.conname AS name, a.attname AS first
    FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype IN ('p', 'u', 'f') AND k.conrelid::regclass::text = ANY(${names})
      AND NOT (k.contype = 'f' AND k.confrelid = '"user"'::regclass)`.execute(owner);
  expect(rows.filter(({ first }) => first !== 'school_id')).toEqual([]);
  expect(rows.length).toBeGreaterThan(names.length);
});

test('what Citus does not take is not there', async () => {
  const { rows } = await sql`
    SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT conname FROM pg_constraint WHERE contype = 'f' AND confdeltype = 'n'
    UNION ALL SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND relkind = 'r' AND NOT EXISTS
        (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`.execute(owner);
  expect(rows).toEqual([]);
});
