import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hasSample, SAMPLES } from '../reading/samples.ts';
import { useTwoSchools } from '../support/two-schools.ts';

/**
 * Each real plan as a starting point: read from its Word file, accepted, discussed, approved, issued and carried into the next
 * year by six people, the secretary at an office screen and the others at a phone.
 */
const school = useTwoSchools();

const ROWS = { '000': 25, '001': 8, '002': 12, '003': 6, '004': 14 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const state = (page: Page) => page.locator('[aria-current="step"]').innerText();

async function onPhone(page: Promise<Page>): Promise<Page> {
  const opened = await page;
  await opened.setViewportSize({ width: 360, height: 740 });
  return opened;
}

const samples = Object.entries(ROWS).filter(([name]) => hasSample(`${name}.docx`));

test.skipIf(samples.length === 0)('each sample goes through its life', { timeout: 300_000 }, async () => {
  const [secretary, principal, deputy, council, teacher, parents] = await Promise.all([
    school.as('secretary'),
    onPhone(school.as('principal')),
    onPhone(school.as('deputy')),
    onPhone(school.as('council-member')),
    onPhone(school.as('staff')),
    onPhone(school.stranger()),
  ]);
  for (const [name, rows] of samples) {
    const plan = await acceptSample(secretary, name);
    expect(await secretary.locator('tbody tr[data-v]').count(), name).toBe(rows);
    await secretary.goto(`${plan}/life`);
    await secretary.locator('summary', { hasText: 'Mở lấy ý kiến' }).click();
    await button(secretary, 'Mở lấy ý kiến').click();
    expect(await state(secretary), name).toBe('Lấy ý kiến');

    await council.goto(`${plan}/comments`);
    await council.getByLabel('Về').selectOption({ index: rows });
    await council.getByLabel('Ý kiến của bạn').fill('Hàng cuối nên có người chịu trách nhiệm chính.');
    await button(council, 'Gửi góp ý').click();
    await council.getByText('Đã gửi góp ý.').waitFor();
    await secretary.goto(`${plan}/comments`);
    await secretary.getByLabel('Mời ai').fill('Ban đại diện cha mẹ học sinh');
    await button(secretary, 'Tạo đường dẫn mời').click();
    await parents.goto(await secretary.getByLabel('Đường dẫn').inputValue());
    await parents.getByLabel('Ý kiến của bạn').fill('Gia đình xin được biết kết quả mỗi học kỳ.');
    await button(parents, 'Gửi góp ý').click();
    await parents.getByText('Cảm ơn ý kiến đóng góp').waitFor();
    await answerAll(secretary, `${plan}/comments`);

    await secretary.goto(`${plan}/life`);
    await button(secretary, 'Trình hiệu trưởng duyệt').click();
    expect(await state(secretary), name).toBe('Chờ duyệt');
    await principal.goto(`${plan}/life`);
    await button(principal, 'Duyệt kế hoạch').click();
    expect(await state(principal), name).toBe('Đã duyệt');
    await secretary.goto(`${plan}/life`);
    await secretary.getByLabel('Số, ký hiệu').fill(`${Number(name) + 41}/KH-THU`);
    await secretary.getByLabel('Ngày ban hành').fill('15/9/2026');
    await secretary.getByLabel('Chức vụ người ký').fill('HIỆU TRƯỞNG');
    await secretary.getByLabel('Họ tên người ký').fill('Nguyễn Thị Ví Dụ');
    await button(secretary, 'Ban hành kế hoạch').click();
    expect(await state(secretary), name).toBe('Đã ban hành');

    const pdf = await teacher.request.get(`${plan}/issues/1/pdf`);
    expect((await pdf.body()).subarray(0, 5).toString(), name).toBe('%PDF-');
    await teacher.goto(plan);
    expect(await teacher.locator('tbody tr[data-v]').count(), name).toBe(rows);

    await deputy.goto(`${plan}/next`);
    await button(deputy, 'Lập kế hoạch mới').click();
    // Two samples are of one year: their school says that it wants both plans of the year after.
    const again = deputy.getByRole('checkbox', { name: /Vẫn lập/ });
    const made = deputy.waitForURL((url) => /^\/plans\/[\w-]+$/.test(url.pathname) && !plan.endsWith(url.pathname));
    await Promise.race([made, again.waitFor()]);
    if (await again.isVisible()) {
      await again.check();
      await button(deputy, 'Lập kế hoạch mới').click();
    }
    await made;
    expect(await state(deputy), name).toBe('Soạn thảo');
  }
});

/** Uploads the Word file and accepts what was read. @returns the path of the plan */
async function acceptSample(page: Page, name: string): Promise<string> {
  const buffer = await readFile(join(SAMPLES, `${name}.docx`));
  await page.goto('/uploads');
  await page.getByLabel('Tệp kế hoạch').setInputFiles([{ name: `${name}.docx`, mimeType: '', buffer }]);
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: `${name}.docx` });
  await entry
    .first()
    .getByRole('link', { name: /^Xem lại/ })
    .click({ timeout: 60_000 });
  await page.locator('[data-plan-table][data-live]').waitFor();
  await page.getByRole('button', { name: 'Nhận vào kế hoạch của trường' }).click();
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
  await page.locator('[data-plan-table][data-live]').waitFor();
  return new URL(page.url()).pathname;
}

async function answerAll(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const comments = page.locator('li[id^="comment-"]');
  const count = await comments.count();
  for (let index = 0; index < count; index++) {
    await comments.nth(index).getByLabel('Tiếp thu', { exact: true }).check();
    await comments.nth(index).getByLabel('Câu trả lời').fill('Nhà trường xin tiếp thu.');
    await comments.nth(index).getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await page.getByText('Đã lưu câu trả lời.').waitFor();
  }
}
