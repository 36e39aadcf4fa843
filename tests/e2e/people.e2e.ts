import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { phoneCode, stepAt } from '#server/identity/phone-code.ts';
import { look, newPage, useSchool } from '../support/browser.ts';

const school = useSchool();

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function addPerson(page: Page, name: string, role: string): Promise<{ username: string; password: string }> {
  await page.goto('/people/new');
  await page.getByLabel('Họ và tên').fill(name);
  await page.getByLabel('Vai trò').selectOption({ label: role });
  // As many people press: twice. It is sent once, or the name and the password of a second account would stand there.
  await page.getByRole('button', { name: 'Thêm và lấy mật khẩu' }).evaluate((button: HTMLElement) => {
    button.click();
    setTimeout(() => button.click(), 30);
  });
  const told = page.getByRole('status').locator('dd');
  return { username: await told.nth(0).innerText(), password: await told.nth(1).innerText() };
}

test('the principal adds somebody, who comes in once with what was told and chooses a password', async () => {
  const principal = await school.principal();
  await principal.getByRole('link', { name: 'Nhân sự' }).click();
  await principal.getByRole('heading', { name: 'Nhân sự của trường' }).waitFor();
  await principal.getByRole('link', { name: 'Thêm một người' }).click();
  await principal.getByLabel('Điện thoại').fill('máy bàn');
  await principal.getByRole('button', { name: 'Thêm và lấy mật khẩu' }).click();
  await principal.getByText('Cần xem lại 2 chỗ').waitFor();
  await look(principal, 'people-new-faulty');
  const told = await addPerson(principal, 'Trần Thị Thu Hoài Thương Nhớ', 'Thư ký hội đồng');
  expect(told.username).toBe('nhotttht');

  const page = await newPage(school.browser, school.app, { script: false });
  await signIn(page, told.username, told.password);
  await page.waitForURL('**/account/password');
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/account/password');
  await page.getByLabel('Mật khẩu mới').fill('12345678');
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await page.getByText('quá dễ đoán').first().waitFor();
  await page.getByLabel('Mật khẩu mới').fill('nắng sớm mai vàng');
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await page.waitForURL(`${school.app.url}/`);
  await page.goto('/people');
  await page.getByText('Nguyễn Thị Hoa').first().waitFor();
  expect(await page.getByRole('link', { name: 'Thêm một người' }).count()).toBe(0);
});

test('search, change, conflict of two windows, the last principal', async () => {
  const page = await school.principal();
  await addPerson(page, 'Lê Văn Đổi', 'Cán bộ, giáo viên, nhân viên');
  await page.goto('/people?q=doi+le');
  await page.getByRole('link', { name: 'Lê Văn Đổi' }).click();
  const other = await newPage(school.browser, school.app, { context: page.context() });
  await other.goto(page.url());
  await page.getByLabel('Chức vụ').fill('Tổ trưởng tổ Văn phòng');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByText('Đã lưu.').waitFor();
  await other.getByLabel('Chức vụ').fill('Văn thư');
  await other.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await other.getByText('Tổ trưởng tổ Văn phòng').waitFor();
  expect(await other.getByLabel('Chức vụ').inputValue()).toBe('Văn thư');
  await other.getByText('Đặt lại mật khẩu').click();
  await look(other, 'people-member-conflict');
  await other.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await other.getByText('Đã lưu.').waitFor();
  await other.close();

  await page.goto('/people?q=hieutruong');
  await page.getByRole('link', { name: 'Nguyễn Thị Hoa' }).click();
  await page.getByLabel('Vai trò').selectOption('deputy');
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
  await page.getByText('hiệu trưởng duy nhất').waitFor();
});

test('who has left is out in the same moment; a forgotten password is reset', async () => {
  const principal = await school.principal();
  const told = await addPerson(principal, 'Phạm Thị Rời', 'Người xem');
  const page = await newPage(school.browser, school.app);
  await signIn(page, told.username, told.password);
  await page.waitForURL('**/account/password');
  await principal.goto('/people?q=roi');
  await principal.getByRole('link', { name: 'Phạm Thị Rời' }).click();
  await principal.getByText('Tạm dừng tài khoản').click();
  await principal.getByRole('button', { name: 'Tạm dừng ngay' }).click();
  await principal.getByText('Đã tạm dừng').waitFor();
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, told.username, told.password);
  await page.getByText('Tài khoản này đã được tạm dừng').waitFor();
  await principal.goto('/people');
  await look(principal, 'people');
  await principal.getByRole('link', { name: 'Phạm Thị Rời' }).click();
  await principal.getByRole('button', { name: 'Mở lại tài khoản' }).click();
  // One press alone changes nothing.
  await principal.getByText('Đặt lại mật khẩu').click();
  await principal.getByRole('button', { name: 'Đặt lại và hiện mật khẩu mới' }).click();
  const password = await principal.getByRole('status').locator('dd').nth(1).innerText();
  await signIn(page, told.username, password);
  await page.waitForURL('**/account/password');
});

test('own account: the list of devices, ending one, a new password; what one may do', async () => {
  const page = await school.principal();
  const other = await school.principal();
  await page.getByLabel('Tài khoản: Nguyễn Thị Hoa').click();
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await page.getByText('máy này').waitFor();
  await look(page, 'account');
  await page.getByRole('button', { name: 'Cho thoát mọi máy khác' }).click();
  await page.getByText('Đã cho thoát.').waitFor();
  await other.goto('/plans');
  expect(new URL(other.url()).pathname).toBe('/sign-in');
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill('sai');
  await page.getByLabel('Mật khẩu mới').fill('mùa hạ nắng vàng');
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByText('Mật khẩu hiện tại không đúng.').first().waitFor();

  await page.goto('/roles');
  await page.getByText('Vai trò của bạn: Hiệu trưởng').waitFor();
  await look(page, 'roles');
});

/** Of the key that is shown to be typed by hand: base32, as the phone reads it. */
function secretOf(key: string): string {
  const bits = [...key.replaceAll(' ', '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2))).toString();
}

test('two steps: switched on with the phone, asked for at the door, taken away by the principal', async () => {
  const principal = await school.principal();
  const told = await addPerson(principal, 'Đỗ Thị Hai Bước', 'Phó hiệu trưởng');
  const page = await newPage(school.browser, school.app);
  await signIn(page, told.username, told.password);
  await page.getByLabel('Mật khẩu mới').fill('nắng sớm mai vàng');
  await page.getByRole('button', { name: 'Đặt mật khẩu và tiếp tục' }).click();
  await page.goto('/account');
  await page.getByRole('link', { name: 'Xác thực hai bước' }).click();
  await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click();
  await page.getByLabel('Mã xác thực').fill('12 345');
  await page.getByLabel('Mật khẩu hiện tại').fill('nắng sớm mai vàng');
  await page.getByRole('button', { name: 'Bật', exact: true }).click();
  await page.getByText('Mã gồm 6 chữ số trên điện thoại').first().waitFor();
  await look(page, 'two-step-set-up-faulty');
  const secret = secretOf(await page.getByText(/^([A-Z2-7]{4} ?){13}$/).innerText());
  await page.getByLabel('Mã xác thực').fill(await phoneCode(secret, stepAt(new Date())));
  await page.getByLabel('Mật khẩu hiện tại').fill('nắng sớm mai vàng');
  await page.getByRole('button', { name: 'Bật', exact: true }).click();
  await page.getByRole('heading', { name: 'Mười mã dự phòng' }).waitFor();
  await look(page, 'two-step-codes');
  const recovery = await page
    .getByRole('listitem')
    .filter({ hasText: /^[a-z0-9]{5}-[a-z0-9]{5}$/ })
    .allInnerTexts();
  expect(recovery).toHaveLength(10);
  await page.getByRole('link', { name: 'Tôi đã cất mã' }).click();
  await page.getByText('Còn 10 mã dự phòng').waitFor();

  const elsewhere = await newPage(school.browser, school.app);
  await elsewhere.goto('/sign-in/code');
  await elsewhere.getByText('Bước đăng nhập này đã hết hạn').waitFor();
  await elsewhere.goto('/plans');
  await signIn(elsewhere, told.username, 'nắng sớm mai vàng');
  await elsewhere.waitForURL('**/sign-in/code*');
  await elsewhere.goto('/plans');
  expect(new URL(elsewhere.url()).pathname).toBe('/sign-in');
  await elsewhere.goto('/sign-in/code');
  await elsewhere.getByLabel('Mã', { exact: true }).fill('000000');
  await elsewhere.getByRole('button', { name: 'Vào', exact: true }).click();
  await elsewhere.getByText('đồng hồ của điện thoại').waitFor();
  await look(elsewhere, 'sign-in-code');
  await elsewhere.getByLabel('Mã', { exact: true }).fill(recovery[0] ?? '');
  await elsewhere.getByLabel('Đừng hỏi mã trên máy này').check();
  await elsewhere.getByRole('button', { name: 'Vào', exact: true }).click();
  await elsewhere.waitForURL(`${school.app.url}/`);
  await elsewhere.goto('/account/two-step');
  await elsewhere.getByText('Còn 9 mã dự phòng').waitFor();
  await elsewhere.getByText('1 trình duyệt đang được tin').waitFor();

  await principal.goto('/people?q=buoc');
  await principal.getByRole('link', { name: 'Đỗ Thị Hai Bước' }).click();
  await principal.getByText('Gỡ xác thực hai bước').click();
  await principal.getByRole('button', { name: 'Gỡ của Đỗ Thị Hai Bước' }).click();
  await principal.getByText('Đã gỡ xác thực hai bước.').waitFor();
  await page.goto('/plans');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, told.username, 'nắng sớm mai vàng');
  await page.getByText('đã gỡ xác thực hai bước của bạn').waitFor();
  await look(page, 'two-step-removed');
  await page.getByRole('button', { name: 'Tôi đã biết' }).click();
  await page.waitForURL(`${school.app.url}/`);
  expect(await page.getByText('đã gỡ xác thực hai bước của bạn').count()).toBe(0);
});
