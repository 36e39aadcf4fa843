import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { look } from '../support/browser.ts';
import { boxOf, dragRow, fingerOn } from '../support/move-row.ts';
import { cell, paste, removeRow, rows, saved, texts, write } from '../support/plan-pages.ts';
import { useTwoSchools } from '../support/two-schools.ts';

/** Several people in one plan, each in a window of their own. */
const school = useTwoSchools();

const ACTION = 'Giải pháp, công việc';
const people = (page: Page) => page.locator('[data-people]');
/** What others do is seen within a second; a busy machine gets three. */
const soon = { timeout: 3_000 };

async function open(role: 'secretary' | 'deputy' | 'principal' | 'council-member', plan = school.seed.first.planId) {
  const page = await school.as(role);
  await page.goto(`/plans/${plan}`);
  await page.locator('[data-live]').waitFor();
  return page;
}

test('two people see each other and each other`s rows, and nobody is disturbed while typing', async () => {
  const one = await open('secretary');
  const two = await open('deputy');
  await people(one)
    .getByText(/deputy/)
    .waitFor();
  await people(two)
    .getByText(/secretary/)
    .waitFor();
  await cell(two, 3, 'Chủ trì').focus();
  await rows(one).nth(2).locator('.here').waitFor();
  await people(one)
    .getByText(/deputy · hàng 3/)
    .waitFor();
  expect(await people(one).innerText()).not.toContain('secretary');

  // One is in the middle of a word; the other writes, adds, moves and removes around it.
  await cell(one, 2, 'Ghi chú').focus();
  await one.keyboard.type('Viết dở câu');
  await one.keyboard.press('ArrowLeft');
  const box = one.locator('td.editing textarea');
  await write(two, 1, 'Phối hợp', 'Công đoàn trường');
  await expect.poll(() => cell(one, 1, 'Phối hợp').innerText(), soon).toBe('Công đoàn trường');
  const before = await rows(one).count();
  await cell(two, 1, ACTION).focus();
  await two.keyboard.press('Control+d');
  await expect.poll(() => rows(one).count(), soon).toBe(before + 1);
  await two.locator('tbody tr.at th a', { hasText: /^2$/ }).waitFor();
  await write(two, 2, ACTION, 'Hàng của người kia');
  await expect.poll(() => cell(one, 2, ACTION).innerText(), soon).toContain('Hàng của người kia');
  await two.keyboard.press('Escape');
  await removeRow(two, before + 1);
  await expect.poll(() => rows(one).count(), soon).toBe(before);
  const removed = one.locator('[data-removed] li');
  await removed.getByText(new RegExp(`^Hàng ${before + 1} “.+” vừa bị .* deputy xoá\\.$`)).waitFor();
  expect(await box.inputValue()).toBe('Viết dở câu');
  expect(
    await box.evaluate((element: HTMLTextAreaElement) => [element === document.activeElement, element.selectionStart]),
  ).toEqual([true, 'Viết dở câu'.length - 1]);
  // The row is the third one now, and is numbered so.
  expect(await one.locator('tr:has(td.editing) th a').innerText()).toBe('3');
  await look(one, 'plan-together');
  await one.keyboard.press('End');
  await one.keyboard.type('.');
  await one.keyboard.press('Enter');
  await saved(one);
  await expect.poll(() => cell(two, 3, 'Ghi chú').innerText(), soon).toBe('Viết dở câu.');
  await removed.getByRole('button', { name: 'Đưa hàng trở lại' }).click();
  await expect.poll(() => rows(two).count(), soon).toBe(before + 1);
  await removed.waitFor({ state: 'detached' });
  expect(await texts(one, ACTION)).toEqual(await texts(two, ACTION));
  await two.context().close();
  await expect.poll(() => people(one).isVisible(), { timeout: 15_000 }).toBe(false);
});

test('the same cell: both versions are shown; a row that is removed under one`s hands keeps the words', async () => {
  const one = await open('secretary');
  const two = await open('deputy');
  await cell(one, 1, 'Dự kiến kinh phí').focus();
  await one.keyboard.type('Của thư ký');
  await write(two, 1, 'Dự kiến kinh phí', 'Của phó hiệu trưởng');
  await saved(two);
  await one.waitForTimeout(600);
  await one.keyboard.press('Enter');
  const conflict = one.getByRole('alert');
  await conflict.getByText('Của phó hiệu trưởng').waitFor();
  await conflict.getByText('Của thư ký').waitFor();
  await conflict.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await expect.poll(() => cell(two, 1, 'Dự kiến kinh phí').innerText(), soon).toContain('Của thư ký');

  // Taken back, the cell shows what the other wrote meanwhile.
  await cell(one, 2, 'Chủ trì').focus();
  await one.keyboard.type('Bỏ đi');
  await write(two, 2, 'Chủ trì', 'Kế toán');
  await saved(two);
  await one.waitForTimeout(600);
  await one.keyboard.press('Escape');
  expect(await cell(one, 2, 'Chủ trì').innerText()).toContain('Kế toán');

  const count = await rows(one).count();
  await cell(one, 2, 'Ghi chú').focus();
  await one.keyboard.type('Không được mất');
  await removeRow(two, 2);
  await one.getByText(/Hàng này vừa bị .* deputy xoá/).waitFor();
  await look(one, 'plan-row-lost');
  await one.getByRole('button', { name: 'Đưa hàng trở lại' }).click();
  await saved(one);
  await expect.poll(() => rows(two).count(), soon).toBe(count);
  await expect.poll(() => cell(two, 2, 'Ghi chú').innerText(), soon).toContain('Không được mất');

  // Who goes on to another row before the answer has come stays there.
  await two.route('**/remove', async (route) => {
    const response = await route.fetch();
    await two.waitForTimeout(700);
    await route.fulfill({ response });
  });
  await two.locator('[data-undo]').evaluate((undo) => undo.replaceChildren());
  await removeRow(two, count);
  await expect.poll(() => rows(two).count(), soon).toBe(count - 1);
  await cell(two, 1, ACTION).focus();
  await two.getByText('Đã xoá hàng.').waitFor();
  expect(await rows(two).first().locator(':focus').count()).toBe(1);
  await two.unroute('**/remove');
  await two.locator('[data-undo] button').click();
  await expect.poll(() => rows(two).count(), soon).toBe(count);

  // The same while the line was away.
  await one.context().setOffline(true);
  await write(one, 2, 'Ghi chú', 'Viết lúc mất mạng');
  await one.getByText('Mất kết nối').waitFor();
  await removeRow(two, 2);
  await expect.poll(() => rows(two).count()).toBe(count - 1);
  await removeRow(two, 1);
  await expect.poll(() => rows(two).count()).toBe(count - 2);
  await one.context().setOffline(false);
  // One in which nothing was typed is named too, with the way back.
  const removed = one.locator('[data-removed] li');
  await removed.getByText(/^Hàng 1 “.+” vừa bị .* deputy xoá\.$/).waitFor();
  await look(one, 'plan-row-removed-offline');
  await removed.getByRole('button', { name: 'Đưa hàng trở lại' }).click();
  await expect.poll(() => rows(two).count(), soon).toBe(count - 1);
  await one.getByText(/Hàng này vừa bị .* xoá/).waitFor();
  await expect.poll(() => cell(one, 2, 'Ghi chú').innerText(), soon).toContain('Viết lúc mất mạng');
  // The sentence above the table comes first: it moves what is below it.
  await one.getByText('Hàng này không còn trong kế hoạch').waitFor();
  await one.getByRole('button', { name: 'Bỏ chữ của tôi' }).click();
  await expect.poll(() => texts(one, ACTION)).toEqual(await texts(two, ACTION));
});

test('a row is dragged within its group by mouse and by finger, others see it, and it can be taken back', async () => {
  const one = await open('secretary');
  const two = await open('deputy');
  const count = await rows(one).count();
  await cell(one, 1, ACTION).focus();
  await one.keyboard.press('Control+d');
  await one.locator('tbody tr.at th a', { hasText: /^2$/ }).waitFor();
  await write(one, 2, ACTION, 'Hàng thứ hai');
  await saved(one);
  await expect.poll(() => rows(two).count(), soon).toBe(count + 1);
  await expect.poll(() => cell(two, 2, ACTION).innerText(), soon).toContain('Hàng thứ hai');
  const before = await texts(one, ACTION);
  const group = await one.locator('tbody').first().locator('tr[data-v]').count();
  expect(group).toBeGreaterThan(1);
  await dragRow(one, 1, 2);
  const moved = [before[1], before[0], ...before.slice(2)];
  await expect.poll(() => texts(one, ACTION), soon).toEqual(moved);
  await expect.poll(() => texts(two, ACTION), soon).toEqual(moved);
  await one.getByText('Đã chuyển thành hàng 2.').waitFor();
  await one.locator('[data-undo] button').click();
  for (const page of [one, two]) await expect.poll(() => texts(page, ACTION), soon).toEqual(before);
  // Over the rows of other groups it goes to the end of its own.
  await dragRow(one, 1, group + 2);
  await expect.poll(() => texts(two, ACTION).then((all) => all.indexOf(before[0]!)), soon).toBe(group - 1);
  await expect.poll(() => texts(one, ACTION), soon).toEqual(await texts(two, ACTION));

  // On a phone the rows are cards: a finger that moves at once scrolls, one that rests on the handle takes the row.
  await one.setViewportSize({ width: 360, height: 740 });
  const finger = await fingerOn(one);
  const cards = await texts(two, ACTION);
  const scrolled = () => one.evaluate(() => scrollY);
  const handle = async () => {
    await rows(one)
      .first()
      .evaluate((row) => scrollTo(0, row.getBoundingClientRect().top + scrollY - 120));
    const box = await boxOf(rows(one).first().locator('.grip'));
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await finger.move(await handle(), 575, 450);
  // At the edge the next card comes into sight; the page itself stays with the row.
  await one.locator('tr[data-drop]').waitFor();
  await expect.poll(() => rows(one).nth(1).getAttribute('data-drop')).toBe('below');
  await finger.lift();
  await expect.poll(() => texts(two, ACTION), soon).toEqual([cards[1], cards[0], ...cards.slice(2)]);
  await one.locator('[data-undo] button').click();
  for (const page of [one, two]) await expect.poll(() => texts(page, ACTION), soon).toEqual(cards);
  const top = await handle();
  const at = await scrolled();
  await finger.move(top, -100, 0);
  expect(await one.locator('tr.dragged').count()).toBe(0);
  await finger.lift();
  await expect.poll(scrolled).toBeGreaterThan(at);
  expect(await texts(one, ACTION)).toEqual(cards);
});

test('a paste without a line is not half done: it waits, and is there once', async () => {
  const one = await open('secretary');
  const two = await open('deputy');
  const count = await rows(one).count();
  await cell(one, count, 'Chủ trì').focus();
  await one.context().setOffline(true);
  const table = { 'text/plain': 'BGH\tTổ CM\nKế toán\tThủ quỹ\nVăn thư\tThư viện\n' };
  await paste(one, table);
  await one.locator('[data-status][data-state=offline]').waitFor();
  expect(await rows(two).count()).toBe(count);
  // The page is closed and opened again tomorrow.
  await one.goto('about:blank');
  await one.context().setOffline(false);
  await one.goto(`/plans/${school.seed.first.planId}`);
  await expect.poll(() => rows(two).count(), { timeout: 10_000 }).toBe(count + 2);
  await expect.poll(() => cell(two, count, 'Chủ trì').innerText(), { timeout: 10_000 }).toContain('BGH');
  expect(await cell(two, count + 2, 'Phối hợp').innerText()).toContain('Thư viện');
  await two.reload();
  expect(await rows(two).count()).toBe(count + 2);

  // The answer is lost on its way: what the server has done is not done again.
  await one.locator('[data-live]').waitFor();
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await one.route('**/items', loseAnswer, { times: 1 });
  await cell(one, count + 2, 'Chủ trì').focus();
  await paste(one, table);
  await expect.poll(() => rows(two).count(), { timeout: 10_000 }).toBe(count + 4);
  await expect.poll(() => rows(one).count(), { timeout: 10_000 }).toBe(count + 4);
  await saved(one);
  await two.reload();
  expect(await rows(two).count()).toBe(count + 4);
});

test('a page of yesterday, a clock that is years off, a session that ends', async () => {
  let one = await open('secretary');
  const two = await open('deputy');
  // Yesterday's words never reached the server, not even as the page was closed; somebody has written in that cell since.
  await one.context().setOffline(true);
  await write(one, 1, 'Thời gian', 'Tháng 3/2027');
  await one.getByText('Mất kết nối').waitFor();
  const context = one.context();
  await one.evaluate(() => (globalThis.fetch = () => Promise.reject(new TypeError())));
  await one.close();
  await write(two, 1, 'Thời gian', 'Tháng 5/2027');
  await saved(two);
  await context.setOffline(false);
  one = await context.newPage();
  await one.clock.setSystemTime(new Date('2019-03-04T01:02:03Z'));
  await one.goto(`/plans/${school.seed.first.planId}`);
  const conflict = one.getByRole('alert');
  await conflict.getByText('Tháng 5/2027').waitFor();
  await conflict.getByText('Tháng 3/2027').waitFor();
  await conflict.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await saved(one);
  const inHanoi = (date: Date) =>
    date.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
  const times = [-60_000, 0].map((milliseconds) => `Đã lưu ${inHanoi(new Date(Date.now() + milliseconds))}`);
  expect(times).toContain((await one.locator('[data-status]').innerText()).slice(0, 'Đã lưu 00:00'.length));
  await expect.poll(() => cell(two, 1, 'Thời gian').innerText(), soon).toContain('Tháng 3/2027');

  // Signed out in another window of the same school.browser.
  const other = await two.context().newPage();
  await other.goto('/');
  await other.request.post('/sign-out', { headers: { origin: school.app.url } });
  await two.getByText('Phiên làm việc đã hết').waitFor({ timeout: 25_000 });
  const late = await cell(two, 2, 'Ghi chú').innerText();
  await write(one, 2, 'Ghi chú', 'Không cho người đã ra');
  await saved(one);
  await two.waitForTimeout(1_500);
  expect(await cell(two, 2, 'Ghi chú').innerText()).toBe(late);
  await people(two).waitFor({ state: 'hidden' });
});

test('a plan that is submitted while one writes in it says so, and keeps the words', async () => {
  const one = await open('secretary');
  await cell(one, 1, 'Ghi chú').focus();
  await one.keyboard.type('Chưa kịp lưu');
  const principal = await school.as('principal');
  const life = `/plans/${school.seed.first.planId}/life`;
  await principal.goto(life);
  const version = await principal.locator('input[name=version]').first().inputValue();
  const form = { move: 'submit', version, remark: '', dueOn: '' };
  const answer = await principal.request.post(life, { headers: { origin: school.app.url, accept: 'text/html' }, form });
  expect(answer.ok()).toBe(true);
  await one.locator('[data-plan-table][data-edit=false]').waitFor({ timeout: 5_000 });
  await one.getByText('Kế hoạch vừa chuyển bước').waitFor();
  await cell(one, 1, 'Ghi chú').and(one.locator('[data-pending]')).getByText('Chưa kịp lưu').waitFor();
  await cell(one, 2, 'Ghi chú').click();
  expect(await one.locator('td.editing').count()).toBe(0);
  await look(one, 'plan-locked-now');
});
