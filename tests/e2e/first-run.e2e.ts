import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { look, newPage, type RunningApp, startApp, startBrowser } from '../support/browser.ts';

let browser: Browser;
let app: RunningApp;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.stop());

test('an empty installation leads from every page to the first run, and a school is made there', async () => {
  const page = await newPage(browser, app);
  for (const path of ['/', '/standards', '/sign-in', '/no-such-page']) {
    await page.goto(path);
    expect(new URL(page.url()).pathname, path).toBe('/first-run');
  }
  await look(page, 'first-run');

  await page.getByRole('link', { name: 'Tạo trường của tôi' }).click();
  await look(page, 'first-run-school');
  await page
    .getByLabel('Tên trường')
    .fill('Trường Mầm non Bán công Ổi Ế Ự Nguyễn Thị Thập – Phân hiệu Đồng Bưởi Thượng');
  await page.getByLabel('Cơ quan chủ quản').fill('UBND xã Bình Minh');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hoa');
  await page.getByLabel('Tên đăng nhập').fill('hiệu trưởng');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('12345678');
  await page.getByRole('button', { name: 'Tạo trường và vào trang chính' }).click();

  const summary = page.getByRole('alert');
  await summary.getByText('Cần xem lại 3 chỗ').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  expect(await page.getByLabel('Tên trường').inputValue()).toContain('Đồng Bưởi Thượng');
  expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('hiệu trưởng');
  await look(page, 'first-run-school-errors');

  await summary.getByRole('link', { name: 'Hãy chọn loại trường.' }).click();
  await page.getByLabel('Loại trường').selectOption('preschool');
  await page.getByLabel('Tên đăng nhập').fill('hieutruong');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mua thu la bay');
  await page.getByRole('button', { name: 'Tạo trường và vào trang chính' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('heading', { name: 'Việc tiếp theo' }).waitFor();
  expect(await page.getByRole('link', { name: 'Tải kế hoạch lên' }).getAttribute('href')).toBe('/uploads');
  await look(page, 'home-empty');
  await page.goto('/school');
  await look(page, 'school');

  await page.goto('/first-run/school');
  expect(new URL(page.url()).pathname).toBe('/');
});

test('the sample school opens with one button, without script too', async () => {
  const page = await newPage(browser, app, { script: false });
  await page.goto('/');
  await page.getByRole('button', { name: 'Mở trường mẫu' }).click();
  await page.getByRole('heading', { name: 'Trường mẫu đã sẵn sàng' }).waitFor();
  expect((await page.locator('.password').innerText()).length).toBeGreaterThanOrEqual(12);
  await page.getByRole('link', { name: 'Vào trường mẫu' }).click();
  await page.getByText('Trường Mầm non Nắng Sớm').first().waitFor();
  await page.getByRole('link', { name: 'Kế hoạch cải tiến chất lượng giáo dục' }).first().waitFor();

  // From looking around to the own school, and what was mistyped there is mended.
  await page.getByRole('link', { name: 'Tạo trường của tôi' }).click();
  await page.getByLabel('Tên trường').fill('Trường Mầm non Ôỉ Hồng');
  await page.getByLabel('Loại trường').selectOption('preschool');
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Hoa');
  await page.getByLabel('Tên đăng nhập').fill('hieutruong');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mua thu la bay');
  await page.getByRole('button', { name: 'Tạo trường và vào trang chính' }).click();
  await page.getByText('Trường Mầm non Ôỉ Hồng').waitFor();
  expect(await page.getByRole('link', { name: 'Tạo trường của tôi' }).count()).toBe(0);
  await page.goto('/school');
  await page.getByLabel('Tên trường').fill('');
  await page.getByRole('button', { name: 'Lưu thông tin nhà trường' }).click();
  await page.getByRole('alert').getByText('Hãy ghi tên trường.').waitFor();
  await page.getByLabel('Tên trường').fill('Trường Mầm non Ổi Hồng');
  await page.getByRole('button', { name: 'Lưu thông tin nhà trường' }).click();
  await page.getByText('Đã lưu thông tin nhà trường.').waitFor();
  await page.goto('/');
  await page.getByText('Trường Mầm non Ổi Hồng').waitFor();
});
