import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { aPlanDocument, aTime, anItem } from '#core/plan/samples/plan-builder.ts';
import { writeXlsx } from './write-xlsx.ts';

test('cells come back as typed, formulas stay text', async () => {
  const action = '=HYPERLINK("http://x","y")\n- dòng hai\n@a';
  const items = [anItem({ action, note: '+1-2', time: aTime('9/2023') })];
  const rows = await readSheet(Buffer.from(await writeXlsx(aPlanDocument({ items }), null)));
  const header = rows.find((row) => row.includes('Công việc, giải pháp'))!;
  const row = rows.at(-1)!;
  const cell = (name: string) => row[header.indexOf(name)];
  expect(cell('Công việc, giải pháp')).toBe(action);
  expect(cell('Ghi chú')).toBe('+1-2');
  expect(cell('Thời gian thực hiện')).toBe('9/2023');
  expect(cell('Chủ trì và phối hợp thực hiện')).toBe('Hiệu trưởng, Kế toán');
});
