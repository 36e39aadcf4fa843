import { expect, test } from 'vitest';
import { makeDocx, p } from '../../../../tests/samples/files/make-docx.ts';
import { draftParagraph, numberBlocks } from '#core/documents/blocks-draft.ts';
import { texts } from '../../../../tests/samples/files/summarise.ts';
import { withoutLegacyBlocks } from './legacy-blocks.ts';
import { fromLegacy, lettersOfFont, withoutLegacyLetters } from './legacy-letters.ts';
import { readDocx } from './read-docx.ts';
import { readContext } from './read-limits.ts';

const run = (text: string, font: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const read = (body: string, styles?: string) =>
  texts(readDocx(makeDocx(body, styles ? { styles } : {}), readContext()).blocks);

test.each([
  ['.VnTime', 'tcvn3'],
  ['.VnArialH', 'tcvn3-capitals'],
  ['VNI-Times', 'vni'],
  ['Times New Roman', null],
  ['Vni Unicode', 'vni'],
])('%s is a font of %s', (font, letters) => expect(lettersOfFont(font)).toBe(letters));

test('TCVN3, capitals by their font', () => {
  expect(
    read(paragraph(run('tr\u00ADêng mÇm non', '.VnTimeH')) + paragraph(run('ThiÕu ®å ch¬i ngoµi trêi', '.VnTime'))),
  ).toEqual(['TRƯỜNG MẦM NON', 'Thiếu đồ chơi ngoài trời']);
});

test('VNI, a letter parted from its mark by a run; ó and ô are not read twice', () => {
  expect(read(paragraph(run('Phoù hieäu tröô', 'VNI-Times'), run('ûng hoâm qua coù hoïp', 'VNI-Times')))).toEqual([
    'Phó hiệu trưởng hôm qua có họp',
  ]);
});

test('the font of a style counts, a font of its own wins', () => {
  const styles =
    '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr></w:style></w:styles>';
  const body = p('Keá hoaïch caûi tieán chaát löôïng giaùo duïc') + paragraph(run('Đã đạt chuẩn', 'Arial'));
  expect(read(body, styles)).toEqual(['Kế hoạch cải tiến chất lượng giáo dục', 'Đã đạt chuẩn']);
});

test('a file that was converted while its fonts stayed is left alone', () => {
  const body =
    paragraph(run('Không có kế hoạch nào được lập trước đó', '.VnTime')) + paragraph(run('Không rõ', '.VnTime'));
  expect(read(body)).toEqual(['Không có kế hoạch nào được lập trước đó', 'Không rõ']);
});

test('text that lost its font is known by its words', () => {
  const tcvn3 = 'KÕ ho¹ch gi¸o dôc cña tr\u00ADêng n¨m häc nµy';
  expect(withoutLegacyLetters(tcvn3)).toBe('Kế hoạch giáo dục của trường năm học này');
  expect(withoutLegacyLetters('Le café est à côté')).toBe('Le café est à côté');
  expect(fromLegacy('đã có', 'tcvn3')).toBe('đã có');
});

test('a file whose reader knows no fonts is known by all of its words', () => {
  const tcvn3 = ['KÕ ho¹ch c¶i tiÕn chÊt l\u00ADîng gi¸o dôc', 'HiÖu tr\u00ADëng vµ c¸c tæ thùc hiÖn'];
  const source = numberBlocks(tcvn3.map((text) => draftParagraph(text)));
  const read = withoutLegacyBlocks({ format: 'xlsx', blocks: source, pages: null, recognised: false });
  expect(texts(read.blocks)).toEqual(['Kế hoạch cải tiến chất lượng giáo dục', 'Hiệu trưởng và các tổ thực hiện']);
  const [first] = read.blocks;
  expect(first).toMatchObject({ original: tcvn3[0] });
});
