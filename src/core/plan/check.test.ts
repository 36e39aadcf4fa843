import { expect, test } from 'vitest';
import { aBudget, anItem, aPlanDocument, aRange, aSection } from '#core/plan/samples/plan-builder.ts';
import { checkPlan } from './check.ts';
import { placeText } from './checks/place-text.ts';

const input = { source: null, set: null, library: null, school: null };

test('findings come in order of the document, whatever rule found them', () => {
  const plan = aPlanDocument({
    number: null,
    sections: [
      aSection('I', 'MỤC ĐÍCH', 'purpose', ['sử lý và và sắp xếp']),
      aSection('II', 'NỘI DUNG', 'items'),
      aSection('II', 'TỔ CHỨC', 'organisation', ['sỉ số']),
    ],
    items: [
      anItem({ budget: aBudget(null), time: aRange('Tháng 5/2023', '2023-05') }),
      anItem({ action: 'Họp tổ', leads: [], collaborators: [], ownersText: null }),
    ],
    signature: null,
  });
  const findings = checkPlan({ ...input, plan });
  expect(findings.map(({ rule, where }) => `${rule} · ${placeText(where, plan)}`)).toEqual([
    'document-number-missing · Phần đầu văn bản',
    'word-doubled · Mục I',
    'misspelling · Mục I',
    'time-outside-school-year · Hàng 1 (tiêu chí 1.6), thời gian',
    'time-before-document · Hàng 1 (tiêu chí 1.6), thời gian',
    'budget-missing · Hàng 1 (tiêu chí 1.6), kinh phí',
    'lead-missing · Hàng 2 (tiêu chí 1.6), người thực hiện',
    'section-number-duplicate · Mục II',
    'misspelling · Mục II',
    'signer-missing · Phần ký tên',
  ]);
});

test('a finding carries its rule, severity and suggestion', () => {
  expect(checkPlan({ ...input, plan: aPlanDocument({ number: null, numberText: 'Số: /KH-MNNS' }) })).toEqual([
    {
      rule: 'document-number-missing',
      severity: 'warning',
      message: 'Số văn bản còn để trống: “Số: /KH-MNNS”.',
      where: { part: 'letterhead', item: null, field: null, section: null, quote: 'Số: /KH-MNNS', place: null },
      suggestion: null,
    },
  ]);
});

test('an empty plan is judged without falling over', () => {
  const plan = aPlanDocument({
    sections: [],
    items: [],
    itemFields: [],
    title: [],
    recipients: [],
    schoolName: null,
    schoolYear: null,
    date: null,
  });
  expect(checkPlan({ ...input, plan }).map(({ rule }) => rule)).toEqual(['document-date-missing']);
});

test('a row without a criterion is named by its first words, none of them cut', () => {
  const need = '- Xây dựng đề án nhà đa năng cho khu B nhằm đáp ứng nhu cầu tổ chức hoạt động';
  const plan = aPlanDocument({ items: [anItem({ criterion: null, need, leads: [] })] });
  const [item] = plan.items;
  const where = { part: 'item' as const, item: item?.id ?? null, field: null, section: null, quote: null, place: null };
  expect(placeText(where, plan)).toBe('Hàng 1 (“Xây dựng đề án nhà đa năng cho khu B nhằm đáp ứng nhu cầu tổ …”)');
});
