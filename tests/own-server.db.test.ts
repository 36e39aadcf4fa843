import { sql } from 'kysely';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { createSchool } from '#server/organisations/create-school.ts';
import { useEmptyDatabase } from '#tests/support/use-database.ts';
import { systemClock } from '#server/platform/clock.ts';
import { accessByUrl, createDatabase, createPool } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { migrate } from '#server/platform/migrate.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

/** The way of `DATABASE_URL`: one sign-in for everything, which takes on the role of the product for queries. */
const empty = await useEmptyDatabase();

function urlOf({ user, password, database, host, port }: pg.PoolConfig): string {
  const url = new URL('postgres://localhost');
  url.username = user ?? '';
  url.password = typeof password === 'string' ? password : '';
  url.pathname = `/${database}`;
  if (port) url.searchParams.set('port', String(port));
  if (host) url.searchParams.set('host', host);
  return url.href;
}

test('an empty database behind an address is brought up to date and used as the bound role', async () => {
  const access = accessByUrl({ databaseUrl: urlOf(empty), appDatabaseUrl: null });
  expect((await migrate(access.owner)).length).toBeGreaterThan(3);
  expect(await migrate(access.owner)).toEqual([]);
  const db = createDatabase(createPool(access.app, 2));
  try {
    const account = { displayName: 'Nguyễn Thị Hoa', username: 'hoa', password: 'mua thu la bay' };
    const school = {
      name: 'Trường Mầm non Nắng Sớm',
      type: 'preschool' as const,
      governingBody: null,
      place: null,
      schoolYear: { start: 2026 },
    };
    await createSchool({ db, clock: systemClock }, { school, principal: account });
    const foreign = await inSchool(db, newId(), (trx) => trx.selectFrom('school').selectAll().execute());
    expect(foreign).toEqual([]);
    const { rows } = await sql<{ role: string }>`SELECT current_user AS role`.execute(db);
    expect(rows).toEqual([{ role: 'caitien_app' }]);
  } finally {
    await db.destroy();
  }
});
