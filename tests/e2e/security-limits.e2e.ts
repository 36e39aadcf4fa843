import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../security/person.ts';
import { usernameOf } from '../security/seed.ts';
import { type RunningApp, startApp } from '../support/browser.ts';

/** How much one person may ask for, and what every file says of itself. */
let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ program: 'tests/security/serve-two-schools.ts' });
});
afterAll(() => app.stop());

test('an address that the sender makes up does not give more tries', async () => {
  const guesser = new Person(app.url);
  const name = usernameOf('second', 'council-member');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt++) {
    const made = `203.0.113.${attempt}`;
    const headers = { 'x-forwarded-for': made, 'x-real-ip': made, forwarded: `for=${made}`, 'cf-connecting-ip': made };
    statuses.push((await guesser.ask('/sign-in', { form: { username: name, password: 'sai' }, headers })).status);
  }
  expect(statuses.at(-1)).toBe(429);
});

test('whoever downloads without end is told to wait; pages go on', async () => {
  const person = new Person(app.url);
  await person.signIn(usernameOf('second', 'deputy'));
  const none = '/uploads/00000000-0000-7000-8000-000000000000/file';
  const statuses = new Set<number>();
  for (let count = 0; count < 100; count++) statuses.add((await person.ask(none)).status);
  expect(statuses).toEqual(new Set([404]));
  const refused = await person.ask(none);
  expect([refused.status, /tải về quá nhiều tệp/.test(refused.text)]).toEqual([429, true]);
  expect((await person.ask('/plans')).status).toBe(200);
});

test('files of the build say what they are', async () => {
  const page = (await new Person(app.url).ask('/sign-in')).text;
  const files = [...new Set(page.match(/\/_app\/[^"'\s)]+\.(?:js|css|woff2|svg)/g))];
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const { status, headers } = await new Person(app.url).ask(file);
    expect([file, status, headers.get('x-content-type-options')]).toEqual([file, 200, 'nosniff']);
  }
});

test('of a hundred files at once fifty are taken, and the others are spoken of', async () => {
  const person = new Person(app.url);
  await person.signIn(usernameOf('first', 'principal'));
  const body = new FormData();
  for (let index = 0; index < 100; index++) body.append('files', new File([`x${index}`], `nhiều ${index}.txt`));
  const answer = await person.ask('/uploads?/upload', { body });
  expect([answer.status, /tối đa 50 tệp/.test(answer.text)]).toEqual([400, true]);
  const kept = new Set((await person.ask('/uploads')).text.match(/nhiều \d+/g));
  expect([...kept].sort()).toEqual(Array.from({ length: 50 }, (_, index) => `nhiều ${index}`).sort());
});
