import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { aPlanDocument, anItem } from '#core/plan/samples/plan-builder.ts';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';
import { writePdf } from './write-pdf.ts';

const NOW = new Date('2026-09-01T00:00:00Z');

function pdfOf(plan = nineColumnPlan, layout: PlanLayoutName = 'nine-column', pdfA = false): Uint8Array {
  return writePdf(layoutPlan(plan, layout, { set: null }), { now: NOW, pdfA });
}

async function open(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await open(bytes);
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  return contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
}

test('the same plan and time give the same bytes', () => {
  expect(Buffer.compare(pdfOf(), pdfOf())).toBe(0);
});

test('text is extracted in reading order', async () => {
  const text = await textOf(pdfOf());
  const places = ['CỘNG HÒA', 'KẾ HOẠCH', 'MỤC ĐÍCH', 'Tiêu chuẩn 1', 'Nơi nhận', 'Đỗ Thị Mai Chi'].map((words) =>
    text.indexOf(words),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThanOrEqual(0);
});

test('headings and tables are tagged', async () => {
  const page = await (await open(pdfOf())).getPage(2);
  const tree = JSON.stringify(await page.getStructTree());
  for (const role of ['"Table"', '"TH"', '"TD"', '"P"']) expect(tree).toContain(role);
  const first = JSON.stringify(await (await (await open(pdfOf())).getPage(1)).getStructTree());
  expect(first).toMatch(/"H[12]"/);
});

test('PDF/A says so', async () => {
  const { metadata } = await (await open(pdfOf(nineColumnPlan, 'nine-column', true))).getMetadata();
  expect(metadata?.getRaw()).toMatch(/pdfaid:part>2<[\s\S]*pdfaid:conformance>A</);
  const plain = await (await open(pdfOf())).getMetadata();
  expect(plain.metadata?.getRaw() ?? '').not.toContain('pdfaid');
});

test('words are never markup', async () => {
  const evil = '#evil $x$ *b* _i_ @ref <label> \\ `raw` //c [';
  const plan = aPlanDocument({ title: ['KẾ HOẠCH', evil], items: [anItem({ action: evil })] });
  const text = (await textOf(pdfOf(plan))).replace(/\s+/g, ' ');
  expect(text.split('#evil $x$ *b*').length).toBeGreaterThanOrEqual(2);
  expect(text).toContain('`raw` //c [');
});

test.each(PLAN_LAYOUTS)('%s: no row, and 300 rows with groups and long cells', async (layout) => {
  expect((await open(pdfOf(aPlanDocument({ items: [] }), layout))).numPages).toBeGreaterThan(0);
  const items = Array.from({ length: 300 }, (_, index) =>
    anItem({
      levels: [1 + Math.floor(index / 100)],
      standard: String(1 + (Math.floor(index / 20) % 5)),
      criterion: null,
      criterionText: null,
      action: Array.from(
        { length: index % 50 === 0 ? 60 : 1 + (index % 5) },
        (_, step) => `- Việc ${step} của hàng ${index}`,
      ).join('\n'),
    }),
  );
  const text = (await textOf(pdfOf(aPlanDocument({ items }), layout))).replace(/\s+/g, ' ');
  for (const index of [0, 150, 299]) expect(text).toContain(`hàng ${index}`);
});
