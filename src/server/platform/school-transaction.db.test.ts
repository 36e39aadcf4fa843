import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aSchool, aUser } from '#tests/support/factories.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { newId } from './ids.ts';
import { asUser, inSchool } from './school-transaction.ts';
import { isNoRowWritten } from './zero-row-guard.ts';

const { db } = await useDatabase();

test('a school sees its own rows, and nothing is seen outside a school', async () => {
  const school = await aSchool(db);
  await aSchool(db);
  const seen = await inSchool(db, school, (trx) => trx.selectFrom('school').select('school_id').execute());
  expect(seen).toEqual([{ school_id: school }]);
  expect(await db.selectFrom('school').selectAll().execute()).toEqual([]);
});

test('a write that touches no row raises, and the transaction goes on', async () => {
  const school = await aSchool(db);
  const versions = await inSchool(db, school, async (trx) => {
    const stale = trx.updateTable('school').set({ name: 'X' }).where('school_id', '=', school).where('version', '=', 9);
    await expect(stale.execute()).rejects.toSatisfy(isNoRowWritten);
    await expect(sql`UPDATE school SET name = 'X' WHERE version = 9`.execute(trx)).rejects.toSatisfy(isNoRowWritten);
    return trx.selectFrom('school').select('version').execute();
  });
  expect(versions).toEqual([{ version: 1 }]);
});

test('ON CONFLICT DO NOTHING may write nothing', async () => {
  const school = await aSchool(db);
  const year = { school_id: school, start: 2026 };
  const insert = () =>
    inSchool(db, school, (trx) =>
      trx
        .insertInto('school_year')
        .values(year)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  await insert();
  await expect(insert()).resolves.toBeDefined();
});

test('an error rolls everything back', async () => {
  const school = await aSchool(db, { name: 'Trước' });
  const failing = inSchool(db, school, async (trx) => {
    await trx.updateTable('school').set({ name: 'Sau' }).where('school_id', '=', school).execute();
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  const rows = await inSchool(db, school, (trx) => trx.selectFrom('school').select('name').execute());
  expect(rows).toEqual([{ name: 'Trước' }]);
});

test('a database error that was caught inside cannot be committed over', async () => {
  const school = await aSchool(db);
  const quiet = inSchool(db, school, async (trx) => {
    await sql`SELECT 1 / 0`.execute(trx).catch(() => undefined);
  });
  await expect(quiet).rejects.toThrow(/aborted/);
  const withLastWrite = inSchool(db, school, async (trx) => {
    await sql`SELECT 1 / 0`.execute(trx).catch(() => undefined);
    trx.withCommit(() => trx.updateTable('school').set({ name: 'Sau' }).where('school_id', '=', school).execute());
  });
  await expect(withLastWrite).rejects.toThrow(/aborted/);
});

test('the connection forgets the school', async () => {
  const school = await aSchool(db);
  await Promise.all(Array.from({ length: 40 }, () => inSchool(db, school, (trx) => sql`SELECT 1`.execute(trx))));
  const leaks = await Promise.all(Array.from({ length: 40 }, () => db.selectFrom('school').selectAll().execute()));
  expect(leaks.flat()).toEqual([]);
});

test.each(["'; DROP TABLE school; --", '', 'A'.repeat(36), '00000000-0000-7000-8000-00000000000G'])(
  'no school id: %s',
  async (id) => {
    await expect(inSchool(db, id, async () => 1)).rejects.toThrow('database.school-id-invalid');
    await expect(asUser(db, id, async () => 1)).rejects.toThrow('database.user-id-invalid');
  },
);

test('people read their memberships in all schools and write none of them', async () => {
  const [one, other] = [await aSchool(db), await aSchool(db)];
  const [me, somebody] = [await aUser(db), await aUser(db)];
  for (const [school_id, user_id] of [
    [one, me],
    [other, me],
    [other, somebody],
  ] as const) {
    const row = { school_id, user_id, role: 'teacher', display_name: 'Cô Mẫu' };
    await inSchool(db, school_id, (trx) => trx.insertInto('membership').values(row).execute());
  }
  const mine = await asUser(db, me, (trx) => trx.selectFrom('membership').select(['school_id', 'user_id']).execute());
  expect(new Set(mine.map((row) => row.school_id))).toEqual(new Set([one, other]));
  expect(mine.every((row) => row.user_id === me)).toBe(true);
  const risen = await asUser(db, me, (trx) => trx.updateTable('membership').set({ role: 'principal' }).execute());
  expect(risen[0]?.numUpdatedRows).toBe(0n);
  expect(await asUser(db, newId(), (trx) => trx.selectFrom('membership').selectAll().execute())).toEqual([]);
});
