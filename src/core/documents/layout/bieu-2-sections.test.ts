import { expect, test } from 'vitest';
import { aSection } from '#core/plan/samples/plan-builder.ts';
import { bieu2Plan } from '#core/plan/samples/bieu-2.ts';
import { blankForm, completeForm } from './bieu-2-sections.ts';

const titles = (sections: readonly { label: string | null; title: string }[]) =>
  sections.map(({ label, title }) => `${label ?? ''} ${title}`.trim());

test('a plan in the form stays as it is and lacks nothing', () => {
  expect(completeForm(bieu2Plan.sections)).toEqual(bieu2Plan.sections);
  expect(blankForm(bieu2Plan.sections)).toEqual([]);
});

test('bases of an opening without heading stand in their section, what else it says stays', () => {
  const opening = aSection(null, '', 'opening', [
    'Căn cứ Luật Giáo dục;',
    'Căn cứ:',
    'Nhà trường lập kế hoạch như sau:',
  ]);
  const sections = completeForm([opening, aSection('I', 'NỘI DUNG', 'items')]);
  expect(sections[0]!.lines.map(({ text }) => text)).toEqual(['Căn cứ:', 'Nhà trường lập kế hoạch như sau:']);
  const bases = sections.find(({ role }) => role === 'bases');
  expect(bases?.lines.map(({ text }) => text)).toEqual(['Căn cứ Luật Giáo dục;']);
});

test('sections in which nothing is written are told as they are printed', () => {
  const sections = [
    aSection('I', 'MỤC ĐÍCH', 'purpose', ['Nâng cao chất lượng.']),
    aSection('II', 'NỘI DUNG', 'items'),
  ];
  expect(titles(completeForm(sections))).toHaveLength(8);
  expect(blankForm(sections)).toEqual([
    'I. THÔNG TIN CHUNG',
    'II. CĂN CỨ',
    'VII. TỔ CHỨC THỰC HIỆN',
    'VIII. CƠ CHẾ ĐÁNH GIÁ, BÁO CÁO',
  ]);
});
