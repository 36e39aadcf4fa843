import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readHtml } from './read-html.ts';

const read = (html: string) => readHtml(new TextEncoder().encode(html));
const prose =
  'Nhà trường xây dựng kế hoạch cải tiến chất lượng giáo dục cho năm học mới theo hướng dẫn của ngành. '.repeat(4);

test('the site around an article is furniture, whatever its classes are called', () => {
  const links = (n: number) => Array.from({ length: n }, (_, i) => `<li><a href="#">Mục ${i}</a></li>`).join('');
  const source = read(
    `<body><div class="xyz"><div><ul>${links(9)}</ul></div><div class="q1"><h1>Kế hoạch năm học</h1><div class="q2"><p>${prose}</p><table><tr><th>TT</th><th>Việc</th></tr><tr><td>1</td><td>Họp</td></tr></table></div><div class="rate-box">Tổng số điểm: 0</div></div><div class="q3"><h3>Thống kê</h3><p>Hôm nay: 12</p></div></div></body>`,
  );
  expect(texts(source.blocks)).toEqual(['Kế hoạch năm học', prose.trim()]);
  expect(grid(tables(source)[0])).toEqual([
    ['TT', 'Việc'],
    ['1', 'Họp'],
  ]);
  expect(tables(source)[0]?.rows[0]?.header).toBe(true);
  expect(furniture(source)).toContain('site: Hôm nay: 12');
  expect(furniture(source)).toContain('rating: Tổng số điểm: 0');
});

test('a plain page has no furniture', () => {
  const source = read(
    '<p>KẾ HOẠCH</p><table><tr><td rowspan=2>1</td><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>',
  );
  expect(furniture(source)).toEqual([]);
  expect(grid(tables(source)[0])).toEqual([
    ['1^2', 'a+2'],
    ['b', 'c'],
  ]);
  expect(tables(source)[0]?.rows[1]?.cells.map((cell) => cell.column)).toEqual([1, 2]);
});

test('layout tables are taken apart', () => {
  const inner = '<table><tr><td>TT</td><td>Việc</td></tr><tr><td>1</td><td>Họp phụ huynh</td></tr></table>';
  const source = read(`<table><tr><td><p>I. Nội dung</p>${inner}</td></tr></table>`);
  expect(texts(source.blocks)).toEqual(['I. Nội dung']);
  expect(grid(tables(source)[0])).toEqual([
    ['TT', 'Việc'],
    ['1', 'Họp phụ huynh'],
  ]);
});

test('labels of Word and of lists, entities, line breaks, hidden and deleted text', () => {
  const source = read(
    `<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>a)<span>&nbsp;&nbsp; </span></span><![endif]>Th&#7901;i gian &amp; kinh ph&iacute;</p><ol type="I" start="3"><li>Ba</li><li>Bốn<ul><li>con</li></ul></li></ol><p>KẾ HOẠCH<br>NĂM HỌC</p><p style="display:none">ẩn</p><p><del>cũ</del><ins>mới</ins></p>`,
  );
  expect(texts(source.blocks)).toEqual([
    'a) Thời gian & kinh phí',
    'III. Ba',
    'IV. Bốn',
    '• con',
    'KẾ HOẠCH\nNĂM HỌC',
    'mới',
  ]);
  expect(furniture(source)).toEqual(['hidden-text: ẩn']);
});

test('a declared charset is believed when the bytes are no UTF-8', () => {
  const html =
    '<meta charset="windows-1258"><p>K\xEA\xEC ho\xE2\xF2ch c\xF9\xD2a c\xE1c tr\xFD\xF5\xCCng v\xE0 gi\xE1o vi\xEAn, s\xF4\xEC l\xFD\xF5\xF2ng</p>';
  expect(texts(readHtml(Buffer.from(html, 'latin1')).blocks)[0]).toContain('các trường và giáo viên');
});

test('elements nested without end are refused, not overflowed', () => {
  expect(() => read('<div>'.repeat(50_000) + 'x')).toThrow('document.corrupted');
});

test('footnotes and comments stand apart, their marks are no words', () => {
  const google = read(
    '<p>Hiệu trưởng<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> rà soát.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>' +
      '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Số liệu ngày 30/9.</span></p></div>' +
      '<div class="c1"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Ghi rõ ai làm</span></p><p>nhé</p></div>',
  );
  const word = read(
    "<p>Mua sách<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a><a href='#_msocom_1'>[HT1]</a></p>" +
      "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> Theo danh mục.</p><p>Có phụ lục.</p></div></div>" +
      "<div style='mso-element:comment-list'><p>Chưa có tiền</p></div>",
  );
  const notes = ({ blocks }: typeof google) =>
    paragraphsOf(blocks).map(({ text, note }) => (note ? `note: ${text}` : text));
  expect(notes(google)).toEqual([
    'Hiệu trưởng rà soát.',
    'note: [1] Số liệu ngày 30/9.',
    'note: [a]Ghi rõ ai làm',
    'note: nhé',
  ]);
  expect(notes(word)).toEqual(['Mua sách', 'note: [1] Theo danh mục.', 'note: Có phụ lục.', 'note: Chưa có tiền']);
});
