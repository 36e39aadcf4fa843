import { strFromU8, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cell, docxFiles, makeDocx, p, run, table, type DocxParts } from '../../../../tests/samples/files/make-docx.ts';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readDocx } from './read-docx.ts';
import { readContext } from './read-limits.ts';

const read = (body: string, parts: DocxParts = {}) => readDocx(makeDocx(body, parts), readContext());

test('paragraphs keep their style, breaks and the text as it was', () => {
  const { blocks } = read(
    p('') +
      `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('KẾ HOẠCH', '<w:b/><w:sz w:val="28"/>')}</w:p>` +
      `<w:p>${run('Số:\u00A0')}<w:r><w:tab/><w:t>12</w:t><w:br/><w:t>ngày</w:t></w:r></w:p>`,
  );
  expect(blocks).toMatchObject([
    { id: 1, text: 'KẾ HOẠCH', style: { bold: true, align: 'center', size: 14 }, place: { paragraph: 1, page: null } },
    { id: 2, text: 'Số:  12\nngày', original: 'Số:\u00A0\t12\nngày', place: { paragraph: 2 } },
  ]);
});

test('labels of automatic lists: levels, restarts, roman, letters, bullets', () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF0B7')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Điều %1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>';
  const item = (text: string, id: number, at = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const body = [
    item('A', 1),
    item('b', 1, 1),
    item('c', 1, 1),
    item('d', 1, 2),
    item('E', 1),
    item('f', 1, 1),
    item('g', 2),
    item('h', 3),
    item('i', 3, 1),
    item('j', 4),
    item('k', 4, 1),
  ];
  expect(texts(read(body.join(''), { numbering }).blocks)).toEqual([
    'I. A',
    '1. b',
    '2. c',
    'a) d',
    'II. E',
    '1. f',
    '• g',
    'Điều 1. h',
    '1.1 i',
    'Điều 5. j',
    '5.1 k',
  ]);
});

test('an empty cell with an automatic number keeps the number', () => {
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
  const source = read(table(cell(numbered) + cell('a'), cell(numbered) + cell('b')), { numbering });
  expect(grid(tables(source)[0])).toEqual([
    ['1 ', 'a'],
    ['2 ', 'b'],
  ]);
});

test('merged cells become spans; a header row that is switched off is none', () => {
  const source = read(
    table(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('TT', '<w:vMerge w:val="restart"/>')}${cell('Thời gian', '<w:gridSpan w:val="2"/>')}</w:tr>`,
      `<w:tr><w:trPr><w:tblHeader w:val="false"/></w:trPr>${cell('', '<w:vMerge/>')}${cell('Bắt đầu')}${cell('Kết thúc')}</w:tr>`,
      cell('1') + cell('9/2025') + cell('5/2026'),
    ),
  );
  expect(grid(tables(source)[0])).toEqual([
    ['TT^2', 'Thời gian+2'],
    ['Bắt đầu', 'Kết thúc'],
    ['1', '9/2025', '5/2026'],
  ]);
  expect(tables(source)[0]?.rows.map((row) => row.header ?? false)).toEqual([true, false, false]);
  expect(tables(source)[0]?.rows[2]?.cells[1]?.paragraphs[0]?.place).toEqual({
    page: null,
    paragraph: null,
    table: 1,
    row: 3,
    column: 2,
  });
});

test('a real table inside a layout table stands alone, a small one stays in its cell', () => {
  const plan = table(cell('Nội dung') + cell('Thời gian'), cell('Rà soát hồ sơ') + cell('9/2025'));
  const wrapped = read(table(cell(p('I. MỤC ĐÍCH') + plan)));
  expect(texts(wrapped.blocks)).toEqual(['I. MỤC ĐÍCH']);
  expect(grid(tables(wrapped)[0])).toEqual([
    ['Nội dung', 'Thời gian'],
    ['Rà soát hồ sơ', '9/2025'],
  ]);
  const small = table(cell('a') + cell('b'));
  const kept = read(
    table(cell('Một nội dung dài hơn nhiều so với bảng con') + cell(p('trước') + small), cell('x') + cell('y')),
  );
  expect(grid(tables(kept)[0])[0]).toEqual(['Một nội dung dài hơn nhiều so với bảng con', 'trước|a|b']);
});

test('tracked changes: insertions stay, deletions go, a deleted paragraph mark joins', () => {
  const body =
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Nhà ')}</w:p><w:p>${run('trường ')}<w:ins w:id="2">${run('sẽ ')}</w:ins><w:del w:id="3"><w:r><w:delText>đã </w:delText></w:r></w:del>${run('làm')}</w:p>` +
    table(`<w:tr><w:trPr><w:del w:id="4"/></w:trPr>${cell('gone')}${cell('gone')}</w:tr>`, cell('a') + cell('b'));
  const source = read(body);
  expect(texts(source.blocks)).toEqual(['Nhà trường sẽ làm']);
  expect(grid(tables(source)[0])).toEqual([['a', 'b']]);
});

test('fields show their result, controls, links and text boxes their text once', () => {
  const body =
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>${run('no')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('ngày 5')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` +
    `<w:sdt><w:sdtContent>${p('trong ô')}</w:sdtContent></w:sdt>` +
    `<w:p><w:hyperlink>${run('liên kết')}</w:hyperlink><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p('Mẫu số 1')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('Mẫu số 1')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(texts(read(body).blocks)).toEqual(['ngày 5', 'trong ô', 'liên kết', 'Mẫu số 1']);
});

test('footnotes, headers and hidden text are accounted for', () => {
  const source = read(
    `<w:p>${run('Có chú thích')}<w:r><w:footnoteReference w:id="7"/></w:r>${run(' ẩn', '<w:vanish/>')}</w:p><w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>`,
    {
      footnotes: `<w:footnotes><w:footnote w:id="7">${p('Theo báo cáo')}</w:footnote></w:footnotes>`,
      header: `<w:hdr>${p('Trang đầu')}</w:hdr>`,
    },
  );
  expect(texts(source.blocks)).toEqual(['Có chú thích', '1 Theo báo cáo']);
  expect(furniture(source)).toEqual(['running-header: Trang đầu', 'hidden-text: ẩn']);
});

test('pages are counted where Word left its breaks', () => {
  const turned = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>';
  const source = read(p('một') + turned);
  expect(source.pages).toBe(2);
  expect(source.blocks.map((block) => block.place.page)).toEqual([1, 2]);
});

test('another prefix for the same namespace', () => {
  const { 'word/document.xml': xml, ...rest } = docxFiles(p('chữ', '<w:jc w:val="center"/>'));
  const renamed = strFromU8(xml as Uint8Array)
    .replaceAll('w:', 'ns7:')
    .replace('xmlns:w=', 'xmlns:ns7=');
  const source = readDocx(zipSync({ ...rest, 'word/document.xml': strToU8(renamed) }), readContext());
  expect(source.blocks).toMatchObject([{ text: 'chữ', style: { align: 'center' } }]);
});
