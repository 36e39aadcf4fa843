import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look } from '../support/browser.ts';
import { cell, saved } from '../support/plan-pages.ts';
import { useTwoSchools } from '../support/two-schools.ts';

/** Six people in six windows take a plan through its life: from the draft to the issued document, its revision and the next year. */
const school = useTwoSchools();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const open = (page: Page, summary: string) => page.locator('summary', { hasText: summary }).click();
const state = (page: Page) => page.locator('[aria-current="step"]').innerText();

async function sha256Of(page: Page, address: string): Promise<string> {
  const answer = await page.request.get(address);
  expect(answer.status()).toBe(200);
  return createHash('sha256')
    .update(await answer.body())
    .digest('hex');
}

test('the life of a plan, with six people', { timeout: 300_000 }, async () => {
  const plan = `/plans/${school.seed.first.planId}`;
  const principal = await school.as('principal');
  const deputy = await school.as('deputy');
  const secretary = await school.as('secretary');
  const council = await school.as('council-member');
  const teacher = await school.as('staff');
  const parents = await school.stranger();

  await secretary.goto(plan);
  await secretary.getByRole('link', { name: 'Trình hiệu trưởng duyệt' }).click();
  await look(secretary, 'life-draft');
  await open(secretary, 'Mở lấy ý kiến');
  const opening = secretary.locator('#open-consultation');
  await opening.getByLabel('Lời nhắn cho người góp ý').fill('Xin góp ý về thời gian và kinh phí.');
  await opening.getByLabel('Hạn của bước sau').fill('31/02/2027');
  await button(secretary, 'Mở lấy ý kiến').click();
  await expect.poll(() => secretary.getByRole('alert').first().innerText()).toContain('Ngày hạn chưa đúng');
  expect(await secretary.getByLabel('Lời nhắn cho người góp ý').inputValue()).toContain('kinh phí');
  await opening.getByLabel('Hạn của bước sau').fill('30/09/2027');
  await button(secretary, 'Mở lấy ý kiến').click();
  expect(await state(secretary)).toBe('Lấy ý kiến');

  // Comments: of the council on a row, of a teacher on the whole, of the parents by their link.
  await council.goto(`${plan}/comments`);
  await council.getByLabel('Về').selectOption({ index: 1 });
  await council.getByLabel('Ý kiến của bạn').fill('Hàng này nên làm xong trong học kỳ I.');
  await button(council, 'Gửi góp ý').click();
  await council.getByText('Đã gửi góp ý.').waitFor();
  await teacher.goto(`${plan}/comments`);
  await button(teacher, 'Gửi góp ý').click();
  await teacher.getByText('Hãy viết ý kiến rồi gửi.').waitFor();
  await teacher.getByLabel('Ý kiến của bạn').fill('Đề nghị thêm đồ chơi ngoài trời.');
  await button(teacher, 'Gửi góp ý').click();
  await secretary.goto(`${plan}/comments`);
  await secretary.getByLabel('Mời ai').fill('Ban đại diện cha mẹ học sinh');
  await button(secretary, 'Tạo đường dẫn mời').click();
  const link = await secretary.getByLabel('Đường dẫn').inputValue();
  await look(secretary, 'comments-invited');
  // Loaded again, the page makes no second one and tells nothing more.
  await secretary.reload();
  expect(await secretary.getByLabel('Đường dẫn').count()).toBe(0);
  expect(await secretary.getByRole('button', { name: /^Thu hồi/ }).count()).toBe(1);
  await parents.goto(link);
  await look(parents, 'consult-open');
  await parents.getByLabel('Ý kiến của bạn').fill('Cha mẹ xin được dự giờ mỗi học kỳ một lần.');
  await button(parents, 'Gửi góp ý').click();
  await parents.getByText('Cảm ơn ý kiến đóng góp').waitFor();
  await button(parents, 'Rút lại ý kiến').click();
  await parents.getByText('Người viết đã rút lại lời này.').waitFor();
  await look(parents, 'consult-taken-back');
  await button(parents, 'Hoàn tác rút lại').click();
  await parents.getByText('Lời đã rút lại được đưa về như cũ.').waitFor();

  // The newest comes first. Every comment is answered before the plan is handed in.
  await secretary.goto(`${plan}/life`);
  await button(secretary, 'Trình hiệu trưởng duyệt').click();
  await secretary.getByText('Còn 3 góp ý chưa trả lời. Hãy trả lời hết rồi trình.').waitFor();
  await secretary.goto(`${plan}/comments`);
  for (const [index, decision] of ['Ghi nhận', 'Không tiếp thu', 'Tiếp thu'].entries()) {
    const comment = secretary.locator('li[id^="comment-"]').nth(index);
    await comment.getByLabel(decision, { exact: true }).check();
    await comment.getByLabel('Câu trả lời').fill('Nhà trường xin trả lời như vậy.');
    await comment.getByRole('button', { name: 'Lưu câu trả lời' }).click();
    await secretary.getByText('Đã lưu câu trả lời.').waitFor();
  }
  await look(secretary, 'comments-answered');
  await secretary.goto(`${plan}/life`);
  await secretary.getByLabel('Lời nhắn cho hiệu trưởng').fill('Đã tiếp thu góp ý.');
  await deputy.goto(plan);
  await deputy.locator('[data-plan-table][data-live]').waitFor();
  await button(secretary, 'Trình hiệu trưởng duyệt').click();
  expect(await state(secretary)).toBe('Chờ duyệt');
  // Whoever has it open sees the new state at its head, and no step that is over.
  await expect.poll(() => state(deputy), { timeout: 5_000 }).toBe('Chờ duyệt');
  expect(await deputy.getByRole('link', { name: 'Trình hiệu trưởng duyệt' }).count()).toBe(0);
  await parents.reload();
  await parents.getByText('Nhà trường trả lời: Ghi nhận.').waitFor();
  await look(parents, 'consult-over');

  // What was handed in is read, not edited.
  await secretary.goto(plan);
  await secretary.getByText('Kế hoạch đang ở bước “Chờ duyệt” nên chỉ xem').waitFor();
  expect(await secretary.locator('[contenteditable], tbody textarea').count()).toBe(0);
  await look(secretary, 'plan-locked');

  // Sent back, mended, handed in again, approved: once, though two tabs try.
  await principal.goto(`${plan}/life`);
  await look(principal, 'life-submitted');
  await open(principal, 'Trả lại để sửa');
  await button(principal, 'Trả lại để sửa').click();
  await principal.getByText('Hãy ghi rõ lý do').waitFor();
  await principal.getByLabel('Cần sửa những gì').fill('Ghi rõ người chủ trì ở hàng 1.');
  await button(principal, 'Trả lại để sửa').click();
  expect(await state(principal)).toBe('Trả lại để sửa');
  await secretary.goto(plan);
  await secretary.locator('[data-live]').waitFor();
  await cell(secretary, 1, 'Chủ trì').focus();
  await secretary.keyboard.type('Phó hiệu trưởng');
  await secretary.keyboard.press('Enter');
  await saved(secretary);
  await secretary.goto(`${plan}/life`);
  await secretary.getByText('Ghi rõ người chủ trì ở hàng 1.').waitFor();
  await button(secretary, 'Trình hiệu trưởng duyệt').click();
  await principal.goto(`${plan}/life`);
  const second = await principal.context().newPage();
  await second.goto(`${school.app.url}${plan}/life`);
  await button(principal, 'Duyệt kế hoạch').click();
  await button(second, 'Duyệt kế hoạch').click();
  await second.getByText('Kế hoạch vừa được người khác sửa.').waitFor();
  expect(await state(principal)).toBe('Đã duyệt');

  // Issued: number, date, signer; the documents are the same bytes for everybody, each time.
  await secretary.goto(`${plan}/life`);
  await secretary.getByLabel('Số, ký hiệu').fill('');
  await button(secretary, 'Ban hành kế hoạch').click();
  await secretary.getByText('Hãy ghi số, ký hiệu của văn bản.').first().waitFor();
  await secretary.getByLabel('Số, ký hiệu').fill('45/KH-MNBM');
  await secretary.getByLabel('Ngày ban hành').fill('15/9/2027');
  await secretary.getByLabel('Chức vụ người ký').fill('HIỆU TRƯỞNG');
  await secretary.getByLabel('Họ tên người ký').fill('Nguyễn Thị Ví Dụ');
  await look(secretary, 'life-approved');
  await button(secretary, 'Ban hành kế hoạch').click();
  expect(await state(secretary)).toBe('Đã ban hành');
  await look(secretary, 'life-issued');
  const pdf = `${plan}/issues/1/pdf`;
  expect(await sha256Of(teacher, pdf)).toBe(await sha256Of(secretary, pdf));

  // Revised in the open: reason, change, comparison; the first issue stays what it was.
  const first = await sha256Of(teacher, pdf);
  await deputy.goto(`${plan}/life`);
  await open(deputy, 'Sửa đổi kế hoạch đã ban hành');
  await deputy.getByLabel('Lý do sửa đổi').fill('Điều chỉnh tiến độ theo tình hình thực tế.');
  await button(deputy, 'Sửa đổi kế hoạch đã ban hành').click();
  await deputy.goto(plan);
  await deputy.locator('[data-live]').waitFor();
  await cell(deputy, 2, 'Thời gian').focus();
  await deputy.keyboard.type('Học kỳ II');
  await deputy.keyboard.press('Enter');
  await saved(deputy);
  await deputy.goto(`${plan}/life`);
  await deputy.getByRole('link', { name: 'So với bản đang soạn' }).click();
  await deputy.getByText('1 hàng thay đổi, 0 hàng thêm, 0 hàng bỏ').waitFor();
  expect(await deputy.locator('dd ins').first().innerText()).toContain('Học');
  await look(deputy, 'compare');
  expect(await sha256Of(teacher, pdf)).toBe(first);

  // The year after begins with chosen rows.
  await deputy.goto(`${plan}/next?set=khong-co`);
  await deputy.getByText('Bộ tiêu chuẩn đã chọn không có trong hệ thống').waitFor();
  await deputy.goto(`${plan}/next`);
  await look(deputy, 'next-year');
  await deputy.getByRole('checkbox', { name: 'Làm tiếp hàng 1', exact: true }).uncheck();
  // Refused, it keeps what was ticked.
  await deputy.locator('form[method="POST"] input[name="set"]').evaluate((input) => input.setAttribute('value', 'x'));
  await button(deputy, 'Lập kế hoạch mới').click();
  await deputy.getByRole('alert').first().waitFor();
  expect(await deputy.getByRole('checkbox', { name: 'Làm tiếp hàng 1', exact: true }).isChecked()).toBe(false);
  const rows = await deputy.getByRole('checkbox').count();
  await button(deputy, 'Lập kế hoạch mới').click();
  await deputy.waitForURL(
    (url) => /^\/plans\/[\w-]+$/.test(url.pathname) && !url.pathname.endsWith(school.seed.first.planId),
  );
  expect(await deputy.locator('tbody tr[data-v]').count()).toBe(rows - 1);
  expect(await state(deputy)).toBe('Soạn thảo');
});
