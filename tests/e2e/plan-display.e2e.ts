import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, useSchool } from '../support/browser.ts';
import { acceptedPlan, reviewPlan } from '../support/plan-pages.ts';

const school = useSchool();

const NARROWEST = 320;

/** Nothing sticks out sideways on the narrowest phone, nothing is against WCAG there and on an office screen. */
async function expectGood(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('load');
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(NARROWEST);
  await expectAccessible(page, `${address} on a phone`);
  await page.setViewportSize({ width: 1366, height: 768 });
  await expectAccessible(page, `${address} in the office`);
}

test('every page in English, in high contrast and in the largest letters', async () => {
  const page = await school.principal();
  await reviewPlan(page, { layout: 'five-column', schoolYear: 2019 });
  const review = page.url();
  const plan = await acceptedPlan(page, { layout: 'nine-column' });
  const item = await page.locator('tbody th[scope=row] a').first().getAttribute('href');
  await page.getByRole('button', { name: 'Tương phản cao' }).click();
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Chữ to hơn' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en][data-contrast=high][data-text-size="150"]').waitFor();
  const addresses = [
    '/',
    '/plans',
    '/plans/new',
    '/uploads',
    '/standards',
    '/standards/documents',
    review,
    plan,
    item!,
  ];
  for (const part of ['?group=month', '/document', '/findings', '/preview', '/items/new?criterion=2.1'])
    addresses.push(`${plan}${part}`);
  for (const address of addresses) await expectGood(page, address);
}, 300_000);

test('with the keyboard alone one can choose files, and the mark of the focus can be seen', async () => {
  const page = await school.principal();
  // Whoever listens for choosers too late may miss one: the key is faster than the asking.
  page.on('filechooser', () => undefined);
  await page.goto('/uploads');
  const input = page.getByLabel('Tệp kế hoạch');
  for (let presses = 0; presses < 30 && !(await input.evaluate((box) => box === document.activeElement)); presses++)
    await page.keyboard.press('Tab');
  expect(await input.evaluate((box) => box === document.activeElement)).toBe(true);
  const outline = await page.locator('[data-choose]').evaluate((label) => getComputedStyle(label).outlineStyle);
  expect(outline).toBe('solid');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles({ name: 'ke-hoach-2024.docx', mimeType: '', buffer: Buffer.from('x') });
  await page.getByText('ke-hoach-2024.docx').waitFor();
});
