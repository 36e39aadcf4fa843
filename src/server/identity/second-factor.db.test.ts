import { expect, test } from 'vitest';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague, aMembership } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import type { Context } from './context.ts';
import { createAuth } from './create-auth.ts';
import { endSecondFactor } from './end-second-factor.ts';
import { findSession } from './find-session.ts';
import { finishSignIn, isHalfSignedIn } from './finish-sign-in.ts';
import { getMember } from './get-member.ts';
import { issueCards } from './issue-cards.ts';
import { acknowledgeRemoval, forgetOwnDevices, getOwnSecondFactor } from './own-second-factor.ts';
import { phoneCode, stepAt } from './phone-code.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetPassword } from './reset-password.ts';
import { createSeal } from './seal.ts';
import { findSecondFactor } from './second-factor-store.ts';
import { signIn } from './sign-in.ts';
import { signInWithCard } from './sign-in-with-card.ts';
import { startSecondFactor } from './start-second-factor.ts';
import { deactivateMember, reactivateMember } from './switch-member.ts';

const { db, owner } = await useDatabase();
const SECRET = 'a secret for tests, long enough to be one';
const auth = createAuth({ db, secret: SECRET, origin: 'http://localhost:3000' });
const seal = createSeal(SECRET);
/** The library reads the clock of the machine, so that these tests do too. */
const clock = { now: () => new Date() };
const services = { db, auth, seal, clock };
const PASSWORD = 'mua thu la bay';
let next = 0;

interface Somebody {
  context: Context;
  principal: Context;
  username: string;
  /** What a phone with the key shows; each call the next half minute that is still taken, so that no code comes twice. */
  code(): Promise<string>;
  recovery: string[];
  proof(code: string): { seal: typeof seal; username: string; password: string; code: string; address: string };
}

/** A colleague with a password, without a second step. */
async function somebody(): Promise<Somebody> {
  const username = `hai.buoc.${++next}`;
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId, username, displayName: 'Trần Thị Hai Bước' });
  const context: Context = { ...principal, role: 'staff', user: { id: userId, displayName: '' } };
  return {
    ...{ context, principal, username, recovery: [] },
    proof: (code) => ({ seal, username, password: PASSWORD, code, address: `192.0.2.${next}` }),
    async code() {
      const factor = await findSecondFactor(services, userId);
      await owner.updateTable('twoFactor').set({ lastStep: null }).where('userId', '=', userId).execute();
      return phoneCode(factor!.secret, stepAt(clock.now()));
    },
  };
}

async function withSecondStep(): Promise<Somebody> {
  const person = await somebody();
  await startSecondFactor(person.context, { seal, username: person.username });
  const told = await confirmSecondFactor(person.context, {
    ...person.proof(await person.code()),
    sessionId: person.context.user.id,
  });
  return { ...person, recovery: told.ok ? told.codes : [] };
}

const cookies = (headers: Headers, before = new Map<string, string>()): Headers => {
  for (const line of headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (/max-age=0/i.test(line)) before.delete(name);
    else before.set(name, value);
  }
  return new Headers({ cookie: [...before].map(([name, value]) => `${name}=${value}`).join('; ') });
};
const jar = (headers: Headers) =>
  new Map((headers.get('cookie') ?? '').split('; ').map((pair) => pair.split(/=(.*)/s) as [string, string]));

async function password({ username }: Somebody, browser = new Headers()) {
  const options = { username, password: PASSWORD, address: `198.51.100.${next}`, remember: false, headers: browser };
  const { headers, half } = await signIn(services, options);
  return { half, browser: cookies(headers, browser.has('cookie') ? jar(browser) : new Map()) };
}

async function second(browser: Headers, code: string, trustDevice = false, address = `198.51.100.${next}`) {
  const headers = await finishSignIn(services, { code, trustDevice, address, headers: browser });
  return cookies(headers, jar(browser));
}

const actions = async ({ context }: Somebody) =>
  (
    await owner
      .selectFrom('audit_entry')
      .select(['action', 'details'])
      .where('school_id', '=', context.schoolId)
      .where('subject_id', '=', context.user.id)
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

test('switched on with password and code; from then on the password opens nothing without a code, and no code twice', async () => {
  const person = await somebody();
  const { context } = person;
  const { browser: elsewhere } = await password(person);
  const key = await startSecondFactor(context, { seal, username: person.username });
  expect(key.key).toMatch(/^[A-Z2-7]{52}$/);
  expect(key.address).toContain(`secret=${key.key}`);
  const kept = await owner.selectFrom('twoFactor').selectAll().where('userId', '=', context.user.id).execute();
  const { secret } = (await findSecondFactor(services, context.user.id))!;
  expect(JSON.stringify(kept)).not.toContain(secret);

  const sessionId = context.user.id;
  const wrong = { ...person.proof('000000'), sessionId };
  expect(await confirmSecondFactor(context, wrong)).toEqual({
    ok: false,
    problem: { field: 'code', problem: 'wrong' },
  });
  const guess = { ...person.proof(await person.code()), password: 'đoán mò', sessionId };
  expect(await confirmSecondFactor(context, guess)).toMatchObject({ problem: { field: 'password', problem: 'wrong' } });
  expect((await password(person)).half).toBe(false);
  const told = await confirmSecondFactor(context, { ...person.proof(await person.code()), sessionId });
  expect(told).toMatchObject({ ok: true });
  expect(new Set(told.ok ? told.codes : []).size).toBe(10);
  expect(await findSession(services, elsewhere)).toBeNull();
  await expect(startSecondFactor(context, { seal, username: person.username })).rejects.toMatchObject({
    code: 'identity.second-factor.already-on',
  });

  const { half, browser } = await password(person);
  expect(half).toBe(true);
  expect(await findSession(services, browser)).toBeNull();
  expect(await isHalfSignedIn(services, browser)).toBe(true);
  const code = await person.code();
  expect(await findSession(services, await second(browser, code))).toMatchObject({ user: { id: context.user.id } });
  const again = await password(person);
  await expect(second(again.browser, code)).rejects.toMatchObject({ code: 'identity.code-used' });
  expect(await actions(person)).toEqual([
    'identity.signed-in',
    'identity.signed-in',
    'identity.second-factor-on',
    'identity.signed-in',
  ]);
});

test('a recovery code opens once; new ones make the old ones worthless', async () => {
  const person = await withSecondStep();
  const [first = '', other = ''] = person.recovery;
  const typed = first.toUpperCase().replace('-', ' ');
  expect(await findSession(services, await second((await password(person)).browser, typed))).not.toBeNull();
  await expect(second((await password(person)).browser, first)).rejects.toMatchObject({ code: 'identity.wrong-code' });
  expect(await getOwnSecondFactor(person.context, { seal })).toEqual({
    ...{ on: true, recoveryCodesLeft: 9, trustedDevices: 0, unreadable: false },
  });
  const renewed = await renewRecoveryCodes(person.context, person.proof(await person.code()));
  expect(renewed).toMatchObject({ ok: true });
  await expect(second((await password(person)).browser, other)).rejects.toMatchObject({ code: 'identity.wrong-code' });
});

test('guessing: five tries ask for the password again, ten make a pause; a stranger without the password has no try', async () => {
  const person = await withSecondStep();
  await expect(second(new Headers(), await person.code())).rejects.toMatchObject({ code: 'identity.sign-in-lapsed' });
  const { browser } = await password(person);
  for (let guess = 0; guess < 5; guess++)
    await expect(second(browser, '000000', false, `a${guess}`)).rejects.toMatchObject({ code: 'identity.wrong-code' });
  await expect(second(browser, await person.code())).rejects.toMatchObject({ code: 'identity.sign-in-lapsed' });
  const anew = await password(person);
  for (let guess = 0; guess < 5; guess++)
    await expect(second(anew.browser, '000000', false, `b${guess}`)).rejects.toMatchObject({
      code: 'identity.wrong-code',
    });
  const locked = second((await password(person)).browser, await person.code());
  await expect(locked).rejects.toMatchObject({ code: 'identity.too-many-attempts' });
});

test('a trusted browser is not asked again, until the person forgets all or gets a new password', async () => {
  const person = await withSecondStep();
  const trusted = await second((await password(person)).browser, await person.code(), true);
  const back = await password(person, trusted);
  expect(back.half).toBe(false);
  expect(await findSession(services, back.browser)).not.toBeNull();
  expect((await password(person)).half).toBe(true);
  expect(await getOwnSecondFactor(person.context, { seal })).toMatchObject({ trustedDevices: 1 });
  await forgetOwnDevices(person.context);
  expect((await password(person, back.browser)).half).toBe(true);
  await second((await password(person)).browser, await person.code(), true);
  await resetPassword(person.principal, { userId: person.context.user.id });
  expect(await getOwnSecondFactor(person.context, { seal })).toMatchObject({ on: true, trustedDevices: 0 });
});

test('a card never opens an account with a second step: old cards are withdrawn, new ones are not made', async () => {
  const person = await somebody();
  const userIds = [person.context.user.id];
  const [card] = await issueCards(person.principal, { userIds, days: 30 });
  const options = { code: card!.code, remember: false, address: 'the', headers: new Headers() };
  const byCard = cookies(await signInWithCard(services, options));
  await startSecondFactor(person.context, { seal, username: person.username });
  await confirmSecondFactor(person.context, { ...person.proof(await person.code()), sessionId: userIds[0]! });
  expect(await findSession(services, byCard)).toBeNull();
  await expect(signInWithCard(services, options)).rejects.toMatchObject({ code: 'identity.wrong-card' });
  await expect(issueCards(person.principal, { userIds, days: 30 })).rejects.toMatchObject({
    code: 'identity.second-factor-needs-password',
    details: { name: 'Trần Thị Hai Bước' },
  });
});

test('switched off with password and code; every school where the person works reads of it', async () => {
  const person = await withSecondStep();
  const { context } = person;
  const elsewhere = await aMembership(db, { user_id: context.user.id, role: 'staff' });
  expect(await endSecondFactor(context, person.proof('000000'))).toEqual({ field: 'code', problem: 'wrong' });
  expect(await endSecondFactor(context, person.proof('abc'))).toEqual({ field: 'code', problem: 'shape' });
  expect(await endSecondFactor(context, person.proof(await person.code()))).toBeNull();
  expect((await password(person)).half).toBe(false);
  const told = await owner
    .selectFrom('audit_entry')
    .select('action')
    .where('school_id', '=', elsewhere.schoolId)
    .execute();
  expect(told.map(({ action }) => action)).toContain('identity.second-factor-off');
  const found = await findSession(services, (await password(person)).browser);
  expect(found?.session.secondFactorRemoved).toBeNull();
  await expect(endSecondFactor(context, person.proof('000000'))).rejects.toMatchObject({
    code: 'identity.second-factor.off',
  });
});

test('the principal takes it off somebody who lost the phone, who is told; nobody takes their own off like this', async () => {
  const person = await withSecondStep();
  const { context, principal } = person;
  const userId = context.user.id;
  const half = await password(person);
  await removeSecondFactor(principal, { userId });
  await expect(second(half.browser, '000000')).rejects.toMatchObject({ code: 'identity.sign-in-lapsed' });
  const back = await password(person);
  expect(back.half).toBe(false);
  const { session } = (await findSession(services, back.browser))!;
  expect(session.secondFactorRemoved).toBeInstanceOf(Date);
  await acknowledgeRemoval(context);
  expect((await findSession(services, back.browser))?.session.secondFactorRemoved).toBeNull();
  expect(await actions(person)).toContain('identity.second-factor-removed');

  await expect(removeSecondFactor(principal, { userId })).rejects.toMatchObject({ code: 'identity.second-factor.off' });
  await expect(removeSecondFactor(principal, { userId: principal.user.id })).rejects.toMatchObject({
    code: 'identity.second-factor.own',
  });
  const stranger = await actingAs(db, { role: 'principal', clock });
  await expect(removeSecondFactor(stranger, { userId })).rejects.toMatchObject({ code: 'identity.member.not-found' });
});

test('somebody who was switched off and comes back gives the code, in the browser that was trusted too', async () => {
  const person = await withSecondStep();
  const { principal } = person;
  const userId = person.context.user.id;
  const trusted = await second((await password(person)).browser, await person.code(), true);
  expect((await password(person, trusted)).half).toBe(false);
  const version = async () => (await getMember(principal, { userId })).version;
  await deactivateMember(principal, { userId, version: await version() });
  await expect(password(person, trusted)).rejects.toMatchObject({ code: 'identity.not-active' });
  await reactivateMember(principal, { userId, version: await version() });
  expect(await getOwnSecondFactor(person.context, { seal })).toMatchObject({ on: true, trustedDevices: 0 });
  const { half, browser } = await password(person, trusted);
  expect(half).toBe(true);
  expect(await findSession(services, browser)).toBeNull();
});

test('with another secret of the installation no code is right, and that is said', async () => {
  const person = await withSecondStep();
  const foreign = createSeal('another secret, long enough to be one, of another machine');
  expect(await getOwnSecondFactor(person.context, { seal: foreign })).toMatchObject({ on: true, unreadable: true });
  const { browser } = await password(person);
  const options = { code: '000000', trustDevice: false, address: 'x', headers: browser };
  await expect(finishSignIn({ ...services, seal: foreign }, options)).rejects.toMatchObject({
    code: 'identity.second-factor-unreadable',
  });
});

test('a session of somebody else in the same browser does not answer for the one who gives the code', async () => {
  const [person, other] = [await withSecondStep(), await somebody()];
  const { browser: session } = await password(other);
  const { browser } = await password(person);
  const both = new Headers({ cookie: `${session.get('cookie')}; ${browser.get('cookie')}` });
  expect(await findSession(services, await second(both, await person.code()))).toMatchObject({
    user: { id: person.context.user.id },
  });
});

test('two windows with one code: one comes in', async () => {
  const person = await withSecondStep();
  const [one, two] = [await password(person), await password(person)];
  const code = await person.code();
  const outcomes = await Promise.allSettled([second(one.browser, code), second(two.browser, code)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
