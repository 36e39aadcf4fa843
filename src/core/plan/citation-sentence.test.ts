import { expect, test } from 'vitest';
import type { LegalDocument } from '#core/standards/legal-document.ts';
import { inOrder } from './basis-order.ts';
import { citationSentence, citedDocument } from './citation-sentence.ts';
import { parseCitation } from './parse-citation.ts';

const circular = {
  number: '19/2018/TT-BGDĐT',
  kind: 'Thông tư',
  issuer: 'Bộ Giáo dục và Đào tạo',
  issued: '2018-08-22',
  title: 'Ban hành Quy định về kiểm định chất lượng giáo dục',
} as LegalDocument;

test.each<[string, Partial<LegalDocument>, string]>([
  [
    'a circular',
    {},
    'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục',
  ],
  [
    'days below ten, January and February',
    { issued: '2021-01-05' },
    'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 05 tháng 01 năm 2021 của Bộ Giáo dục và Đào tạo ban hành Quy định về kiểm định chất lượng giáo dục',
  ],
  [
    'a law by its name and day',
    { kind: 'Luật', number: '43/2019/QH14', issuer: 'Quốc hội', issued: '2019-06-14', title: 'Luật Giáo dục' },
    'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019',
  ],
  [
    'a letter about something',
    { kind: 'Công văn', number: '7991/BGDĐT-GDTrH', issued: '2024-12-17', title: 'Thực hiện kiểm tra, đánh giá' },
    'Căn cứ Công văn số 7991/BGDĐT-GDTrH ngày 17 tháng 12 năm 2024 của Bộ Giáo dục và Đào tạo về việc thực hiện kiểm tra, đánh giá',
  ],
  [
    'a day that nobody knows is left open',
    { issued: null, title: null },
    'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày … tháng … năm … của Bộ Giáo dục và Đào tạo',
  ],
  [
    'a national standard',
    { kind: 'Tiêu chuẩn quốc gia', number: 'TCVN 3907:2011', issued: null, title: 'Trường mầm non - Yêu cầu thiết kế' },
    'Căn cứ Tiêu chuẩn quốc gia TCVN 3907:2011 Trường mầm non - Yêu cầu thiết kế',
  ],
])('%s', (_, facts, sentence) => {
  expect(citationSentence({ ...circular, ...facts })).toBe(sentence);
});

test('what is written is read again', () => {
  expect(parseCitation(citationSentence(circular))).toMatchObject({
    kind: 'Thông tư',
    number: '19/2018/TT-BGDĐT',
    date: '2018-08-22',
    numberBlank: false,
    dateBlank: false,
  });
});

test('by rank, then by day; what cannot be told keeps its place', () => {
  const law = 'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019';
  const decree =
    'Căn cứ Nghị định số 80/2017/NĐ-CP ngày 17 tháng 7 năm 2017 của Chính phủ quy định về môi trường giáo dục';
  const earlier = citationSentence({ ...circular, number: '52/2017/TT-BGDĐT', issued: '2017-12-31' });
  const letter =
    'Căn cứ Công văn số 5942/BGDĐT-QLCL ngày 28 tháng 12 năm 2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn';
  const prime = 'Căn cứ Quyết định số 1677/QĐ-TTg ngày 03 tháng 12 năm 2018 của Thủ tướng Chính phủ phê duyệt Đề án';
  const school = 'Căn cứ Báo cáo tự đánh giá của nhà trường';
  const other = 'Căn cứ tình hình thực tế của nhà trường';
  expect(inOrder([school, letter, other, prime, citationSentence(circular), decree, earlier, law])).toEqual([
    ...[law, decree, earlier, citationSentence(circular), prime],
    ...[letter, school, other],
  ]);
});

test('a line is known by its number, a law by its words', () => {
  const law = { ...circular, kind: 'Luật', number: '43/2019/QH14', issued: '2019-06-14', title: 'Luật Giáo dục' };
  const documents = [circular, law].map((each) => ({ ...each, otherNumbers: [] }));
  const library = { compiled: '', unknowns: [], documents };
  expect(citedDocument(library, `${citationSentence(law)};`)?.number).toBe('43/2019/QH14');
  expect(citedDocument(library, 'Thông tư 19/2018/TT-BGDĐT')?.number).toBe('19/2018/TT-BGDĐT');
  expect(citedDocument(library, 'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2018')).toBeNull();
});
