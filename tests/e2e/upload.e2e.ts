import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look, newPage, useSchool } from '../support/browser.ts';
import { planFile } from '../support/plan-file.ts';

const school = useSchool();

const SAMPLES = process.env['CAITIEN_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples');

const bad = [
  { name: 'rong.docx', mimeType: '', buffer: Buffer.alloc(0), says: 'Tệp rỗng' },
  { name: 'hong.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 không phải tệp nén'), says: 'bị hỏng' },
  {
    name: 'anh.pdf',
    mimeType: '',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4, 5]),
    says: 'không phải vậy',
  },
];

async function bring(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page
    .getByLabel('Tệp kế hoạch')
    .setInputFiles(files.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })));
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
}

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('several files at once: each with its state, the good ones to review, the bad ones in words', async () => {
  const page = await school.principal();
  await page.goto('/uploads');
  await look(page, 'uploads-empty');
  const years = await Promise.all(
    [2023, 2024, 2025].map((start) => planFile({ layout: 'nine-column', schoolYear: start })),
  );
  await bring(page, [...years, ...bad]);
  for (const { name } of years)
    await card(page, name)
      .getByText(/\d+ hạng mục/)
      .waitFor({ timeout: 60_000 });
  for (const { says } of bad) await page.getByText(says).filter({ visible: true }).first().waitFor();
  expect(await card(page, years[0]!.name).getByRole('link', { name: 'Xem lại' }).count()).toBe(1);
  await look(page, 'uploads-list');
  await page.goto('/');
  await page.goto('/uploads');
  expect(await page.getByRole('link', { name: /^Xem lại/ }).count()).toBe(3);
});

test('whose session has ended while the page stood open is led to the door', async () => {
  const signedIn = await school.principal();
  const cookies = await signedIn.context().storageState();
  const page = await newPage(school.browser, school.app, { cookies });
  await page.goto('/uploads');
  await page.context().clearCookies();
  await bring(page, [await planFile({ layout: 'five-column', schoolYear: 2021 })]);
  await page.waitForURL('**/sign-in?next=%2Fuploads');
});

test('without script the form sends the files and the link shows how far they are', async () => {
  const signedIn = await school.principal();
  const context = await school.browser.newContext({
    baseURL: school.app.url,
    locale: 'vi-VN',
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await newPage(school.browser, school.app, { context });
  await page.goto('/uploads');
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByText('Hãy chọn ít nhất một tệp').waitFor();
  const file = await planFile({ layout: 'five-column', schoolYear: 2022 });
  await bring(page, [file, bad[0]!]);
  await page.getByText('Tệp rỗng').waitFor();
  await page.goto('/uploads');
  for (
    let tries = 0;
    tries < 40 &&
    (await card(page, file.name)
      .getByText(/\d+ hạng mục/)
      .count()) === 0;
    tries++
  ) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await card(page, file.name).getByRole('link', { name: 'Xem lại' }).click();
  await page.getByRole('heading', { name: /Bản gốc/ }).waitFor();
  await context.close();
});

test.skipIf(!existsSync(SAMPLES))('the real plans in every format', async () => {
  const page = await school.principal();
  await page.goto('/uploads');
  const names = ['000.docx', '001.pdf', '002.docx', '003.docx', '004.html'].filter((name) =>
    existsSync(join(SAMPLES, name)),
  );
  await page.getByLabel('Tệp kế hoạch').setInputFiles(names.map((name) => join(SAMPLES, name)));
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  for (const name of names)
    await card(page, name)
      .getByText(/\d+ hạng mục/)
      .waitFor({ timeout: 120_000 });
  for (const name of names) {
    await page.goto('/uploads');
    await card(page, name).getByRole('link', { name: 'Xem lại' }).click();
    await page.locator('[data-live]').first().waitFor();
    await page
      .getByText(/lưu ý|Không có nhận xét nào/)
      .first()
      .waitFor();
    await look(page, `review-${name.replace('.', '-')}`);
  }
});
