import { expect, test } from 'vitest';
import { look, newPage, useSchool } from '../support/browser.ts';

const school = useSchool();

const LIST = `TRƯỜNG MẦM NON ỔI HỒNG;;;;
STT;Họ và tên;Chức vụ;Tổ;SĐT
1;Nguyễn Thị Hoa;Hiệu trưởng;Ban giám hiệu;912000001
2;Lê Thị Thùy Dương Ngọc Bảo Trân;Giáo viên lớp Lá 2 – điểm trường Suối Nhỏ;Tổ Mẫu giáo lớn;912000002
3;Phạm Văn Kế;Kế toán;Tổ văn phòng;912000003
4;Vũ Thị Thiếu;Giáo viên;Tổ Mẫu giáo lớn;hỏi sau
;Danh sách này có 4 người;;;
`;

test('the staff list: seen, mended by leaving out, accepted once', async () => {
  const page = await school.principal();
  await page.goto('/people');
  await page.getByRole('link', { name: 'Nhập từ danh sách' }).click();
  const bring = async () => {
    await page.goto('/people/import');
    const file = { name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
    await page.getByLabel('Tệp danh sách').setInputFiles(file);
    await page.getByRole('button', { name: 'Xem trước' }).click();
  };
  await bring();
  await page.getByText('Thêm 2 người, sửa 1 người, 0 người đã đúng, 1 dòng có vấn đề.').waitFor();
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^Dòng \d+, / })
      .count(),
  ).toBe(1);
  await page.getByText('Số điện thoại gồm 9 đến 11 chữ số').last().waitFor();
  await look(page, 'people-import-preview');
  await page.getByRole('button', { name: 'Nhận danh sách' }).click();
  await page.getByText('Có dòng không nhận được').waitFor();
  await page.getByLabel('Bỏ qua 1 dòng có vấn đề').check();
  await page.getByRole('button', { name: 'Nhận danh sách' }).click();
  await page.getByRole('heading', { name: 'Đã nhận danh sách' }).waitFor();
  await page.getByText('tranlttdnb').waitFor();
  await look(page, 'people-import-done');
  await bring();
  await page.getByText('Thêm 0 người, sửa 0 người, 3 người đã đúng').waitFor();

  const download = page.waitForEvent('download');
  await page.goto('/people/import');
  await page.getByRole('link', { name: 'Tải tệp mẫu' }).click();
  expect((await download).suggestedFilename()).toContain('.xlsx');
});

test('a card is printed for whom was chosen, opens the door by code and by picture, and is withdrawn', async () => {
  const page = await school.principal();
  await page.goto('/people/cards');
  await page.getByRole('button', { name: 'Làm thẻ để in' }).click();
  await page.getByText('Hãy chọn ít nhất một người.').waitFor();
  await page.getByLabel('Phạm Văn Kế').check();
  await page.getByLabel('Lê Thị Thùy Dương').check();
  await look(page, 'people-cards');
  await page.getByRole('button', { name: 'Làm thẻ để in' }).click();
  await page.getByRole('heading', { name: '2 thẻ đã sẵn sàng để in' }).waitFor();
  await look(page, 'people-card-sheet');
  const card = page.getByRole('listitem').filter({ hasText: 'Phạm Văn Kế' });
  const code = (await card.getByText(/^\d{4} \d{4} \d{4} \d{4}$/).innerText()).trim();

  const holder = await newPage(school.browser, school.app, { script: false });
  await holder.goto('/sign-in');
  await holder.getByRole('link', { name: 'Vào bằng thẻ giấy' }).click();
  await holder.getByLabel('Mã thẻ').fill('1111 2222 3333 4444');
  await holder.getByRole('button', { name: 'Vào', exact: true }).click();
  await holder.getByText('Mã thẻ không đúng').waitFor();
  await holder.goto(`/card?code=${code.replaceAll(' ', '')}`);
  expect(await holder.getByLabel('Mã thẻ').inputValue()).toBe(code);
  await holder.getByRole('button', { name: 'Vào', exact: true }).click();
  await holder.waitForURL(`${school.app.url}/`);
  await holder.goto('/account');
  await holder.getByText('vào bằng thẻ').waitFor();

  await page.goto('/people/cards');
  await page.getByText('dùng gần nhất').waitFor();
  await page.getByRole('button', { name: 'Thu hồi thẻ của Phạm Văn Kế' }).click();
  await page.getByText('Đã thu hồi thẻ.').waitFor();
  await holder.goto('/account');
  expect(new URL(holder.url()).pathname).toBe('/sign-in');
  const stranger = await newPage(school.browser, school.app);
  await stranger.goto('/card');
  await look(stranger, 'card-entry');
});

test('groups of the year: made by the list, filled by hand, carried on', async () => {
  const page = await school.principal();
  await page.goto('/people/groups');
  await page.getByText('Phạm Văn Kế').waitFor();
  await page.getByLabel('Tên', { exact: true }).fill('Khu A');
  await page.getByRole('button', { name: 'Thêm và chọn người' }).click();
  await page.getByLabel('Lê Thị Thùy Dương').check();
  await look(page, 'people-group');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu.').waitFor();
  await page.goto('/people/groups');
  await look(page, 'people-groups');
  await page.getByLabel('Năm học', { exact: true }).selectOption('2027-2028');
  await page.getByRole('button', { name: 'Xem', exact: true }).click();
  await page.getByRole('button', { name: 'Chép từ năm học 2026–2027' }).click();
  await page.getByText('Đã chép 4 tổ, nhóm').waitFor();
  await page.getByRole('link', { name: 'Khu A' }).waitFor();
});
