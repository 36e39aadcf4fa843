import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const screenshots = join(root, 'test-results/screenshots');

/** The widths at which every screen is looked at: phone in a corridor, tablet, office screen. */
export const WIDTHS = [360, 768, 1440] as const;

export interface RunningApp {
  url: string;
  dataDirectory: string;
  pid: number;
  /** What it wrote so far, log and all. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the built product on a free port with a data directory of its own, removed when it stops. */
export async function startApp(given: { program?: string; env?: Record<string, string> } = {}): Promise<RunningApp> {
  await build();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'caitien-e2e-'));
  const child = spawn(process.execPath, [join(root, given.program ?? 'tests/support/serve-app.ts')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      CAITIEN_DATA: dataDirectory,
      CAITIEN_LOG: 'warn',
      DATABASE_URL: '',
      ...given.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const port = await listeningPort(child);
  return {
    url: `http://localhost:${port}`,
    dataDirectory,
    pid: child.pid!,
    output: () => output,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

let building: Promise<unknown> | null = null;

/** Once per run; `CAITIEN_BUILT=1` says that the build is fresh. */
async function build(): Promise<void> {
  if (process.env['CAITIEN_BUILT'] === '1' && existsSync(join(root, 'build/handler.js'))) return;
  building ??= promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: root,
  });
  await building;
}

/** `serve-app.ts` prints its port in one line of its own. */
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk));
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /^port (\d+)$/m.exec(chunk.toString())?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${errors}`)));
  });
}

export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A fresh person at a browser: no cookies but those given, Vietnamese. Closed when the test is. */
export async function newPage(
  browser: Browser,
  app: RunningApp,
  options: { script?: boolean; locale?: string; context?: BrowserContext; cookies?: StorageState } = {},
): Promise<Page> {
  const context =
    options.context ??
    (await browser.newContext({
      baseURL: app.url,
      locale: options.locale ?? 'vi-VN',
      viewport: { width: 1440, height: 900 },
      javaScriptEnabled: options.script ?? true,
      ...(options.cookies ? { storageState: options.cookies } : {}),
    }));
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPicture(page, `failed ${task.name}`);
    if (!options.context) await context.close();
  });
  page.setDefaultTimeout(15_000);
  missing.set(page, []);
  page.on('response', (answer) => {
    if (PARTS.has(answer.request().resourceType()) && answer.status() >= 400) missing.get(page)!.push(answer.url());
  });
  return page;
}

/** What a page is made of beside its words; a part that is not there is seen by nobody but the eye. */
const PARTS = new Set(['font', 'stylesheet', 'script', 'image']);
const missing = new WeakMap<Page, string[]>();

/**
 * Looks at the page as it stands: no violation of WCAG 2.2 AA, no sideways scroll at 320 px, nothing refused by the content
 * security policy, no letters, styles or scripts missing; keeps a picture at each width as `<name>-<width>.png`.
 */
export async function look(page: Page, name: string): Promise<void> {
  await mkdir(screenshots, { recursive: true });
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.screenshot({ path: join(screenshots, `${name}-${width}.png`), fullPage: true });
    // The tablet shows nothing that phone and office screen do not.
    if (width !== 768) await expectAccessible(page, `${name} at ${width}`);
  }
  expect(missing.get(page) ?? [], `${name} lacks these`).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${name} scrolls sideways at 320 px`).toBeLessThanOrEqual(320);
  await page.setViewportSize(before);
}

async function keepPicture(page: Page, name: string): Promise<void> {
  if (page.isClosed()) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name.replace(/[^\p{L}\d]+/gu, '-')}.png`), fullPage: true });
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function expectAccessible(page: Page, name: string): Promise<void> {
  // Without it the results are gathered in a page of their own, which doubles the time; no page of ours holds a foreign frame.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(' | ')})`,
  );
  expect(said, name).toEqual([]);
}

/** The school and principal that most journeys begin with: username "hieutruong", password "mua thu la bay". */
export async function signUp(app: RunningApp): Promise<void> {
  const body = new URLSearchParams({
    name: 'Trường Mầm non Ổi Hồng',
    type: 'preschool',
    governingBody: 'UBND xã Bình Minh',
    place: 'Bình Minh',
    schoolYear: '2026-2027',
    displayName: 'Nguyễn Thị Hoa',
    username: 'hieutruong',
    password: 'mua thu la bay',
  });
  const answer = await fetch(`${app.url}/first-run/school`, {
    method: 'POST',
    body,
    headers: { origin: app.url, accept: 'text/html' },
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`the school was not made: ${answer.status}`);
}

/** A page of that principal, signed in. */
export function newPrincipalPage(browser: Browser, app: RunningApp): Promise<Page> {
  return signedInPage(browser, app, { username: 'hieutruong', password: 'mua thu la bay' });
}

/** A page of somebody who has come in with a name and a password. */
export async function signedInPage(
  browser: Browser,
  app: RunningApp,
  account: { username: string; password: string },
): Promise<Page> {
  const page = await newPage(browser, app);
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(account.username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(`${app.url}/`);
  return page;
}

/** The browser and the product that the journeys of one file share, with the school that `signUp` makes. */
export interface SchoolInBrowser {
  readonly browser: Browser;
  readonly app: RunningApp;
  /** A page of its principal, signed in. */
  principal(): Promise<Page>;
}

/** Starts both before the tests of a file and stops them after. To be called once, outside of every test. */
export function useSchool(): SchoolInBrowser {
  let browser: Browser;
  let app: RunningApp;
  beforeAll(async () => {
    [browser, app] = await Promise.all([startBrowser(), startApp()]);
    await signUp(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get app() {
      return app;
    },
    principal: () => newPrincipalPage(browser, app),
  };
}
