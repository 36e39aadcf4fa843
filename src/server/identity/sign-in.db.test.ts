import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { FixedClock } from '#server/platform/clock.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { aMembership, aSchool } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { createAccount } from './create-account.ts';
import { createAuth } from './create-auth.ts';
import { findSession } from './find-session.ts';
import { signIn } from './sign-in.ts';

const { db, owner } = await useDatabase();
const clock = new FixedClock(new Date());
const auth = createAuth({ db, secret: 'a secret for tests, long enough to be one', origin: 'http://localhost:3000' });
const services = { db, auth, clock };
const password = 'mùa thu lá bay';

async function aPerson(username: string): Promise<string> {
  const account = { displayName: 'Nguyễn Thị Thí Dụ', username, password };
  const schoolId = await aSchool(db);
  return inSchool(db, schoolId, (trx) => createAccount(trx, { account, role: 'staff', now: clock.now() }));
}

async function come(username: string, words = password, headers = new Headers(), address = '192.0.2.1') {
  const options = { username, password: words, address, remember: true, headers };
  const lines = (await signIn(services, options)).headers.getSetCookie();
  return new Headers({ cookie: lines.map((line) => line.split(';')[0]).join('; ') });
}

test('a password is kept as scrypt over a salt of its own, the costs known, composed or decomposed letters alike', async () => {
  const ids = [await aPerson('mot'), await aPerson('hai')];
  const rows = await owner.selectFrom('account').select('password').where('userId', 'in', ids).execute();
  expect(rows[0]!.password).not.toBe(rows[1]!.password);
  for (const { password: kept } of rows) {
    const [salt, key] = kept!.split(':') as [string, string];
    expect([salt.length, key.length]).toEqual([32, 128]);
    const cost = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 };
    expect(scryptSync(password.normalize('NFKC'), salt, 64, cost).toString('hex')).toBe(key);
  }
  expect(await findSession(services, await come('mot', password.normalize('NFD')))).not.toBeNull();
});

test('an unknown name costs as much time as a wrong password', async () => {
  await aPerson('cothat');
  const taken = { cothat: [] as number[], khongco: [] as number[] };
  for (let round = 0; round < 9; round++) {
    for (const name of ['cothat', 'khongco'] as const) {
      const start = performance.now();
      const refused = { code: 'identity.wrong-credentials' };
      await expect(come(name, 'sai', new Headers(), `192.0.2.${round}`)).rejects.toMatchObject(refused);
      taken[name].push(performance.now() - start);
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[4]!;
  const ratio = median(taken.khongco) / median(taken.cothat);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test('signing in anew ends the session that the browser had', async () => {
  await aPerson('lannua');
  const [first, elsewhere] = [await come('lannua'), await come('lannua')];
  const second = await come('lannua', password, first);
  expect(await findSession(services, first)).toBeNull();
  expect(await findSession(services, second)).not.toBeNull();
  expect(await findSession(services, elsewhere)).not.toBeNull();
});

test('a failed attempt ends nothing', async () => {
  await aPerson('gosai');
  const browser = await come('gosai');
  await expect(come('gosai', 'sai', browser)).rejects.toMatchObject({ code: 'identity.wrong-credentials' });
  expect(await findSession(services, browser)).not.toBeNull();
});

test('a session that is used every day ends after 90 days all the same', async () => {
  const userId = await aPerson('laulam');
  const browser = await come('laulam');
  const began = async (days: number) => {
    const createdAt = new Date(clock.now().getTime() - days * 24 * 60 * 60_000);
    await owner.updateTable('session').set({ createdAt }).where('userId', '=', userId).execute();
    return findSession(services, browser);
  };
  expect(await began(89)).not.toBeNull();
  expect(await began(91)).toBeNull();
  expect(await owner.selectFrom('session').select('id').where('userId', '=', userId).execute()).toEqual([]);
});

test('a school that somebody has left is not told when they sign in elsewhere', async () => {
  const userId = await aPerson('haitruong');
  const left = await aMembership(db, { user_id: userId, role: 'staff', active: false });
  await come('haitruong');
  const told = await owner.selectFrom('audit_entry').select('school_id').where('actor_id', '=', userId).execute();
  expect(told).toHaveLength(1);
  expect(told[0]!.school_id).not.toBe(left.schoolId);
});
