import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed } from '#core/identity/permissions.ts';
import { type Role, ROLES } from '#core/identity/role.ts';
import { BAD_IDS, BAD_QUERIES, badBodies, badJson } from '../security/bad-requests.ts';
import { type Answer, Person } from '../security/person.ts';
import type { Ids, RouteLine } from '../security/route-line.ts';
import { ROUTES } from '../security/route-table.ts';
import { type Endpoint, endpoints } from '../security/routes.ts';
import { SECRET, type Seed, seedOf, usernameOf } from '../security/seed.ts';
import { Targets } from '../security/targets.ts';
import { type RunningApp, startApp } from '../support/browser.ts';

/** Generated from `src/routes`: each page, form action and handler is tried as everybody who may and may not ask it. */
let app: RunningApp;
let seed: Seed;
let targets: Targets;
const people = { first: new Map<Role, Person>(), second: new Map<Role, Person>() };

beforeAll(async () => {
  app = await startApp({ program: 'tests/security/serve-two-schools.ts' });
  seed = seedOf(app.output());
  for (const school of ['first', 'second'] as const) {
    for (const role of ROLES) {
      const person = new Person(app.url);
      expect((await person.signIn(usernameOf(school, role))).status).toBe(303);
      people[school].set(role, person);
    }
  }
  targets = new Targets(people.first.get('principal')!, [...people.first.values()], seed.first);
  await targets.prepare();
});
afterAll(() => app.stop());

const all = endpoints();
const lines = all.flatMap((name): [Endpoint, RouteLine][] => (ROUTES[name] ? [[name, ROUTES[name]]] : []));
const closed = lines.filter(([, { permission }]) => permission !== 'public');

async function ask(person: Person, [name, line]: [Endpoint, RouteLine], ids: Ids): Promise<Answer> {
  return person.ask(line.path(ids), { ...line.asking?.(ids), method: name.split(' ')[0]! });
}

function mayAsk(role: Role, { permission }: RouteLine): boolean {
  return !Array.isArray(permission) || permission.every((each) => isAllowed(role, each));
}

test('every route has its line', () => {
  expect(all.filter((name) => !ROUTES[name])).toEqual([]);
  expect(all.length).toBeGreaterThan(40);
});

describe.each(closed)('%s', (name, line) => {
  const method = name.split(' ')[0]!;
  /** Asking for a page changes nothing; what is sent has to be looked at. */
  const state = () => (method === 'GET' ? '' : targets.everything());

  test('nobody and strangers get nothing, roles what the permissions say', async () => {
    const ids = await targets.ids(line);
    const path = line.path(ids);
    const before = await state();
    for (const cookie of ['', 'caitien.session_token=forged.c2lnbmF0dXJl; caitien.dont_remember=true']) {
      const given = line.asking?.(ids) ?? {};
      const answer = await new Person(app.url).ask(path, { ...given, method, headers: { ...given.headers, cookie } });
      if (method === 'GET') expect(answer.location).toMatch(/^\/sign-in(\?next=|$)/);
      else expect([401, 403]).toContain(answer.status);
      expect(answer.text).not.toContain(SECRET);
    }

    const named = Object.values(ids).some(
      (id) => id.length > 30 && (path + JSON.stringify(line.asking?.(ids) ?? {})).includes(id),
    );
    for (const [role, stranger] of people.second) {
      const answer = await ask(stranger, [name, line], ids);
      if (named) expect([403, 404], `stranger ${role}: ${answer.location}`).toContain(answer.status);
      expect(answer.status, `stranger ${role}`).toBeLessThan(500);
      expect(answer.text, `stranger ${role}`).not.toContain(SECRET);
    }
    for (const [role, person] of people.first) {
      if (mayAsk(role, line)) continue;
      expect((await ask(person, [name, line], ids)).status, role).toBe(line.refused ?? 403);
    }
    expect(await state()).toBe(before);

    for (const [role, person] of people.first) {
      if (!mayAsk(role, line)) continue;
      const answer = await ask(person, [name, line], await targets.ids(line, true));
      expect(answer.status, `${role} ${answer.text.slice(0, 300)}`).toBe(line.status ?? 200);
    }
  });

  test('ids that are none are told in words', async () => {
    const ids = await targets.ids(line);
    for (const id of BAD_IDS) {
      const path = line.path({
        ...ids,
        plan: id,
        item: id,
        removed: id,
        review: id,
        upload: id,
        member: id,
        group: id,
      });
      if (path === line.path(ids)) continue;
      const answer = await people.first.get('principal')!.ask(path, { ...line.asking?.(ids), method });
      expect([400, 404], `${path.slice(0, 80)}: ${answer.status}`).toContain(answer.status);
    }
  });
});

const pages = lines.filter(([name]) => name.startsWith('GET '));

test.each(pages)('%s takes no nonsense in its address', async (_, line) => {
  const ids = await targets.ids(line);
  for (const query of BAD_QUERIES) {
    const path = line.path(ids);
    const answer = await people.first.get('principal')!.ask(path + (path.includes('?') ? '&' : '?') + query);
    expect(answer.status, query.slice(0, 40)).toBeLessThan(500);
  }
});

/** A file may hold anything. */
const spoken = lines.filter(([name]) => name.startsWith('POST ') && name !== 'POST /uploads/receive');

test.each(spoken)('%s takes no nonsense', async (name, line) => {
  const known = line.permission === 'public' ? new Person(app.url) : people.first.get('principal')!;
  const ids = await targets.ids(line);
  const good = line.asking?.(ids) ?? {};
  for (const bad of badBodies(good)) {
    const answer = await known.ask(line.path(ids), { method: 'POST', ...bad });
    const said = `${JSON.stringify(bad).slice(0, 200)}: ${answer.status}`;
    expect(answer.status, said).toBeLessThan(500);
    expect(answer.text, said).not.toMatch(/\bat .*\.(js|ts):\d+|SELECT |node_modules/);
  }
  if (good.json !== undefined) {
    for (const json of badJson(good.json as Record<string, unknown>)) {
      const answer = await known.ask(line.path(ids), { method: 'POST', json });
      expect([400, 413], JSON.stringify(json).slice(0, 200)).toContain(answer.status);
    }
  }
  if (name !== 'POST /uploads?/upload') {
    const flood = await known.ask(line.path(ids), {
      body: 'x'.repeat(5 * 1024 * 1024),
      headers: { 'content-type': 'text/plain' },
    });
    expect(flood.status).toBeGreaterThanOrEqual(400);
    expect(flood.status).toBeLessThan(500);
  }
});

test('the public list is what it is meant to be', async () => {
  const open = lines.filter(([, { permission }]) => permission === 'public').map(([name]) => name.split(/ |\?/)[1]);
  expect([...new Set(open)].sort()).toEqual([
    '/card',
    '/consult/[token]',
    '/first-run',
    '/first-run/school',
    '/health',
    '/settings',
    '/sign-in',
    '/sign-in/code',
    '/sign-out',
  ]);
  for (const path of ['/first-run', '/first-run/school', '/sign-in', '/health']) {
    const answer = await new Person(app.url).ask(path);
    expect(answer.text).not.toContain(SECRET);
    expect([200, 303]).toContain(answer.status);
  }
});
