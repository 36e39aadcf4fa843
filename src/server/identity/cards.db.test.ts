import { expect, test } from 'vitest';
import { FixedClock } from '#server/platform/clock.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { createAuth } from './create-auth.ts';
import { findSession } from './find-session.ts';
import { issueCards } from './issue-cards.ts';
import { listCards } from './list-cards.ts';
import { signInWithCard } from './sign-in-with-card.ts';
import { deactivateMember } from './switch-member.ts';
import { withdrawCard } from './withdraw-card.ts';

const { db, owner } = await useDatabase();
const clock = new FixedClock(new Date());
const auth = createAuth({ db, secret: 'a secret for tests, long enough to be one', origin: 'http://localhost:3000' });
const services = { db, auth, clock };
const wrong = { code: 'identity.wrong-card' };

async function come(code: string, address = '192.0.2.1'): Promise<Headers> {
  const headers = await signInWithCard(services, { code, remember: false, address, headers: new Headers() });
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0]);
  return new Headers({ cookie: cookie.join('; ') });
}

test('a card opens the door of its holder, until it is withdrawn: then whoever came in with it is out', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId, role: 'monitor', displayName: 'Vũ Thị Thẻ' });
  const [card] = await issueCards(principal, { userIds: [userId], days: 90 });
  expect(card).toMatchObject({ displayName: 'Vũ Thị Thẻ' });
  const browser = await come(card!.code.replace(/(.{4})/g, '$1 '));
  expect(await findSession(services, browser)).toMatchObject({
    user: { id: userId },
    membership: { role: 'monitor', schoolId: principal.schoolId },
    session: { mustChangePassword: false },
  });
  expect(await listCards(principal)).toMatchObject([{ userId, lastUsedAt: clock.now() }]);
  const kept = await owner.selectFrom('sign_in_card').select('code_hash').execute();
  expect(JSON.stringify(kept)).not.toContain(card!.code);

  await withdrawCard(principal, { userId });
  expect(await findSession(services, browser)).toBeNull();
  await expect(come(card!.code)).rejects.toMatchObject(wrong);
  await expect(withdrawCard(principal, { userId })).rejects.toMatchObject({ code: 'identity.card.not-found' });
});

test('a new card replaces the old one; an expired one, one of somebody who left, and a wrong code say the same', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId });
  const [old] = await issueCards(principal, { userIds: [userId], days: 30 });
  const [fresh] = await issueCards(principal, { userIds: [userId], days: 30 });
  await expect(come(old!.code)).rejects.toMatchObject(wrong);
  await come(fresh!.code);
  const late = new FixedClock(new Date(clock.now().getTime() + 31 * 86_400_000));
  const options = { code: fresh!.code, remember: false, address: 'x', headers: new Headers() };
  await expect(signInWithCard({ ...services, clock: late }, options)).rejects.toMatchObject(wrong);
  await deactivateMember(principal, { userId, version: 1 });
  await expect(come(fresh!.code)).rejects.toMatchObject(wrong);
  await expect(come('0000 0000 0000 0000')).rejects.toMatchObject(wrong);
  await expect(issueCards(principal, { userIds: [userId], days: 30 })).rejects.toMatchObject({
    code: 'identity.not-active',
  });
});

test('a session ends with the card that opened it', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId });
  const [card] = await issueCards(principal, { userIds: [userId], days: 30 });
  const browser = await come(card!.code, '192.0.2.9');
  const after = (days: number) => ({
    ...services,
    clock: new FixedClock(new Date(clock.now().getTime() + days * 86_400_000)),
  });
  expect(await findSession(after(29), browser)).not.toBeNull();
  expect(await findSession(after(31), browser)).toBeNull();
  // It is gone, not only hidden.
  expect(await findSession(services, browser)).toBeNull();
});

test('guessing from one place is stopped', async () => {
  for (let guess = 0; guess < 10; guess++)
    await expect(come(`1111 2222 3333 000${guess}`, '192.0.2.77')).rejects.toMatchObject(wrong);
  await expect(come('1111 2222 3333 4444', '192.0.2.77')).rejects.toMatchObject({
    code: 'identity.too-many-attempts',
  });
});

test('nobody gets a card for somebody of another school', async () => {
  const [one, two] = [
    await actingAs(db, { role: 'principal', clock }),
    await actingAs(db, { role: 'principal', clock }),
  ];
  const userId = await aColleague(db, { schoolId: two.schoolId });
  await expect(issueCards(one, { userIds: [userId], days: 30 })).rejects.toMatchObject({
    code: 'identity.member.not-found',
  });
});
