import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from '../security/person.ts';
import { rawRequest } from '../security/raw-request.ts';
import { PASSWORD, SECRET, type Seed, seedOf, usernameOf } from '../security/seed.ts';
import { newPage, type RunningApp, startApp, startBrowser } from '../support/browser.ts';

let browser: Browser;
let app: RunningApp;
let seed: Seed;

beforeAll(async () => {
  const env = { CAITIEN_LOG: 'debug' };
  [browser, app] = await Promise.all([
    startBrowser(),
    startApp({ program: 'tests/security/serve-two-schools.ts', env }),
  ]);
  seed = seedOf(app.output());
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

async function principal(): Promise<Person> {
  const person = new Person(app.url);
  await person.signIn(usernameOf('first', 'principal'));
  return person;
}

const PAYLOADS = [
  '<img src=x onerror="window.__ran=1">',
  '"><script>window.__ran=1</script>',
  "'><svg onload=window.__ran=1>",
  '</textarea></title><script>window.__ran=1</script>',
  'javascript:window.__ran=1',
  '{@html "<script>window.__ran=1</script>"}',
  '#panic("x") #eval("1") $x$ @ref <label> \\u{41}',
  '=HYPERLINK("http://evil.example","x")',
];
const EVIL = PAYLOADS.join(' ');

/** Counts scripts of strangers that ran, and what the policy had to stop. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('dialog')));
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(message.text());
  });
  page.on('request', (asked) => {
    if (!asked.url().startsWith(app.url) && !/^(data|blob):/.test(asked.url())) seen.push(asked.url());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      // eslint-disable-next-line no-console -- read by the listener above, in the browser
      console.error(`Content-Security-Policy ${event.blockedURI}`),
    );
  });
  return seen;
}

test('what people type and what files say is shown as text: nothing of it runs', async () => {
  const person = await principal();
  const { planId, itemIds } = seed.first;
  const cell = `/plans/${planId}/items/${itemIds[0]}`;
  let version = 1;
  for (const field of ['need', 'expectedResult', 'action', 'leads', 'time', 'budget', 'note', 'expectedEvidence']) {
    const answer = await person.ask(`${cell}/cell`, { json: { version: version++, field, text: EVIL } });
    expect(answer.status, field).toBe(200);
  }
  const facts = ['governingBody', 'schoolName', 'number', 'place', 'title', 'signerRole', 'signerName', 'recipients'];
  const page1 = await person.ask(`/plans/${planId}/document`);
  const form = Object.fromEntries(facts.map((name) => [name, EVIL]));
  const saved = await person.ask(`/plans/${planId}/document`, {
    form: { ...form, date: '05/09/2026', version: /name="version" value="(\d+)"/.exec(page1.text)?.[1] ?? '' },
  });
  expect(saved.status).toBe(303);

  const escaped = EVIL.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = `<h1>TRƯỜNG MẦM NON NẮNG SỚM</h1><p>KẾ HOẠCH</p><p>Cải tiến chất lượng giáo dục năm học 2025-2026</p>
    <table><tr><th>TT</th><th>Tiêu chí</th><th>Nội dung cần cải tiến</th><th>Biện pháp</th><th>Thời gian</th><th>Người thực hiện</th></tr>
    <tr><td>1</td><td>Tiêu chí 1.5</td><td>${escaped}</td><td>Làm ${escaped}</td><td>13/2025</td><td>${escaped}</td></tr></table>
    <p>${escaped}</p>${PAYLOADS.join('')}`;
  const name = `"><img src=x onerror=window.__ran=1>\r\nX-Evil: 1\u202E.html`;
  const brought = await person.ask(`/uploads/receive?name=${encodeURIComponent(name)}`, {
    body: html,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const { id: upload } = JSON.parse(brought.text) as { id: string };
  while (/"busy":true/.test((await person.ask('/uploads/state')).text))
    await new Promise((next) => setTimeout(next, 200));
  const review = (await person.ask('/uploads?/again', { form: { upload } })).location!;
  expect(review).toMatch(/\/review$/);
  const reviewed = review.split('/')[2]!;

  const page = await newPage(browser, app);
  const seen = await watch(page);
  await page.context().addCookies([...person.cookies].map(([key, value]) => ({ name: key, value, url: app.url })));
  const paths = [
    ...[
      '',
      '/plans',
      '/uploads',
      `/plans/new?x=${encodeURIComponent(EVIL)}`,
      `/standards?q=${encodeURIComponent(EVIL)}`,
    ],
    ...['', '/findings', '/preview', '/document', '/items/new', '/rows'].map((rest) => `/plans/${planId}${rest}`),
    ...['narrative', 'by-level', 'bieu-2'].map((layout) => `/plans/${planId}/preview?layout=${layout}`),
    ...[cell, `${cell}/about`, review, `/plans/${reviewed}/findings`, `/plans/${reviewed}/preview`],
    `/sign-in?next=${encodeURIComponent('javascript:window.__ran=1')}`,
  ];
  for (const path of paths) {
    await page.goto(`${app.url}${path}`);
    await page.waitForTimeout(250);
    expect(await page.evaluate(() => (window as { __ran?: number }).__ran), path).toBeUndefined();
    expect(
      await page.evaluate(() => document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length),
      path,
    ).toBe(0);
    expect(seen, path).toEqual([]);
  }

  const file = await person.ask(`/uploads/${upload}/file`);
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="[\w.() -]*"; filename\*=UTF-8''[\w.~%!-]*$/,
  );
  expect(file.headers.get('x-evil')).toBeNull();
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");

  for (const format of ['docx', 'pdf', 'xlsx', 'json']) {
    expect((await person.ask(`/plans/${planId}/download?format=${format}`)).status, format).toBe(200);
  }
  const cookie = [...person.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const xlsx = await fetch(`${app.url}/plans/${planId}/download?format=xlsx`, { headers: { cookie } });
  const sheet = strFromU8(unzipSync(await xlsx.bytes())['xl/worksheets/sheet1.xml']!);
  expect(sheet, 'no cell is a formula').not.toMatch(/<f[ >]/);
});

test('a write is taken from a page of ours only, whatever it is dressed as', async () => {
  const person = await principal();
  const target = `/plans/${seed.first.planId}/items`;
  const body = JSON.stringify({ end: true });
  const own = app.url;
  const tries: [Record<string, string>, number][] = [
    [{ origin: own }, 201],
    [{ origin: own, 'sec-fetch-site': 'same-origin' }, 201],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: `${own}.evil.example` }, 403],
    [{ origin: `http://evil.example/${own}` }, 403],
    [{ origin: own, 'sec-fetch-site': 'cross-site' }, 403],
    [{ origin: own, 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: '' }, 403],
  ];
  for (const [headers, status] of tries) {
    for (const type of [
      'application/json',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await person.ask(target, { body, headers: { ...headers, 'content-type': type } });
      expect(answer.status, `${JSON.stringify(headers)} ${type}`).toBe(status);
    }
  }
});

test('another computer of the school signs in by the address that it types; an odd Host gains nothing', async () => {
  const form = new URLSearchParams({ username: usernameOf('first', 'staff'), password: PASSWORD }).toString();
  const type = 'application/x-www-form-urlencoded';
  const length = String(form.length);
  for (const host of ['192.168.1.20:3000', 'may-chu.local', '[fd00::1]:3000']) {
    const headers = {
      host,
      origin: `http://${host}`,
      'content-type': type,
      'content-length': length,
      accept: 'text/html',
    };
    const answer = await rawRequest(app.url, '/sign-in?next=/plans', headers, form);
    expect([answer.status, answer.location], host).toEqual([303, '/plans']);
    expect(answer.cookies.join(), host).toMatch(/session_token=[^;]+; Path=\/; HttpOnly; SameSite=Lax/);
    expect(answer.cookies.join(), 'a browser would drop it on http').not.toMatch(/secure|domain=/i);
  }
  for (const host of ['evil.example', 'a b', '[::1', '@evil', 'x/../y', '127.0.0.1:99999', '']) {
    const answer = await rawRequest(app.url, '/plans', { host }, '', 'GET');
    expect([303, 400], host).toContain(answer.status);
    expect(answer.location + answer.text, host).not.toContain('evil');
  }
  const poisoned = await rawRequest(
    app.url,
    '/plans',
    { host: 'x', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    '',
    'GET',
  );
  expect(poisoned.location).toBe('/sign-in?next=%2Fplans');
});

test('a session begins anew at sign-in and ends on the server at sign-out', async () => {
  const fixed = new Person(app.url);
  fixed.cookies.set('caitien.session_token', 'chosen-by-somebody-else.c2ln');
  const answer = await fixed.signIn(usernameOf('first', 'deputy'));
  const token = fixed.cookies.get('caitien.session_token')!;
  expect(token).not.toContain('chosen-by-somebody-else');
  expect(answer.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/);
  const again = new Person(app.url);
  await again.signIn(usernameOf('first', 'deputy'));
  expect(again.cookies.get('caitien.session_token')).not.toBe(token);

  const thief = new Person(app.url);
  for (const [name, value] of fixed.cookies) thief.cookies.set(name, value);
  expect((await thief.ask('/plans')).status).toBe(200);
  await fixed.ask('/sign-out', { form: {} });
  expect((await thief.ask('/plans')).status).toBe(303);
  expect((await again.ask('/plans')).status).toBe(200);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/%0d%0aX: y',
  '\\\\evil.example',
])('after sign-in %j leads nowhere else', async (next) => {
  const person = new Person(app.url);
  const form = { username: usernameOf('first', 'viewer'), password: PASSWORD };
  const { location } = await person.ask(`/sign-in?next=${encodeURIComponent(next)}`, { form });
  expect(new URL(location!, app.url).origin).toBe(app.url);
});

test('one guesser is stopped without locking the owner of the name out', async () => {
  const guesser = new Person(app.url);
  const name = usernameOf('second', 'monitor');
  for (let attempt = 0; attempt < 12; attempt++) await guesser.signIn(name, `sai ${attempt}`);
  expect((await guesser.signIn(name)).status).toBe(429);
  const other = await new Person(app.url).signIn(usernameOf('second', 'staff'));
  expect(other.status).toBe(303);
});

test('a hostile file holds nobody up', async () => {
  const person = await principal();
  const { makeDocx, p, cell } = await import('../samples/files/make-docx.ts');
  const row = `<w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr>${cell('STT')}${cell('x')}</w:tr>`;
  const bytes = makeDocx(`${p('KẾ HOẠCH')}<w:tbl>${row.repeat(50)}</w:tbl>`);
  const brought = await person.ask('/uploads/receive?name=rong.docx', { body: Buffer.from(bytes) });
  expect(brought.status).toBe(201);
  let asked = 0;
  for (; asked < 150 && /"busy":true/.test((await person.ask('/uploads/state')).text); asked++) {
    expect((await person.ask('/health')).status).toBe(200);
    await new Promise((next) => setTimeout(next, 100));
  }
  expect(asked).toBeLessThan(150);
});

test('the log names no person, password, session or word of a plan', async () => {
  const person = await principal();
  await person.ask('/sign-in', { form: { username: 'khong.co.nguoi', password: 'mat khau bi lo' } });
  await person.ask(`/plans/${seed.first.planId}/findings/list`);
  await person.ask('/settings', { body: SECRET, headers: { 'content-type': 'text/plain' } });
  await person.ask(`/uploads?before=-271821-04-20T00:00:00.000Z_${seed.first.planId}`);
  const written = app
    .output()
    .split('\n')
    .filter((line) => !line.startsWith('seed '))
    .join('\n');
  const database = readFileSync(join(app.dataDirectory, 'postgres.log'), 'utf8');
  const token = decodeURIComponent(person.cookies.get('caitien.session_token')!).split('.')[0]!;
  for (const log of [written, database]) {
    for (const word of [
      SECRET,
      PASSWORD,
      'mat khau bi lo',
      token,
      'khong.co.nguoi',
      'first.principal',
      '__ran',
      'HYPERLINK',
    ]) {
      expect(log.includes(word), word).toBe(false);
    }
  }
  expect(written).toContain('web.listening');
});
