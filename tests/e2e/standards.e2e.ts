import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, newPrincipalPage, type RunningApp, signUp, startApp, startBrowser } from '../support/browser.ts';

let browser: Browser;
let app: RunningApp;
let page: Page;

beforeAll(async () => {
  [browser, app] = await Promise.all([startBrowser(), startApp()]);
  await signUp(app);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test('from the list of sets to a criterion and on to the next', { timeout: 240_000 }, async () => {
  page = await newPrincipalPage(browser, app);
  await page.getByRole('link', { name: 'Mở bộ tiêu chuẩn' }).click();
  await look(page, 'standards');
  await page.getByRole('link', { name: 'TT 19/2018 (mầm non)' }).click();
  await page.getByText('Hết hiệu lực').waitFor();
  await look(page, 'standards-set-2018');

  await page.getByRole('link', { name: '1.2 Hội đồng trường' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Tiêu chí 1.2' }).waitFor();
  expect((await page.getByRole('heading', { level: 2 }).allInnerTexts()).slice(0, 2)).toEqual(['Mức 1', 'Mức 2']);
  await look(page, 'standards-criterion-2018');
  await page.getByRole('link', { name: 'Tiêu chí sau: 1.3' }).click();
  await page.getByRole('heading', { level: 1, name: 'Tiêu chí 1.3' }).waitFor();

  await page.goto('/standards/tt57-2026-preschool');
  await look(page, 'standards-set-2026');
  await page.goto('/standards/tt57-2026-preschool/1.01');
  expect(new URL(page.url()).pathname).toBe('/standards/tt57-2026-preschool/1.1');
  await look(page, 'standards-criterion-2026');
});

test('search without tones; the words stand in the address', async () => {
  page = await newPrincipalPage(browser, app);
  await page.goto('/standards');
  await page.getByLabel('Tìm trong mọi tiêu chuẩn và văn bản').fill('dan chu');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/standards?q=dan+chu');
  const first = page.locator('ol.hits a').first();
  expect(await first.innerText()).toMatch(/dân chủ/i);
  await look(page, 'standards-search');
  await first.click();
  await page.getByRole('heading', { level: 1, name: /dân chủ/i }).waitFor();

  await page.goto('/standards?q=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u+nh%C3%A9');
  await page.getByText('Không có chỗ nào có').waitFor();
  await look(page, 'standards-search-nothing');
});

test('legal documents, found by number', async () => {
  page = await newPrincipalPage(browser, app);
  await page.goto('/standards/documents');
  await page.getByText(/^\d+ văn bản, tổng hợp đến ngày/).waitFor();
  await page.getByLabel('Tìm theo số, tên, cơ quan').fill('19/2018/TT-BGDDT');
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: '19/2018/TT-BGDĐT' }).waitFor();
  await page.goto('/standards/documents?q=mam+non');
  await look(page, 'documents');
});

test('what is not there is said so', async () => {
  page = await newPrincipalPage(browser, app);
  const answer = await page.goto('/standards/tt99-2099');
  expect(answer?.status()).toBe(404);
  await page.getByText('Không có trang này').waitFor();
  await look(page, 'not-found');
});
