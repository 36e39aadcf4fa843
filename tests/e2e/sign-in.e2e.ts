import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, newPage, type RunningApp, signUp, startApp, startBrowser } from '../support/browser.ts';

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

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('in, on to the page that was asked for, and out again', async () => {
  const page = await newPage(browser, app);
  await page.goto('/standards?q=dan+chu');
  await page.getByText('Hãy đăng nhập để xem trang này.').waitFor();
  await look(page, 'sign-in');
  await signIn(page, ' HieuTruong', 'mua thu la bay');
  await page.waitForURL('**/standards?q=dan+chu');

  const session = (await page.context().cookies()).find(({ name }) => name.includes('session_token'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });

  await page.getByLabel('Tài khoản: Nguyễn Thị Hoa').click();
  await look(page, 'account-menu');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByText('Bạn đã đăng xuất.').waitFor();
  await page.goto('/');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('a wrong password and an unknown name are told apart by nobody; the name that was typed stays', async () => {
  const said: string[] = [];
  for (const username of ['hieutruong', 'khong.co', 'Có Dấu']) {
    const page = await newPage(browser, app);
    await page.goto('/sign-in');
    await signIn(page, username, 'sai mật khẩu');
    said.push(await page.getByRole('alert').innerText());
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe(username);
    if (username === 'hieutruong') await look(page, 'sign-in-wrong');
  }
  expect(new Set(said).size).toBe(1);
  expect(said[0]).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
});

test('guessing is stopped, and the wait is named', async () => {
  const page = await newPage(browser, app);
  await page.goto('/sign-in');
  for (let attempt = 0; attempt < 11; attempt++) await signIn(page, 'doanmo', `lần ${attempt}`);
  await page.getByText(/Đã thử quá nhiều lần. Hãy đợi \d+ phút/).waitFor();
});

test('text size, contrast and language are remembered, with and without script', async () => {
  for (const script of [true, false]) {
    const page = await newPage(browser, app, { script });
    await page.goto('/sign-in');
    await page.getByLabel('Tên đăng nhập').fill('hoa');
    await page.getByRole('button', { name: 'Chữ to hơn' }).click();
    await page.locator('html[data-text-size="112"]').waitFor();
    if (script) expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('hoa');
    await page.getByRole('button', { name: 'Tương phản cao' }).click();
    await page.locator('html[data-contrast="high"]').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-text-size')).toBe('112');
    if (script) await look(page, 'sign-in-english-large-high-contrast');
  }
});

test('by keyboard alone', async () => {
  const page = await newPage(browser, app);
  await page.goto('/sign-in');
  await page.locator('input:focus').waitFor();
  await page.keyboard.type('hieutruong');
  await page.keyboard.press('Tab');
  await page.keyboard.type('mua thu la bay');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${app.url}/`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test('what another site sends is refused, and every answer carries the security headers', async () => {
  const foreign = await fetch(`${app.url}/sign-in`, {
    method: 'POST',
    headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'username=hieutruong&password=mua+thu+la+bay',
  });
  expect(foreign.status).toBe(403);
  for (const path of ['/sign-in', '/', '/khong-co', '/settings']) {
    const answer = await fetch(app.url + path, { redirect: 'manual' });
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(answer.headers.get('x-frame-options'), path).toBe('SAMEORIGIN');
  }
  const policy = (await fetch(`${app.url}/sign-in`)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
});
