import { expect, test } from 'vitest';
import { FixedClock } from '#server/platform/clock.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aColleague, aSession } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { changeOwnPassword } from './change-own-password.ts';
import { createAuth } from './create-auth.ts';
import { findSession } from './find-session.ts';
import { getMember } from './get-member.ts';
import { issueCards } from './issue-cards.ts';
import { listMembers } from './list-members.ts';
import { endOwnSessions, listOwnSessions } from './own-sessions.ts';
import { resetPassword } from './reset-password.ts';
import { signIn } from './sign-in.ts';
import { deactivateMember, reactivateMember } from './switch-member.ts';

const { db, owner, access } = await useDatabase();
const clock = new FixedClock(new Date());
const auth = createAuth({ db, secret: 'a secret for tests, long enough to be one', origin: 'http://localhost:3000' });
const services = { db, auth, clock };
const facts = { displayName: 'Trần Thị Mẫu', role: 'secretary' as const, jobTitle: 'Giáo viên', phone: '0912345678' };

/** Signs in and gives the headers of a browser that has. */
async function come(username: string, password: string): Promise<Headers> {
  const options = { username, password, address: '192.0.2.1', remember: false, headers: new Headers() };
  const lines = (await signIn(services, options)).headers.getSetCookie();
  return new Headers({ cookie: lines.map((line) => line.split(';')[0]).join('; ') });
}

test('a new member comes in with the one-time password, must change it, and is then like everybody', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const { userId, password } = await addMember(principal, { member: { ...facts, username: 'mautt' } });
  expect(password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  await expect(addMember(principal, { member: { ...facts, username: 'mautt' } })).rejects.toMatchObject({
    code: 'identity.username-taken',
  });
  expect(await addMember(principal, { member: { ...facts, username: '' } })).toMatchObject({ username: 'mautt2' });
  const browser = await come('mautt', password);
  const found = await findSession(services, browser);
  expect(found).toMatchObject({ membership: { role: 'secretary' }, session: { mustChangePassword: true } });
  const own = { ...principal, user: found!.user, role: 'secretary' as const };
  const options = { username: 'mautt', present: null, wanted: password, sessionId: found!.session.id, address: 'x' };
  expect(await changeOwnPassword(own, options)).toEqual({ field: 'newPassword', problem: 'same' });
  expect(await changeOwnPassword(own, { ...options, wanted: 'nắng sớm mai' })).toBeNull();
  expect(await findSession(services, browser)).toMatchObject({ session: { mustChangePassword: false } });
  expect(await getMember(principal, { userId })).toMatchObject({
    ...facts,
    username: 'mautt',
    temporaryPassword: false,
  });
  await expect(come('mautt', password)).rejects.toMatchObject({ code: 'identity.wrong-credentials' });
  // From now on the present one is asked for.
  expect(await changeOwnPassword(own, { ...options, wanted: 'nắng sớm mai nữa' })).toEqual({
    field: 'password',
    problem: 'wrong',
  });
});

test('a one-time password that nobody used in two weeks opens nothing', async () => {
  const principal = await actingAs(db, {
    role: 'principal',
    clock: new FixedClock(new Date(Date.now() - 15 * 86_400_000)),
  });
  const { password } = await addMember(principal, { member: { ...facts, username: 'quahan' } });
  await expect(come('quahan', password)).rejects.toMatchObject({ code: 'identity.password-expired' });
  expect(
    await owner
      .selectFrom('session')
      .innerJoin('user', 'user.id', 'session.userId')
      .selectAll()
      .where('username', '=', 'quahan')
      .execute(),
  ).toEqual([]);
});

test('what somebody else has changed meanwhile is shown, not overwritten', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId });
  expect(await changeMember(principal, { userId, version: 1, facts })).toEqual({ saved: true });
  const late = await changeMember(principal, { userId, version: 1, facts: { ...facts, displayName: 'Tên Khác' } });
  expect(late).toMatchObject({ saved: false, current: { displayName: 'Trần Thị Mẫu', version: 2 } });
  expect(await deactivateMember(principal, { userId, version: 1 })).toMatchObject({ saved: false });
  const audit = await owner
    .selectFrom('audit_entry')
    .select(['action', 'details'])
    .where('subject_id', '=', userId)
    .execute();
  expect(audit).toEqual([
    {
      action: 'identity.member-changed',
      details: { changed: ['displayName', 'role', 'jobTitle', 'phone'], role: { from: 'staff', to: 'secretary' } },
    },
  ]);
});

test('the last principal stays one, even when two step down at once', async () => {
  const first = await actingAs(db, { role: 'principal', clock });
  const own = { userId: first.user.id, version: 1, facts };
  await expect(changeMember(first, own)).rejects.toMatchObject({ code: 'identity.last-principal' });
  await expect(deactivateMember(first, own)).rejects.toMatchObject({ code: 'identity.last-principal' });
  const second = await actingAs(db, { role: 'principal', schoolId: first.schoolId, clock });
  const outcomes = await Promise.allSettled([
    changeMember(first, own),
    deactivateMember(second, { userId: second.user.id, version: 1 }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const left = (
    await owner.selectFrom('membership').selectAll().where('school_id', '=', first.schoolId).execute()
  ).filter(({ role, active }) => role === 'principal' && active);
  expect(left).toHaveLength(1);
});

test('who has left is out at once, cannot come in, and is still named', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, {
    schoolId: principal.schoolId,
    username: 'roitruong',
    displayName: 'Lê Văn Rời',
  });
  const browser = await come('roitruong', 'mua thu la bay');
  expect(await findSession(services, browser)).not.toBeNull();
  await deactivateMember(principal, { userId, version: 1 });
  expect(await findSession(services, browser)).toBeNull();
  await expect(come('roitruong', 'mua thu la bay')).rejects.toMatchObject({ code: 'identity.not-active' });
  await expect(resetPassword(principal, { userId })).rejects.toMatchObject({ code: 'identity.not-active' });
  expect((await listMembers(principal)).find((member) => member.userId === userId)).toMatchObject({ active: false });
  await reactivateMember(principal, { userId, version: 2 });
  expect(await findSession(services, await come('roitruong', 'mua thu la bay'))).not.toBeNull();
});

test('a reset password ends the sessions; not of somebody who works in another school too', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId, username: 'quenmk' });
  const browser = await come('quenmk', 'mua thu la bay');
  const { password } = await resetPassword(principal, { userId });
  expect(await findSession(services, browser)).toBeNull();
  expect(await findSession(services, await come('quenmk', password))).toMatchObject({
    session: { mustChangePassword: true },
  });
  const other = await actingAs(db, { role: 'principal', clock });
  await owner
    .insertInto('membership')
    .values({ school_id: other.schoolId, user_id: userId, role: 'staff', display_name: 'Hai Trường' })
    .execute();
  await expect(resetPassword(other, { userId })).rejects.toMatchObject({ code: 'identity.account-of-several-schools' });
});

test('a school names a person for itself only', async () => {
  const one = await actingAs(db, { role: 'principal', clock });
  const two = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: one.schoolId, username: 'haiten', displayName: 'Vũ Thị Hai' });
  const there = { school_id: two.schoolId, user_id: userId, role: 'staff', display_name: 'Vũ Thị Hai' };
  await owner.insertInto('membership').values(there).execute();
  await changeMember(two, { userId, version: 1, facts: { ...facts, displayName: 'Tên Trường Hai Đặt' } });
  expect(await findSession(services, await come('haiten', 'mua thu la bay'))).toMatchObject({
    user: { displayName: 'Vũ Thị Hai' },
    membership: { schoolId: one.schoolId },
  });
  expect(await owner.selectFrom('user').select('name').where('id', '=', userId).execute()).toEqual([
    { name: 'Vũ Thị Hai' },
  ]);
  await changeMember(one, { userId, version: 1, facts: { ...facts, displayName: 'Vũ Thị Đổi Tên' } });
  const found = await findSession(services, await come('haiten', 'mua thu la bay'));
  expect(found?.user.displayName).toBe('Vũ Thị Đổi Tên');
});

test('passwords and cards are given on one connection: people who wait for one another would wait for ever', async () => {
  const narrow = createDatabase(createPool({ ...access.app, connectionTimeoutMillis: 2000 }, 1));
  try {
    const principal = { ...(await actingAs(db, { role: 'principal', clock })), db: narrow };
    const userId = await aColleague(db, { schoolId: principal.schoolId });
    expect((await resetPassword(principal, { userId })).password).not.toBe('');
    expect(await issueCards(principal, { userIds: [userId], days: 30 })).toHaveLength(1);
  } finally {
    await narrow.destroy();
  }
});

test('own sessions are listed and ended, those of others are not there', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const userId = await aColleague(db, { schoolId: principal.schoolId, username: 'haimay' });
  const own = { ...principal, role: 'staff' as const, user: { id: userId, displayName: '' } };
  const [one, two] = [await come('haimay', 'mua thu la bay'), await come('haimay', 'mua thu la bay')];
  const sessions = await listOwnSessions(own);
  expect(sessions).toHaveLength(2);
  for (const sessionId of [sessions[0]!.id, 'no id'])
    await expect(endOwnSessions(principal, { sessionId })).rejects.toMatchObject({
      code: 'identity.session.not-found',
    });
  const { session } = (await findSession(services, two))!;
  expect(await endOwnSessions(own, { allBut: session.id })).toBe(1);
  expect(await findSession(services, one)).toBeNull();
  expect(await findSession(services, two)).not.toBeNull();
});

test('two who take one name at the same moment: one has it, the other is told', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const add = () => addMember(principal, { member: { ...facts, username: 'cung.luc' } });
  const answers = await Promise.allSettled([add(), add(), add()]);
  const refused = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as { code: string }] : [],
  );
  expect(refused.map(({ code }) => code)).toEqual(['identity.username-taken', 'identity.username-taken']);
});

test('all other sessions end, however many there are', async () => {
  const principal = await actingAs(db, { role: 'principal', clock });
  const ids = await Promise.all(Array.from({ length: 103 }, () => aSession(db, principal.user.id)));
  expect(await endOwnSessions(principal, { allBut: ids[0]! })).toBe(102);
  expect(await listOwnSessions(principal)).toMatchObject([{ id: ids[0] }]);
});
