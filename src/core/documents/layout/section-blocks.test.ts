import { expect, test } from 'vitest';
import { aSection } from '#core/plan/samples/plan-builder.ts';
import { sectionBlocks } from './section-blocks.ts';

const italics = (...sections: Parameters<typeof sectionBlocks>[0]) =>
  sectionBlocks(sections, () => []).flatMap((block) => (block.kind === 'line' ? [block.italic] : []));
const LINES = [
  'Các văn bản sau:',
  '- Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018;',
  '- Luật Giáo dục năm 2019.',
];

test('bases stand in italics in the opening and in a section called CĂN CỨ, with what is inside it', () => {
  expect(italics(aSection('II', 'CĂN CỨ', 'bases', LINES))).toEqual([false, true, true]);
  const inside = aSection('1', 'Văn bản chỉ đạo', 'bases', LINES);
  expect(italics(aSection('I', 'Căn cứ xây dựng kế hoạch', 'bases', [], [inside]))).toEqual([false, true, true]);
  expect(italics(aSection(null, '', 'opening', ['Căn cứ Luật Giáo dục;', 'Nhà trường lập kế hoạch:']))).toEqual([
    true,
    false,
  ]);
});

test('nothing else does: other sections, results among the bases, sections of another name', () => {
  const results = aSection('2', 'Kết quả tự đánh giá', 'results', ['- Thông tư số 19/2018/TT-BGDĐT: 25/25 tiêu chí.']);
  expect(italics(aSection('I', 'CĂN CỨ', 'bases', [], [results]))).toEqual([false]);
  expect(italics(aSection('I', 'MỤC ĐÍCH', 'purpose', ['Căn cứ Luật Giáo dục.']))).toEqual([false]);
  expect(italics(aSection('I', 'VĂN BẢN LIÊN QUAN', 'bases', LINES))).toEqual([false, false, false]);
});
