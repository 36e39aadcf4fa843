import { expect, test } from 'vitest';
import { aPlanDocument, anItem } from '#core/plan/samples/plan-builder.ts';
import { planColumns } from './plan-columns.ts';
import { planRow } from './plan-row.ts';
import { planRowsHtml, type RowsContext } from './plan-rows-html.ts';

function html(items: ReturnType<typeof anItem>[], given: Partial<RowsContext> = {}): string {
  const columns = planColumns(aPlanDocument().itemFields, items).map((field) => ({ field, label: field }));
  return planRowsHtml(
    items.map((item, index) => ({ ...planRow({ item, version: 3 }), number: index + 1 })),
    {
      planId: 'p',
      columns,
      withSource: false,
      addWord: 'Thêm',
      rowWord: 'Hàng',
      levelWord: 'Mức',
      standardWord: 'Tiêu chuẩn',
      criterionWord: 'Tiêu chí',
      noCriterionWord: 'Chưa gắn',
      titles: new Map([
        ['1', 'Tổ chức'],
        ['1.6', 'Quản lý <tài sản>'],
      ]),
      withLevels: false,
      ...given,
    },
  );
}

test('whatever is typed is text and never markup', () => {
  const evil = `<script>alert(1)</script> & "a" 'b'`;
  const made = html([anItem({ id: evil.slice(0, 8), action: evil, criterionText: evil, criterion: null, need: evil })]);
  expect(made).not.toContain('<script');
  expect(made).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;a&quot; &#39;b&#39;');
  expect(html([anItem({})])).toContain('Quản lý &lt;tài sản&gt;');
});

test('rows are grouped by standard and criterion in their own order', () => {
  const made = html([
    anItem({ criterion: '1.6' }),
    anItem({ criterion: '1.6' }),
    anItem({ standard: '2', criterion: '2.1', criterionText: 'Tiêu chí 2.1' }),
    anItem({ criterion: null, criterionText: null, standard: null }),
  ]);
  expect(made.match(/<tbody data-g="/g)).toHaveLength(3);
  expect(made.match(/class="gs"/g)).toHaveLength(2);
  expect(made).toContain('Chưa gắn');
  expect(made.match(/<tr id=/g)).toHaveLength(4);
});

test('a plan whose rows name no criteria has no headings', () => {
  expect(html([anItem({ criterion: null, criterionText: null, standard: null })])).not.toContain('class="gc"');
});

test('rows that name standards only are grouped by these, and added below them', () => {
  const of = (standard: string | null) => anItem({ standard, criterion: null, criterionText: null });
  const made = html([of('1'), of('1'), of('2')]);
  expect(made).not.toContain('class="gc"');
  expect(made.match(/class="gs".*?<\/tr>/g)).toEqual([
    expect.stringMatching(/<span>Tiêu chuẩn 1\. Tổ chức<\/span><a class="add".*Thêm/),
    expect.stringMatching(/<span>Tiêu chuẩn 2<\/span><a class="add"/),
  ]);
  expect(html([of('1')], { addWord: null })).not.toContain('class="add"');
});

test('a filled column is shown even when the form does not have it', () => {
  expect(planColumns(['action'], [anItem({ support: 'Máy chiếu' })])).toContain('support');
  expect(planColumns(['action', 'owners'], [])).toEqual(['action', 'leads', 'time']);
});
