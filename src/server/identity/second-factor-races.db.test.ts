import { expect, test } from 'vitest';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import type { Context } from './context.ts';
import { createAuth } from './create-auth.ts';
import { endSecondFactor } from './end-second-factor.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { phoneCode, stepAt } from './phone-code.ts';
import { createSeal } from './seal.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { signIn } from './sign-in.ts';
import { startSecondFactor } from './start-second-factor.ts';

const { db, owner } = await useDatabase();
const SECRET = 'a secret for tests, long enough to be one';
const seal = createSeal(SECRET);
/** The library reads the clock of the machine, so that these tests do too. */
const clock = { now: () => new Date() };
const services = { db, auth: createAuth({ db, secret: SECRET, origin: 'http://localhost:3000' }), seal, clock };
const password = 'mua thu la bay';
const address = '192.0.2.1';

/** A colleague whose phone has a key that is not confirmed yet, with the code that it shows. */
async function withKey(username: string) {
  const principal = await actingAs(db, { role: 'principal', clock });
  const id = await aColleague(db, { schoolId: principal.schoolId, username, displayName: 'Trần Thị Hai Bước' });
  const context: Context = { ...principal, role: 'staff', user: { id, displayName: '' } };
  await startSecondFactor(context, { seal, username });
  const { secret } = (await findSecondFactor(services, id))!;
  const proof = {
    seal,
    username,
    password,
    address,
    sessionId: id,
    code: await phoneCode(secret, stepAt(clock.now())),
  };
  const enter = () => signIn(services, { username, password, address, remember: false, headers: new Headers() });
  return { context, username, proof, enter };
}

test('guesses at the code are counted by themselves: signing in with the password in between gives no new ones', async () => {
  const { context, proof, enter } = await withKey('doan.ma');
  await confirmSecondFactor(context, proof);
  const guess = { ...proof, code: '000000' };
  const wrong = { field: 'code', problem: 'wrong' };
  expect(await endSecondFactor(context, guess)).toEqual(wrong);
  // Eight more, without the time that a password takes.
  await owner.updateTable('rateLimit').set({ count: 9 }).where('key', 'like', 'sign-in:nameAtAddress:%').execute();
  await enter();
  expect(await endSecondFactor(context, guess)).toEqual(wrong);
  await expect(endSecondFactor(context, guess)).rejects.toMatchObject({ code: 'identity.too-many-attempts' });
});

test('a code switches on the key that it is of, not one that another window begins meanwhile', async () => {
  const { context, username, proof, enter } = await withKey('hai.khoa');
  const meanwhile = {
    ...seal,
    close: async (text: string) => {
      await startSecondFactor(context, { seal, username });
      return seal.close(text);
    },
  };
  const confirmed = confirmSecondFactor(context, { ...proof, seal: meanwhile });
  await expect(confirmed).rejects.toMatchObject({ code: 'identity.second-factor.not-started' });
  expect((await findSecondFactor(services, context.user.id))!.verified).toBe(false);
  expect((await enter()).half).toBe(false);
});

test('a recovery code in two windows at once opens one of them, and the other is told in words', async () => {
  const { context, proof, enter } = await withKey('hai.cua.so');
  const told = await confirmSecondFactor(context, proof);
  const code = told.ok ? told.codes[0]! : '';
  const halves = [(await enter()).headers, (await enter()).headers];
  const opened = await Promise.allSettled(
    halves.map((headers) => {
      const cookie = headers.getSetCookie().map((line) => line.split(';')[0]);
      return finishSignIn(services, {
        code,
        trustDevice: false,
        address,
        headers: new Headers([['cookie', cookie.join('; ')]]),
      });
    }),
  );
  expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = opened.find((each) => each.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: expect.stringMatching(/^identity\.(wrong-code|sign-in-lapsed)$/) });
});
