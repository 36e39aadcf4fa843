import { expect, test } from 'vitest';
import { createAuth } from '#server/identity/create-auth.ts';
import { findSession } from '#server/identity/find-session.ts';
import { hasAccounts } from '#server/identity/has-accounts.ts';
import { signIn } from '#server/identity/sign-in.ts';
import { signOut } from '#server/identity/sign-out.ts';
import { FixedClock } from '#server/platform/clock.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { createSampleSchool } from './create-sample-school.ts';
import { createSchool } from './create-school.ts';
import { findSchool } from './find-school.ts';

const { db, owner } = await useDatabase();
const clock = new FixedClock('2026-11-22T08:00:00+07:00');
const auth = createAuth({ db, secret: 'a secret for tests, long enough to be one', origin: 'http://localhost:3000' });
const services = { db, auth, clock };

const school = {
  name: 'Trường Mầm non Ổi Hồng',
  type: 'preschool' as const,
  governingBody: 'UBND xã Ví Dụ',
  schoolYear: { start: 2026 },
  place: null,
};
const principal = { displayName: 'Nguyễn Thị Thí Dụ', username: 'hieutruong', password: 'mua thu la bay' };
const come = async (username: string, password: string, address = '192.0.2.1') =>
  (await signIn(services, { username, password, address, remember: false, headers: new Headers() })).headers;

test('two people press the button at once: one school, whose principal signs in, works and leaves', async () => {
  expect(await hasAccounts(db)).toBe(false);
  const results = await Promise.allSettled([
    createSchool(services, { school, principal }),
    createSchool(services, { school, principal: { ...principal, username: 'nguoikhac' } }),
  ]);
  const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(made).toHaveLength(1);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({
    code: 'organisations.already-set-up',
  });
  await expect(createSampleSchool(services)).rejects.toMatchObject({ code: 'organisations.already-set-up' });
  expect(await owner.selectFrom('school').select('name').execute()).toHaveLength(1);

  const { username } = await owner.selectFrom('user').select('username').executeTakeFirstOrThrow();
  const answer = await come(username ?? '', principal.password);
  const cookie = answer
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  expect(answer.getSetCookie()[0]).toMatch(/HttpOnly/i);
  const headers = new Headers({ cookie });
  const session = await findSession(services, headers);
  expect(session).toMatchObject({
    user: { displayName: 'Nguyễn Thị Thí Dụ', username },
    membership: { role: 'principal' },
  });
  const context = { db, clock, user: session!.user, ...session!.membership };
  expect(await findSchool(context)).toMatchObject({ name: school.name, schoolYear: { start: 2026 } });

  await signOut(services, headers);
  expect(await findSession(services, headers)).toBeNull();
  const audit = await owner
    .selectFrom('audit_entry')
    .select(['action', 'actor_id'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  expect(audit.map(({ action }) => action)).toEqual(['organisations.school-created', 'identity.signed-in']);
  expect(audit.every(({ actor_id }) => actor_id === session!.user.id)).toBe(true);
});

test('wrong password, unknown name and impossible name get the same answer', async () => {
  for (const [username, password] of [
    ['hieutruong', 'sai mật khẩu'],
    ['khong.co.ai', 'mua thu la bay'],
    ['có dấu', 'mua thu la bay'],
    ['hieutruong', ''],
  ] as const) {
    await expect(come(username, password)).rejects.toMatchObject({ code: 'identity.wrong-credentials', details: {} });
  }
});

test('after ten guesses at a name from one place, that place waits; others do not; time heals', async () => {
  for (let guess = 0; guess < 10; guess++) {
    await expect(come('doanmo', 'x', '192.0.2.9')).rejects.toMatchObject({ code: 'identity.wrong-credentials' });
  }
  await expect(come('doanmo', 'x', '192.0.2.9')).rejects.toMatchObject({
    code: 'identity.too-many-attempts',
    details: { minutes: 15 },
  });
  await expect(come('doanmo', 'x', '192.0.2.10')).rejects.toMatchObject({ code: 'identity.wrong-credentials' });
  clock.advance(15 * 60_000);
  await expect(come('doanmo', 'x', '192.0.2.9')).rejects.toMatchObject({ code: 'identity.wrong-credentials' });
  const keys = await owner.selectFrom('rateLimit').select('key').execute();
  expect(keys.some(({ key }) => key.includes('doanmo') || key.includes('192.0.2'))).toBe(false);
});
