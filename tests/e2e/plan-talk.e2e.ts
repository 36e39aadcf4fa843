import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SECRET } from '../security/seed.ts';
import { look, newPage } from '../support/browser.ts';
import { useTwoSchools } from '../support/two-schools.ts';

/** People talk over a row beside the table, name each other, and settle it; the same without script. They write the words around it. */
const school = useTwoSchools();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** What others do is seen within a second; a busy machine gets three. */
const soon = { timeout: 3_000 };
const TEACHER = `${SECRET} staff`;

async function openRow(page: Page, number: number): Promise<void> {
  await page.locator('[data-live]').waitFor();
  await page
    .locator('tbody tr[data-v] th a')
    .nth(number - 1)
    .click();
  await page.locator('.row-comments h3').waitFor();
}

test('a row is talked over beside the table', { timeout: 120_000 }, async () => {
  const plan = `/plans/${school.seed.first.planId}`;
  const secretary = await school.as('secretary');
  const teacher = await school.as('staff');
  await look(teacher, 'home-nobody-named');

  // A name behind "@", found without tones and by keyboard.
  await secretary.goto(plan);
  await openRow(secretary, 1);
  await secretary.getByText('Chưa có ai góp ý về hàng này.').waitFor();
  const box = secretary.getByLabel('Viết góp ý; gõ @ để nhắc đến ai');
  await box.click();
  await secretary.keyboard.type('Nhờ @dieu staff');
  const offered = secretary.locator('.mention-list [role=option]');
  await offered.first().waitFor();
  await look(secretary, 'row-talk-names');
  await secretary.keyboard.press('Enter');
  expect(await box.inputValue()).toBe(`Nhờ @${TEACHER} `);
  await secretary.keyboard.type('xem thời gian của hàng này giúp.');
  await button(secretary, 'Gửi').click();
  await secretary.getByText('Đang trao đổi').waitFor();
  expect(await box.inputValue()).toBe('');
  expect(await secretary.locator('.row-comments .mention').innerText()).toBe(`@${TEACHER}`);
  await secretary.locator('tbody tr[data-v] .talk').first().waitFor();

  // Told in the menu and on the home page; seen once it is opened.
  await teacher.goto('/');
  await teacher.getByRole('navigation').getByText(', 1 lời nhắc chưa xem').waitFor({ state: 'attached' });
  await teacher.getByRole('heading', { name: 'Có người nhắc đến bạn' }).waitFor();
  await look(teacher, 'home-named');
  await teacher.getByRole('link', { name: `Nhờ @${TEACHER}` }).click();
  await teacher.getByText('Đang trao đổi').first().waitFor();
  expect(await teacher.getByText('lời nhắc chưa xem').count()).toBe(0);
  await look(teacher, 'comments-of-draft');

  // Said meanwhile: counted in a quiet line, shown when asked for, and nothing that is typed is touched.
  const half = teacher.getByLabel('Ý kiến của bạn');
  await half.fill('Đang viết dở');
  await box.fill('Còn kinh phí thì sao?');
  await button(secretary, 'Gửi').click();
  await teacher.getByRole('button', { name: '1 ý kiến mới — hiện ra' }).click({ timeout: 3_000 });
  await teacher.getByText('Còn kinh phí thì sao?').waitFor();
  await teacher.getByRole('heading', { name: 'Góp ý (3)' }).waitFor();
  expect(await half.inputValue()).toBe('Đang viết dở');

  // Sent while the line was down, which leaves the page: the words stand there again.
  const page = teacher.url();
  await teacher.context().setOffline(true);
  await button(teacher, 'Gửi góp ý').click();
  await teacher.waitForURL(/^chrome-error:/);
  await teacher.context().setOffline(false);
  await teacher.goto(page);
  await teacher.getByText('Ý kiến viết lần trước chưa gửi được').waitFor();
  expect(await half.inputValue()).toBe('Đang viết dở');

  // Answered beside the table, from a phone.
  await teacher.setViewportSize({ width: 360, height: 740 });
  await teacher.goto(plan);
  expect(await teacher.getByText('lời nhắc chưa xem').count()).toBe(0);
  await openRow(teacher, 1);
  await box.click();
  await secretary.keyboard.type('Hỏi thêm @dieu');
  await offered.first().waitFor();
  await teacher.locator('.row-comments article').nth(1).getByRole('button', { name: 'Trả lời' }).click();
  await teacher.getByLabel('Trả lời; gõ @ để nhắc đến ai').fill('Đã xem, làm trong học kỳ I là được.');
  await teacher.locator('.row-comments article').getByRole('button', { name: 'Gửi' }).click();
  await teacher.getByText('Đã gửi.').waitFor();

  // Beside the table it comes by itself; the box, its caret and the names that are offered stay.
  await secretary.getByText('Đã xem, làm trong học kỳ I là được.').waitFor({ timeout: 3_000 });
  await secretary.getByText(`Ý kiến mới của ${TEACHER}.`).waitFor();
  expect(await box.inputValue()).toBe('Hỏi thêm @dieu');
  expect(await offered.count()).toBeGreaterThan(1);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await look(secretary, 'row-talk');
  await box.fill('');

  // Too long: said, and nothing is lost.
  const own = teacher.getByLabel('Viết góp ý; gõ @ để nhắc đến ai');
  const long = 'dài '.repeat(2000);
  await own.fill(long);
  await teacher.locator('.row-comments > form').getByRole('button', { name: 'Gửi' }).click();
  await teacher.getByText('Một ý kiến dài nhất 5.000 ký tự').waitFor();
  expect(await own.inputValue()).toBe(long);

  // Taken back by who said it: gone beside the table of the other one too, with its box as it was; then it stands again.
  await own.fill('Nhầm hàng rồi.');
  await teacher.locator('.row-comments > form').getByRole('button', { name: 'Gửi' }).click();
  await secretary.getByText('Nhầm hàng rồi.').waitFor(soon);
  await box.fill('Đang viết');
  await teacher.getByRole('button', { name: 'Rút lại', exact: true }).click();
  await secretary.getByText('Người viết đã rút lại lời này.').waitFor(soon);
  expect(await secretary.getByText('Nhầm hàng rồi.').count()).toBe(0);
  expect(await box.inputValue()).toBe('Đang viết');
  await box.fill('');
  await teacher.getByRole('button', { name: 'Hoàn tác rút lại' }).click();
  await secretary.getByText('Nhầm hàng rồi.').waitFor(soon);
  await teacher.getByRole('button', { name: 'Rút lại', exact: true }).click();
  await secretary.getByText('Người viết đã rút lại lời này.').waitFor(soon);

  for (const done of [1, 2]) {
    await button(secretary, 'Đánh dấu đã xong').first().click();
    await expect.poll(() => secretary.getByText('Đã xong:').count(), soon).toBe(done);
  }
  for (const page of [secretary, teacher])
    await page.locator('tbody tr[data-v] .talk').waitFor({ state: 'detached', ...soon });
  await teacher.goto(`${plan}/comments`);
  await teacher.getByRole('button', { name: 'Hoàn tác rút lại' }).click();
  await teacher.getByText('Nhầm hàng rồi.').waitFor();
  await teacher.getByRole('button', { name: 'Rút lại ý kiến' }).click();
  await teacher.getByText('Đã rút lại. Nếu đổi ý').waitFor();
  await look(teacher, 'comments-taken-back');
});

test(
  'without script: a plain choice of names, paged comments, sentences for what is refused',
  { timeout: 120_000 },
  async () => {
    const plan = `/plans/${school.seed.first.planId}`;
    const page = await newPage(school.browser, school.app, { script: false });
    await page.goto('/sign-in');
    await page.getByLabel('Tên đăng nhập').fill('first.principal');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('mua thu la bay');
    await button(page, 'Đăng nhập').click();
    await page.goto(`${plan}/comments`);
    await page.getByText('Nhắc đến ai?').first().click();
    await page.getByRole('checkbox', { name: TEACHER }).check();
    await page.getByLabel('Ý kiến của bạn').fill('Trái\u202Eنص\u200B của tôi');
    await button(page, 'Gửi góp ý').click();
    await page.getByText('Đã gửi góp ý.').waitFor();
    await page.getByText('Nhắc đến:').waitFor();
    for (let index = 0; index < 22; index += 1) {
      await page.request.post(`${school.app.url}${plan}/comments?/add`, {
        form: { words: `Ý kiến thứ ${index}`, about: '' },
        headers: { origin: school.app.url },
      });
    }
    await page.goto(`${plan}/comments`);
    expect(await page.locator('ol > li[id^="comment-"]').count()).toBe(20);
    await page.getByRole('link', { name: 'Xem ý kiến cũ hơn' }).click();
    await page.getByText('Về ý kiến mới nhất').waitFor();
    await page.locator('summary', { hasText: 'Trả lời' }).first().click();
    const thread = page.locator('ol > li[id^="comment-"]').first();
    await thread.getByRole('button', { name: 'Gửi trả lời' }).click();
    await page.getByText('Hãy viết ý kiến rồi gửi.').waitFor();
  },
);

test('the parts around the table: what others save comes in, and what one is writing is left alone', async () => {
  const document = `/plans/${school.seed.first.planId}/document`;
  const [one, two] = [await school.as('secretary'), await school.as('deputy')];
  for (const page of [one, two]) await page.goto(document);
  const text = (page: Page, section: number) =>
    page.locator('section[id^="section-"] textarea[name^="text-"]').nth(section);
  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Lưu phần chung' }).first().click();
    await page.getByText('Đã lưu').waitFor();
  };
  await text(two, 0).focus();
  await one.getByText(/deputy · I\. MỤC ĐÍCH/).waitFor(soon);
  await one.locator('section[id^="section-"]').first().locator('.here').waitFor();

  await text(one, 1).fill('Chữ đang gõ của thư ký');
  await text(one, 1).press('Home');
  await text(two, 0).fill('Mục đích do phó hiệu trưởng viết lại.');
  await text(two, 1).fill('Bản của phó hiệu trưởng');
  await two.getByLabel('Nơi nhận').fill('Sở GDĐT (để báo cáo)');
  await save(two);
  const theirs = one.locator('.part-theirs');
  await theirs.getByText('Bản của phó hiệu trưởng', { exact: true }).waitFor(soon);
  await one.getByText(/deputy vừa sửa: Nơi nhận; I\. MỤC ĐÍCH/).waitFor();
  expect(await text(one, 0).inputValue()).toBe('Mục đích do phó hiệu trưởng viết lại.');
  expect(await one.getByLabel('Nơi nhận').inputValue()).toBe('Sở GDĐT (để báo cáo)');
  expect(await text(one, 1).inputValue()).toBe('Chữ đang gõ của thư ký');
  const caret = (box: Element) => [
    box === box.ownerDocument.activeElement,
    (box as HTMLTextAreaElement).selectionStart,
  ];
  expect(await text(one, 1).evaluate(caret)).toEqual([true, 0]);
  await look(one, 'document-together');

  // Chosen by a person: the words of this one take the place of the others.
  await theirs.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await two
    .getByRole('button', { name: /^Thêm mục sau/ })
    .first()
    .click();
  await two.getByText('Đã lưu').waitFor();
  const count = await two.locator('section[id^="section-"]').count();
  await expect.poll(() => one.locator('section[id^="section-"]').count(), soon).toBe(count);
  expect(await text(one, 2).inputValue()).toBe('Chữ đang gõ của thư ký');
  await save(one);
  await expect.poll(() => text(two, 2).inputValue(), soon).toBe('Chữ đang gõ của thư ký');

  // Nobody chose: saving does not write over what the other one saved.
  await text(two, 2).fill('Lại của phó hiệu trưởng');
  await text(one, 2).fill('Lại của thư ký');
  await save(one);
  await two.locator('.part-theirs').waitFor(soon);
  await two.getByRole('button', { name: 'Lưu phần chung' }).first().click();
  await two.getByText('Người khác vừa lưu mục này như sau').waitFor();
  expect(await text(two, 2).inputValue()).toBe('Lại của phó hiệu trưởng');
  expect(await text(one, 2).inputValue()).toBe('Lại của thư ký');
});

test('the list of legal bases: what others do in it comes in, and waits while one writes in it', async () => {
  const bases = `/plans/${school.seed.first.planId}/document/bases`;
  const [one, two] = [await school.as('secretary'), await school.as('deputy')];
  const heard = one.waitForResponse(/\/live$/);
  await one.goto(bases);
  await heard;
  const add = async (text: string) => {
    const headers = { origin: school.app.url, accept: 'text/html' };
    expect((await two.request.post(`${bases}?/add`, { form: { text }, headers })).ok()).toBe(true);
  };
  const texts = one.locator('[data-bases] .text');
  await add('Căn cứ Luật Trẻ em');
  await texts.getByText('Căn cứ Luật Trẻ em').waitFor(soon);
  await one.getByText(/deputy vừa sửa: danh sách căn cứ/).waitFor();

  const first = one.locator('[data-basis]').first();
  await first.locator('summary').click();
  await first.locator('textarea').fill('Đang sửa dở');
  await add('Căn cứ Luật Nhà giáo');
  await one.getByRole('button', { name: 'Hiện ra' }).waitFor(soon);
  expect(await texts.getByText('Căn cứ Luật Nhà giáo').count()).toBe(0);
  await one.getByRole('button', { name: 'Hiện ra' }).click();
  await texts.getByText('Căn cứ Luật Nhà giáo').waitFor();
  expect(await first.locator('textarea').inputValue()).toBe('Đang sửa dở');
});
