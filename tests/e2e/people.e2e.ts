import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  look,
  newPage,
  newPrincipalPage,
  type RunningApp,
  signUp,
  startApp,
  startBrowser,
} from '../support/browser.ts';

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
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function addPerson(page: Page, name: string, role: string): Promise<{ username: string; password: string }> {
  await page.goto('/people/new');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Vai trò').selectOption({ label: role });
  await page.getByRole('button', { name: 'Thêm và lấy mật khẩu' }).click();
  const told = page.getByRole('status').locator('dd');
  return { username: await told.nth(0).innerText(), password: await told.nth(1).innerText() };
}

test('the principal adds somebody, who comes in once with what was told and chooses a password', async () => {
  const principal = await newPrincipalPage(browser, app);
  await principal.getByRole('link', { name: 'Nhân sự' }).click();
  await principal.getByRole('heading', { name: 'Nhân sự của trường' }).waitFor();
  await principal.getByRole('link', { name: 'Thêm một người' }).click();
  await principal.getByLabel('Điện thoại').fill('máy bàn');
  await principal.getByRole('button', { name: 'Thêm và lấy mật khẩu' }).click();
  await principal.getByText('Cần xem lại 2 chỗ').waitFor();
  await look(principal, 'people-new-faulty');
  const told = await addPerson(principal, 'Trần Thị Thu Hoài Thương Nhớ', 'Thư ký hội đồng');
  expect(told.username).toBe('nhotttht');
  await look(principal, 'people-new-told');

  const page = await newPage(browser, app, { script: false });
  await signIn(page, told.username, told.password);
  await page.waitForURL('**/account/password');
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/account/password');
  await page.getByLabel('Mật khẩu mới').fill('12345678');
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await page.getByText('quá dễ đoán').first().waitFor();
  await page.getByLabel('Mật khẩu mới').fill('nắng sớm mai vàng');
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await page.waitForURL(`${app.url}/`);
  await page.goto('/people');
  await page.getByText('Nguyễn Thị Hoa').first().waitFor();
  expect(await page.getByRole('link', { name: 'Thêm một người' }).count()).toBe(0);
});

test('search, change, conflict of two windows, the last principal', async () => {
  const page = await newPrincipalPage(browser, app);
  await addPerson(page, 'Lê Văn Đổi', 'Cán bộ, giáo viên, nhân viên');
  await page.goto('/people?q=doi+le');
  await page.getByRole('link', { name: 'Lê Văn Đổi' }).click();
  const other = await newPage(browser, app, { context: page.context() });
  await other.goto(page.url());
  await page.getByLabel('Chức vụ').fill('Tổ trưởng tổ Văn phòng');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByText('Đã lưu.').waitFor();
  await other.getByLabel('Chức vụ').fill('Văn thư');
  await other.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await other.getByText('Tổ trưởng tổ Văn phòng').waitFor();
  expect(await other.getByLabel('Chức vụ').inputValue()).toBe('Văn thư');
  await look(other, 'people-member-conflict');
  await other.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await other.getByText('Đã lưu.').waitFor();
  await other.close();

  await page.goto('/people?q=hieutruong');
  await page.getByRole('link', { name: 'Nguyễn Thị Hoa' }).click();
  await page.getByLabel('Vai trò').selectOption('deputy');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByText('hiệu trưởng duy nhất').waitFor();
});

test('who has left is out in the same moment; a forgotten password is reset', async () => {
  const principal = await newPrincipalPage(browser, app);
  const told = await addPerson(principal, 'Phạm Thị Rời', 'Người xem');
  const page = await newPage(browser, app);
  await signIn(page, told.username, told.password);
  await page.waitForURL('**/account/password');
  await principal.goto('/people?q=roi');
  await principal.getByRole('link', { name: 'Phạm Thị Rời' }).click();
  await principal.getByRole('button', { name: 'Tạm dừng tài khoản' }).click();
  await principal.getByText('Đã tạm dừng').waitFor();
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, told.username, told.password);
  await page.getByText('Tài khoản này đã được tạm dừng').waitFor();
  await principal.goto('/people');
  await look(principal, 'people');
  await principal.getByRole('link', { name: 'Phạm Thị Rời' }).click();
  await principal.getByRole('button', { name: 'Mở lại tài khoản' }).click();
  await principal.getByRole('button', { name: 'Đặt lại mật khẩu' }).click();
  const password = await principal.getByRole('status').locator('dd').nth(1).innerText();
  await signIn(page, told.username, password);
  await page.waitForURL('**/account/password');
});

test('own account: the list of devices, ending one, a new password', async () => {
  const page = await newPrincipalPage(browser, app);
  const other = await newPrincipalPage(browser, app);
  await page.getByLabel('Tài khoản: Nguyễn Thị Hoa').click();
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await page.getByText('máy này').waitFor();
  await look(page, 'account');
  await page.getByRole('button', { name: 'Cho thoát mọi máy khác' }).click();
  await page.getByText('Đã cho thoát.').waitFor();
  await other.goto('/plans');
  expect(new URL(other.url()).pathname).toBe('/sign-in');
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill('sai');
  await page.getByLabel('Mật khẩu mới').fill('mùa hạ nắng vàng');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByText('Mật khẩu hiện tại không đúng.').first().waitFor();
});

test('the table of roles', async () => {
  const page = await newPrincipalPage(browser, app);
  await page.goto('/roles');
  await page.getByText('Vai trò của bạn: Hiệu trưởng').waitFor();
  await look(page, 'roles');
});
