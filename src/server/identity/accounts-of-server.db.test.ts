import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { systemClock } from '#server/platform/clock.ts';
import { aColleague, aSchool } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { setAccountPassword } from './accounts-of-server.ts';
import { MOST_LISTED } from './list-accounts.ts';

const { db, owner } = await useDatabase();

test('among any number of accounts the one that is named gets its new password', async () => {
  const schoolId = await aSchool(db);
  await sql`INSERT INTO "user" (id, name, email, username)
    SELECT gen_random_uuid(), 'Người Dùng', n || '@example.invalid', 'a' || n FROM generate_series(1, ${MOST_LISTED}::int) n`.execute(
    owner,
  );
  const userId = await aColleague(db, { schoolId, username: 'zz.cuoi' });
  const hash = () =>
    owner.selectFrom('account').select('password').where('userId', '=', userId).executeTakeFirstOrThrow();
  const before = await hash();
  await setAccountPassword({ db, clock: systemClock }, { username: 'ZZ.cuoi', password: 'nắng sớm mai' });
  expect(await hash()).not.toEqual(before);
  const unknown = setAccountPassword({ db, clock: systemClock }, { username: 'khong.co', password: 'nắng sớm mai' });
  await expect(unknown).rejects.toMatchObject({ code: 'identity.account.not-found' });
});
