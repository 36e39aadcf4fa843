import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeXlsx } from '../../../tests/samples/files/make-xlsx.ts';
import { readStaffFile } from './read-staff-file.ts';

/** A workbook of a few kilobytes that names one sheet of people thousands of times, none of them with a heading. */
function repeatedSheet(times: number): Uint8Array {
  const files = unzipSync(makeXlsx([{ rows: Array.from({ length: 120 }, (_, row) => [`Việc ${row}`]) }]));
  const names = Array.from(
    { length: times },
    (_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="r1"/>`,
  );
  const workbook = strFromU8(files['xl/workbook.xml']!).replace(
    /<sheets>.*<\/sheets>/s,
    `<sheets>${names.join('')}</sheets>`,
  );
  return zipSync({ ...files, 'xl/workbook.xml': strToU8(workbook) });
}

test(
  'a list that takes seconds to read holds up nobody but the person who brought it',
  { timeout: 30_000 },
  async () => {
    const bytes = repeatedSheet(3000);
    let last = performance.now();
    let longest = 0;
    const tick = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 10);
    const start = performance.now();
    const outcome = await readStaffFile(bytes, 'danh-sach.xlsx').catch((error: { code: string }) => error.code);
    const whole = performance.now() - start;
    clearInterval(tick);
    expect([null, 'document.timeout', 'document.out-of-memory']).toContain(outcome);
    expect(longest).toBeLessThan(whole / 2);
  },
);

test('people of an Excel file, in the order of the list', async () => {
  const rows = [
    ['STT', 'Họ và tên', 'Chức vụ'],
    ['1', 'Nguyễn Thị Mẫu', 'Giáo viên'],
    ['2', 'Trần Văn Thử', 'Kế toán'],
  ];
  const table = await readStaffFile(makeXlsx([{ rows }]), 'danh-sach.xlsx');
  expect(table?.rows.map(({ displayName }) => displayName)).toEqual(['Nguyễn Thị Mẫu', 'Trần Văn Thử']);
});
