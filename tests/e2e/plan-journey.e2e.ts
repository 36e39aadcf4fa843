import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look, newPage, useSchool } from '../support/browser.ts';
import { acceptedPlan, cell, reviewPlan, saved } from '../support/plan-pages.ts';

const school = useSchool();

test('from last year’s file to this year’s, mended and printed', async () => {
  const page = await school.principal();
  await reviewPlan(page, {
    layout: 'nine-column',
    change: (plan) => ({
      ...plan,
      items: plan.items.map((item, index) =>
        index === 1 ? { ...item, time: { ...item.time, text: 'Tháng 10/2023 đến tháng 3/2023' } } : item,
      ),
    }),
  });
  const finding = page.locator('.finding', { hasText: 'kết thúc' }).first();
  await finding.waitFor();
  await cell(page, 2, 'Thời gian').click();
  await page.keyboard.press('Escape');
  expect(await page.locator('.source .lit').count()).toBeGreaterThan(0);
  await look(page, 'review');
  await page.getByRole('link', { name: 'Hàng 2', exact: true }).click();
  await page.getByRole('heading', { name: 'Hàng 2' }).waitFor();
  const edge = (selector: string, side: 'left' | 'right') =>
    page.locator(selector).evaluate((box, which) => box.getBoundingClientRect()[which], side);
  for (const width of [1440, 1100]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await edge('[data-panel]', 'right'), `the panel covers the original at ${width}`).toBeLessThanOrEqual(
      await edge('[data-source-frame]', 'left'),
    );
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Đóng' }).click();

  await finding.getByRole('button', { name: /^Sửa thành/ }).click();
  await saved(page);
  expect(await cell(page, 2, 'Thời gian').innerText()).toContain('3/2024');
  await finding.waitFor({ state: 'detached' });

  await page.getByText('Thông tin của văn bản').click();
  await page.getByLabel('Số, ký hiệu').fill('99/KH-THU');
  await page.getByRole('button', { name: 'Lưu thông tin' }).click();
  await page.getByText('Đã lưu thông tin của văn bản.').waitFor();

  await page.getByRole('button', { name: 'Nhận vào kế hoạch của trường' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.locator('[data-live]').first().waitFor();
  await page
    .getByText(/lưu ý|Không có nhận xét nào/)
    .first()
    .waitFor();
  await look(page, 'plan-table');

  await page.getByRole('link', { name: 'Hàng 1', exact: true }).click();
  await page.getByRole('heading', { name: 'Hàng 1' }).waitFor();
  await page.getByText(/Yêu cầu của tiêu chí/).waitFor();
  await look(page, 'plan-panel');
  await page.getByRole('button', { name: 'Đóng' }).click();

  await page.getByRole('link', { name: 'Xem bản in', exact: true }).click();
  await page.getByText('99/KH-THU').waitFor();
  await look(page, 'plan-preview');
  for (const [name, file] of [
    ['Word', 'ke-hoach-cai-tien-2023-2024.docx'],
    ['PDF để ký', 'ke-hoach-cai-tien-2023-2024.pdf'],
    ['Excel', 'ke-hoach-cai-tien-2023-2024.xlsx'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    expect(download.suggestedFilename()).toBe(file);
    expect(await download.failure()).toBeNull();
  }
  await page.goto('/');
  await page.getByRole('heading', { name: 'Kế hoạch của trường' }).waitFor();
  await look(page, 'home-with-plans');
  // The longest journey, looked at six times on the way.
}, 300_000);

test('a reading is discarded only after one more question, and can be had again', async () => {
  const page = await school.principal();
  await reviewPlan(page, { layout: 'five-column', schoolYear: 2019 });
  await page.getByRole('link', { name: 'Bỏ bản đọc này' }).click();
  await look(page, 'review-discard');
  await page.getByRole('button', { name: 'Bỏ bản đọc' }).click();
  await page.waitForURL('**/uploads');
  await page
    .getByRole('button', { name: /^Đọc lại/ })
    .first()
    .click();
  await page.waitForURL(/\/review$/);
});

test('the parts around the table: saved as typed, and never over somebody else’s', async () => {
  const page = await school.principal();
  const address = await acceptedPlan(page, { layout: 'narrative' });
  await page.goto(`${address}/document`);
  await look(page, 'plan-document');
  const other = await school.principal();
  // Its line is away, so that it hears of nothing before it saves.
  await other.route('**/live', (route) => route.abort());
  await other.goto(`${address}/document`);

  await page.getByLabel('Người ký', { exact: true }).fill('Đỗ Thị Mười');
  await page.getByLabel('Ngày ban hành').fill('31/02/2024');
  await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await page.getByRole('alert').getByText('Ngày ban hành chưa đúng').waitFor();
  expect(await page.getByLabel('Người ký', { exact: true }).inputValue()).toBe('Đỗ Thị Mười');
  await page.getByLabel('Ngày ban hành').fill('29/02/2024');
  await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await page.getByText('Đã lưu phần chung.').waitFor();

  await other.getByLabel('Người ký', { exact: true }).fill('Nguyễn Văn Chín');
  await other.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await other.getByText('Bản đang lưu: Đỗ Thị Mười').waitFor();
  expect(await other.getByLabel('Người ký', { exact: true }).inputValue()).toBe('Nguyễn Văn Chín');
  await look(other, 'plan-document-conflict');
  await other.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await other.getByText('Đã lưu phần chung.').waitFor();

  await page.goto(`${address}/document`);
  const before = await page.getByLabel('Tên mục').count();
  await page.getByRole('button', { name: 'Thêm mục', exact: true }).click();
  await page.getByText('Đã lưu phần chung.').waitFor();
  expect(await page.getByLabel('Tên mục').count()).toBe(before + 1);
});

test('a long form that was left is found again as it was typed', async () => {
  const page = await school.principal();
  const address = await acceptedPlan(page, { layout: 'task-table' });
  await page.goto(`${address}/document`);
  const signer = page.getByLabel('Người ký', { exact: true });
  const before = await signer.inputValue();
  await signer.fill('Lý Thị Thử');
  await page.goto('/');
  await page.goto(`${address}/document`);
  await page.getByText('Chữ gõ lần trước chưa lưu').waitFor();
  expect(await signer.inputValue()).toBe('Lý Thị Thử');
  await page.getByRole('button', { name: 'Bỏ, lấy bản đang lưu' }).click();
  expect(await signer.inputValue()).toBe(before);

  await signer.fill('Lý Thị Thử');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await page.waitForTimeout(500);
  await page.context().setOffline(false);
  await page.goto(`${address}/document`);
  await page.getByText('Chữ gõ lần trước chưa lưu').waitFor();
  await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await page.getByText('Đã lưu phần chung.').waitFor();
  await page.goto(`${address}/document`);
  expect(await signer.inputValue()).toBe('Lý Thị Thử');
  expect(await page.getByText('Chữ gõ lần trước chưa lưu').isVisible()).toBe(false);

  // Two windows with the form: each has its own words, what one saves or leaves takes nothing from the other.
  const kept = (window: Page) => window.getByText('Chữ gõ lần trước chưa lưu');
  const place = (window: Page) => window.getByLabel('Địa danh', { exact: true });
  await signer.fill('Của cửa sổ một');
  let other = await page.context().newPage();
  await other.goto(`${address}/document`);
  await other.waitForTimeout(1_000);
  expect(await kept(other).isVisible()).toBe(false);
  await place(other).fill('Của cửa sổ hai');
  await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await page.getByText('Đã lưu phần chung.').waitFor();
  await page.waitForTimeout(1_000);
  expect(await kept(page).isVisible()).toBe(false);
  // It ends without a last word, as in a power cut.
  await other.goto('chrome://crash').catch(() => undefined);
  await other.close();
  other = await page.context().newPage();
  await other.goto(`${address}/document`);
  await kept(other).waitFor();
  expect(await place(other).inputValue()).toBe('Của cửa sổ hai');

  // Who signs out is asked before words are dropped, and then nobody finds them on this computer.
  const words = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('caitien.form.')));
  await other.close();
  expect(await words()).toHaveLength(1);
  const signOut = async (answer: 'accept' | 'dismiss') => {
    await page.goto('/');
    page.once('dialog', (dialog) => void dialog[answer]());
    await page.getByLabel(/^Tài khoản: /).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
  };
  await signOut('dismiss');
  expect([page.url(), (await words()).length]).toEqual([`${school.app.url}/`, 1]);
  await signOut('accept');
  await page.waitForURL(/sign-in/);
  expect(await words()).toEqual([]);
});

test('a new plan is begun empty and written from its criteria, without script too', async () => {
  const signedIn = await school.principal();
  const storageState = await signedIn.context().storageState();
  const context = await school.browser.newContext({
    baseURL: school.app.url,
    locale: 'vi-VN',
    javaScriptEnabled: false,
    storageState,
  });
  const page = await newPage(school.browser, school.app, { context });
  await page.goto('/plans/new');
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.getByText('Kế hoạch chưa có hạng mục nào').waitFor();
  const plan = page.url();
  await page.getByLabel('Thêm hàng cho tiêu chí').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Thêm hàng' }).click();
  await page.getByRole('heading', { name: /^Yêu cầu của tiêu chí/ }).waitFor();
  await page.getByRole('button', { name: 'Thêm hàng và viết' }).click();
  await page.getByLabel('Giải pháp, công việc').fill('Mua sắm đồ chơi ngoài trời\n- Khảo sát\n- Lập dự toán');
  await page.getByRole('button', { name: 'Lưu hàng này' }).click();
  await page.getByText('Đã lưu hàng này.').waitFor();
  await page.goto(plan);
  await page.getByText('Mua sắm đồ chơi ngoài trời').waitFor();
  await context.close();
  const looking = await school.principal();
  await looking.goto('/plans/new');
  await look(looking, 'plan-new');
  await looking.goto(plan);
  await look(looking, 'plan-one-row');
  await looking.goto(`${plan}/findings`);
  await look(looking, 'plan-findings');
  await looking.goto('/plans');
  await look(looking, 'plans');
});
