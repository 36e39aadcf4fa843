import type { Browser, Page } from 'playwright-core';
import type { Role } from '#core/identity/role.ts';
import { PASSWORD, usernameOf } from '../security/seed.ts';
import { newPage, type RunningApp } from './browser.ts';

/** A window of somebody of the first school of `serve-two-schools.ts`, signed in. */
export async function signInAs(browser: Browser, app: RunningApp, role: Role): Promise<Page> {
  const page = await newPage(browser, app);
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(usernameOf('first', role));
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(`${app.url}/`);
  return page;
}
