import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bieu2Plan } from '#core/plan/samples/bieu-2.ts';
import { byLevelPlan } from '#core/plan/samples/by-level.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { aPlanDocument, anItem } from '#core/plan/samples/plan-builder.ts';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { writeDocx } from './write-docx.ts';

async function xmlOf(plan: PlanDocument, layout: PlanLayoutName): Promise<string> {
  const files = unzipSync(await writeDocx(layoutPlan(plan, layout, { set: null })));
  return strFromU8(files['word/document.xml']!);
}

test('the header row is repeated, and no other row says anything about it', async () => {
  const xml = await xmlOf(nineColumnPlan, 'nine-column');
  expect(xml.match(/<w:tblHeader\b/g)).toHaveLength(1);
  expect(xml).not.toMatch(/<w:tblHeader[^>]*w:val="(off|false|0)"/);
});

test('A4 with the margins of the decree, its number hidden on page 1 only', async () => {
  const xml = await xmlOf(nineColumnPlan, 'nine-column');
  expect(xml).toContain('w:titlePg');
  expect(xml).toMatch(/<w:pgSz w:w="1190\d" w:h="168\d\d"/);
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
});

test('short rows stay whole, long rows may break', async () => {
  const steps = (count: number) =>
    Array.from({ length: count }, (_, index) => `- Việc ${index} trong ${count}.`).join('\n');
  const items = [anItem(), anItem({ action: steps(25) }), anItem({ action: steps(60) })];
  const rows = (await xmlOf(aPlanDocument({ items }), 'nine-column')).split('<w:tr>');
  expect(rows.find((row) => row.includes('Kiểm kê tài sản'))).toContain('w:cantSplit');
  // Half of a page: in LibreOffice a cell of it could leave a single line.
  expect(rows.find((row) => row.includes('Việc 24 trong 25'))).toContain('w:cantSplit');
  expect(rows.find((row) => row.includes('Việc 59 trong 60'))).not.toContain('w:cantSplit');
});

test('a header of two rows says how high it is, one of a single row does not', async () => {
  const heights = async (layout: PlanLayoutName) =>
    [...(await xmlOf(byLevelPlan, layout)).matchAll(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"/g)].map(([, height]) =>
      Number(height),
    );
  // "Chủ trì và phối hợp thực hiện" breaks into five lines of 13.8 pt over the two rows, in twentieths of a point.
  const two = await heights('by-level');
  expect(two).toHaveLength(2);
  expect(two[0]! + two[1]!).toBeGreaterThanOrEqual(3 * 13.8 * 20);
  expect(await heights('nine-column')).toEqual([]);
});

test('the ten columns of Biểu 2 lie across the page, the rest stands', async () => {
  const xml = await xmlOf(bieu2Plan, 'bieu-2');
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
  expect(xml.match(/<w:pgSz/g)).toHaveLength(3);
});

test('letters that XML does not allow are left out, markup is text', async () => {
  const action = 'a\u0000b\u000Bc <w:p> & "x" \uD800';
  expect(await xmlOf(aPlanDocument({ items: [anItem({ action })] }), 'task-table')).toContain('abc &lt;w:p&gt; &amp; ');
});

test('no line ends within a school year, nor in a sentence within the number of a document', async () => {
  const items = [anItem({ action: 'Theo 19/2018/TT-BGDĐT năm học 2026-2027' })];
  const xml = (await xmlOf({ ...nineColumnPlan, items }, 'nine-column')).replace(/<w:t [^>]*>|<\/w:t>/g, '');
  const holds = (text: string) => xml.includes(text);
  expect(holds('Thông tư số 19/2018/TT<w:noBreakHyphen/>BGDĐT ngày')).toBe(true);
  // In a narrow column the number may be wider than the line.
  expect(holds('Theo 19/2018/TT-BGDĐT năm học 2026<w:noBreakHyphen/>2027')).toBe(true);
});

test('the words of a title are not drawn out over the line', async () => {
  const paragraphs = (await xmlOf(nineColumnPlan, 'nine-column')).split('<w:p>');
  const alignOf = (words: string) => /<w:jc w:val="(\w+)"/.exec(paragraphs.find((each) => each.includes(words))!)?.[1];
  expect(alignOf('Kết quả tự đánh giá (từ năm học')).toBe('left');
  expect(alignOf('giữ vững')).toBe('both');
});
