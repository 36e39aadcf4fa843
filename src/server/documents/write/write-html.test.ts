import { expect, test } from 'vitest';
import { aPlanDocument, anItem } from '#core/plan/samples/plan-builder.ts';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { writeHtml } from './write-html.ts';

test.each(PLAN_LAYOUTS)('%s: every text is escaped, no inline style or script', (layout) => {
  const evil = `<img src=x onerror="alert(1)"> & 'q'`;
  const plan = aPlanDocument({
    title: [evil],
    recipients: [evil],
    items: [anItem({ action: evil, criterionText: evil })],
  });
  const html = writeHtml(layoutPlan(plan, layout, { set: null }));
  expect(html).not.toMatch(/<img|<script|style=/);
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;q&#39;');
});

test('columns have headers and the table a name', () => {
  const html = writeHtml(layoutPlan(aPlanDocument(), 'by-level', { set: null }));
  expect(html).toContain('<th class="paper-center" scope="col" rowspan="2">');
  expect(html).toContain('<caption class="paper-caption">');
});

test('as cards each cell with words says its column, of two rows of a header the lower', () => {
  const model = layoutPlan(aPlanDocument({ items: [anItem({ support: null })] }), 'by-level', { set: null });
  const labels = (html: string) => [...html.matchAll(/<td[^>]* data-label="([^"]+)"/g)].map(([, label]) => label);
  expect(labels(writeHtml(model, { cards: true }))).toEqual(
    expect.arrayContaining(['TT', 'Tiêu chí', 'Công việc, giải pháp cần thực hiện', 'Dự kiến kinh phí']),
  );
  expect(labels(writeHtml(model, { cards: true }))).not.toContain('Thời gian');
  expect(labels(writeHtml(model, { cards: true }))).not.toContain('Điều kiện hỗ trợ khác');
  expect(labels(writeHtml(model))).toEqual([]);
});
