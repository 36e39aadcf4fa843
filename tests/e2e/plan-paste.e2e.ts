import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useSchool } from '../support/browser.ts';
import { acceptedPlan, cell, paste, saved } from '../support/plan-pages.ts';

const school = useSchool();
let address = '';

async function open(): Promise<Page> {
  const page = await school.principal();
  address ||= await acceptedPlan(page, { layout: 'nine-column' });
  await page.goto(address);
  await page.locator('[data-live]').waitFor();
  return page;
}

const rows = (page: Page) => page.locator('tbody tr[data-v]').count();

/** As Word writes it: a conditional comment, list marks of its own, a cell merged over two rows, line ends inside words. */
const WORD_TABLE = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-parent:"";} --></style></head>
<body lang=VI><!--StartFragment--><table class=MsoTableGrid border=1 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0'><td width=300 style='width:225.0pt'><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
  style='mso-list:Ignore'>-<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Khảo sát
  nhu cầu<o:p></o:p></p><p class=MsoListParagraph><span style='mso-list:Ignore'>-<span>&nbsp; </span></span>Lập dự toán</p></td>
  <td rowspan=2><p class=MsoNormal>Kế toán<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal>Mua sắm</p></td><td><p class=MsoNormal>&nbsp;</p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>Bàn giao</p></td><td><p>Hiệu trưởng</p></td><td><p>Công đoàn</p></td></tr>
</table><!--EndFragment--></body></html>`;

/** As Excel writes it: a style sheet, lines of one cell by a break of its own kind. */
const EXCEL_CELLS = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>br {mso-data-placement:same-cell;}</style></head>
<body><table border=0 style='border-collapse:collapse'><col width=200><!--StartFragment-->
 <tr height=40><td class=xl65 style='mso-number-format:General'>- Rà soát<br style='mso-data-placement:same-cell'>
    - Bổ sung</td><td class=xl65>BGH</td></tr>
 <tr height=20><td>Tổng hợp</td><td>Văn thư</td></tr><!--EndFragment--></table></body></html>`;

test('cells of a spreadsheet fill the table and add the rows that are missing', async () => {
  const page = await open();
  const before = await rows(page);
  await cell(page, before, 'Chủ trì').focus();
  await paste(page, { 'text/plain': 'BGH\tTổ CM\r\n"GV\nnhóm lớp"\tPHHS\r\nKế toán\tThủ quỹ\r\n' });
  await expect.poll(() => rows(page), { timeout: 20_000 }).toBe(before + 2);
  await saved(page);
  await page.reload();
  expect(await cell(page, before, 'Chủ trì').innerText()).toBe('BGH');
  expect(await cell(page, before + 2, 'Phối hợp').innerText()).toBe('Thủ quỹ');
});

test('a table copied in Word: merged cells, points and paragraphs; each row a row', async () => {
  const page = await open();
  const before = await rows(page);
  await cell(page, before, 'Giải pháp, công việc').focus();
  await paste(page, { 'text/html': WORD_TABLE, 'text/plain': 'Khảo sát\t\r\nLập sổ\r\n' });
  await expect.poll(() => rows(page), { timeout: 20_000 }).toBe(before + 2);
  await saved(page);
  await page.reload();
  expect(await cell(page, before, 'Giải pháp, công việc').innerText()).toBe('- Khảo sát nhu cầu\n- Lập dự toán');
  expect(await cell(page, before + 1, 'Giải pháp, công việc').innerText()).toBe('Mua sắm');
  for (const row of [before, before + 1]) expect(await cell(page, row, 'Chủ trì').innerText()).toBe('Kế toán');
  expect(await cell(page, before + 2, 'Chủ trì').innerText()).toBe('Hiệu trưởng');
  expect(await cell(page, before + 2, 'Phối hợp').innerText()).toBe('Công đoàn');
});

test('cells copied in Excel keep their lines', async () => {
  const page = await open();
  await cell(page, 2, 'Giải pháp, công việc').focus();
  await paste(page, { 'text/html': EXCEL_CELLS, 'text/plain': '"- Rà soát\n- Bổ sung"\tBGH\r\nTổng hợp\tVăn thư\r\n' });
  await saved(page);
  await page.reload();
  expect(await cell(page, 2, 'Giải pháp, công việc').innerText()).toBe('- Rà soát\n- Bổ sung');
  expect(await cell(page, 3, 'Chủ trì').innerText()).toBe('Văn thư');
});

test('rows pasted after the session had ended wait in the browser, and are there once one has signed in again', async () => {
  const page = await open();
  const before = await rows(page);
  await cell(page, before, 'Chủ trì').focus();
  await page.request.post('/sign-out', { headers: { origin: school.app.url } });
  await paste(page, { 'text/plain': 'BGH\tTổ CM\r\nVăn thư\tThư viện\r\nY tế\tCông đoàn\r\n' });
  await page.getByText(/giữ trên máy này/).waitFor();
  expect(await page.getByText(/Đã dán/).count()).toBe(0);
  expect(await rows(page)).toBe(before);
  await page.goto(address);
  await page.getByLabel('Tên đăng nhập').fill('hieutruong');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mua thu la bay');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect.poll(() => rows(page), { timeout: 20_000 }).toBe(before + 2);
  expect(await cell(page, before + 2, 'Phối hợp').innerText()).toBe('Công đoàn');
});

test('six megabytes in a cell are refused in words; a text that is a little too long is shown, and pushes out no other words', async () => {
  const page = await open();
  const note = (row: number, window = page) => cell(window, row, 'Ghi chú');
  const before = await note(1).innerText();
  await note(1).focus();
  await paste(page, { 'text/plain': 'Đoạn dài. '.repeat(600_000) });
  await page.getByText(/nhiều nhất 20\.000 ký tự, đoạn dán có tới 6\.000\.000/).waitFor();
  // Neither while one types: what stands in the box stays.
  await page.keyboard.type('Chưa xong');
  await paste(page, { 'text/html': `<table><tr><td>${'ă'.repeat(300_000)}<td>BGH</table>`, 'text/plain': 'x' });
  await page.getByText(/đoạn dán có tới 300\.000/).waitFor();
  expect(await page.locator('td.editing textarea').inputValue()).toBe('Chưa xong');
  await page.keyboard.press('Escape');
  expect(await note(1).innerText()).toBe(before);

  const long = 'Đoạn dài. '.repeat(2_500).trim();
  await paste(page, { 'text/plain': long });
  const refused = (window: Page) => window.getByText(/một ô chứa nhiều nhất 20\.000 ký tự; chữ vẫn còn trong ô/);
  await refused(page).waitFor();
  expect(await note(1).textContent()).toContain(long);
  await page.context().setOffline(true);
  await note(2).focus();
  await page.keyboard.type('Viết lúc mất mạng');
  await page.keyboard.press('Enter');
  await page.getByText('Mất kết nối').waitFor();
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await again.locator('[data-live]').waitFor();
  await expect.poll(() => note(2, again).getAttribute('data-pending'), { timeout: 10_000 }).toBe(null);
  // Said again once the others are saved.
  await refused(again).waitFor();
  expect(await note(2, again).innerText()).toBe('Viết lúc mất mạng');
  expect(await note(1, again).textContent()).toContain(long);
});
