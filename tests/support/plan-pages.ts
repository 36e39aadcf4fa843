import type { Page } from 'playwright-core';
import { planFile } from './plan-file.ts';

/** Brings a plan file through the browser and opens its review. */
export async function reviewPlan(page: Page, options: Parameters<typeof planFile>[0]): Promise<void> {
  const file = await planFile(options);
  await page.goto('/uploads');
  await page.getByLabel('Tệp kế hoạch').setInputFiles([file]);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: file.name }).first();
  await entry.getByRole('link', { name: /^Xem lại/ }).click({ timeout: 60_000 });
  await page.locator('[data-plan-table][data-live]').waitFor();
}

/** The same, accepted: the page is the plan's table. @returns its address */
export async function acceptedPlan(page: Page, options: Parameters<typeof planFile>[0]): Promise<string> {
  await reviewPlan(page, options);
  await page.getByRole('button', { name: 'Nhận vào kế hoạch của trường' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.locator('[data-plan-table][data-live]').waitFor();
  return page.url();
}

export const rows = (page: Page) => page.locator('tbody tr[data-v]');

/** The words of a column, by the word above it. */
export const texts = (page: Page, column: string) =>
  page.locator(`tbody tr[data-v] td[data-l="${column}"]`).allInnerTexts();

/** A cell of the table by the number of its row and the word above its column. */
export function cell(page: Page, row: number, column: string) {
  return rows(page)
    .nth(row - 1)
    .locator(`td[data-l="${column}"]`);
}

/** Replaces the words of a cell by keyboard. */
export async function write(page: Page, row: number, column: string, text: string): Promise<void> {
  await cell(page, row, column).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Takes a row out by keyboard. */
export async function removeRow(page: Page, row: number): Promise<void> {
  await rows(page)
    .nth(row - 1)
    .locator('td[data-l]')
    .first()
    .focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
}

/** Pastes where the keyboard is, as the browser does when something of these kinds is on the clipboard. */
export async function paste(page: Page, kinds: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) data.setData(kind, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, kinds);
}

/** What was typed has arrived at the server. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Đã lưu \d\d:\d\d/).waitFor();
}
