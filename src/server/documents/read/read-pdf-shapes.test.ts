import { expect, test } from 'vitest';
import { makePdf } from '../../../../tests/samples/files/make-pdf.ts';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readContext } from './read-limits.ts';
import { readPdf } from './read-pdf.ts';

const read = (markup: string) => readPdf(makePdf(markup), readContext());

const HEAD = ['TT', 'Tiêu chí', 'Nội dung', 'Thời gian'];
const ROWS = Array.from({ length: 50 }, (_, i) => [
  `${i + 1}`,
  `${1 + Math.floor(i / 10)}.${1 + (i % 10)}`,
  'Họp tổ chuyên môn',
  `${1 + (i % 12)}/2026`,
]);
const cells = (rows: readonly string[][]) => rows.flatMap((row) => row.map((text) => `[${text}]`)).join(', ');

test('a table cut right below its header is one table', async () => {
  const source = await read(`#v(23.6cm)\n#table(columns: (1cm, 2cm, 6cm, 3cm), ${cells([HEAD, ...ROWS.slice(0, 5)])})`);
  expect(tables(source)[0]?.rows.map((row) => row.page)).toEqual([1, 2, 2, 2, 2, 2]);
  expect(grid(tables(source)[0])).toEqual([HEAD, ...ROWS.slice(0, 5)]);
});

test('fourteen narrow columns, most of them with a cross or nothing', async () => {
  const months = ['9', '10', '11', '12', '1', '2', '3', '4', '5'].map((month) => `T${month}`);
  const head = ['TT', 'Mã', 'Việc', 'Kết quả', ...months, 'Phụ trách'];
  const rows = ROWS.slice(0, 20).map((row, at) => [
    ...row.slice(0, 3),
    '100% giáo viên',
    ...months.map((_, month) => (month === at % 9 ? 'x' : '')),
    'PHT',
  ]);
  const source = await read(`#set page(flipped: true, margin: 1cm)\n#set text(size: 9pt)
    #table(columns: (0.8cm, 1.1cm, 1fr, 2.6cm) + (0.9cm,) * 9 + (2cm,), ${cells([head, ...rows])})`);
  expect(grid(tables(source)[0])).toEqual([head, ...rows]);
});

test('lying pages between upright ones, numbers at the top', async () => {
  const source = await read(`#set page(numbering: none, header: context align(center)[#counter(page).display()])
    Trước bảng.\n#page(flipped: true)[#table(columns: (1cm, 2cm, 1fr, 3cm), table.header(${cells([HEAD])}), ${cells(ROWS)})]\nSau bảng.`);
  expect(texts(source.blocks)).toEqual(['Trước bảng.', 'Sau bảng.']);
  expect(grid(tables(source)[0])).toEqual([HEAD, ...ROWS]);
  expect(furniture(source).filter((each) => each.startsWith('page-number'))).toHaveLength(source.pages!);
});

/** A PDF of one line in a Latin font that is not embedded. */
function pdfInFont(font: string, text: string): Uint8Array {
  const content = `BT /F1 13 Tf 72 760 Td (${text}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Type/Font/Subtype/TrueType/BaseFont/${font}/Encoding/WinAnsiEncoding>>`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF`, 'latin1');
}

test('a font for TCVN3: its letter at the place of the soft hyphen too', async () => {
  const read = async (font: string) =>
    texts((await readPdf(pdfInFont(font, 'ChÊt l\u00ADîng gi¸o dôc cña nhµ tr\u00ADêng'), readContext())).blocks);
  expect(await read('.VnTime')).toEqual(['Chất lượng giáo dục của nhà trường']);
  expect(await read('.VnTimeH')).toEqual(['CHẤT LƯỢNG GIÁO DỤC CỦA NHÀ TRƯỜNG']);
});

test.each([
  ['up', '-90deg'],
  ['down', '90deg'],
])('a page printed lying, its lines running %s, is turned', async (_, angle) => {
  const table = `#table(columns: (1cm, 2cm, 6cm, 3cm), ${cells([HEAD, ...ROWS.slice(0, 12)])})`;
  const source = await read(
    `#set page(numbering: none)\n#rotate(${angle}, reflow: true)[#block(width: 20cm, height: 16cm)[Kế hoạch trên trang nằm.\n${table}]]`,
  );
  expect(texts(source.blocks)).toEqual(['Kế hoạch trên trang nằm.']);
  expect(grid(tables(source)[0])).toEqual([HEAD, ...ROWS.slice(0, 12)]);
  // The mark on the page as it is shown: the sentence stands upright there.
  const [left, top, right, bottom] = source.blocks[0]?.kind === 'paragraph' ? source.blocks[0].box! : [0, 0, 0, 0];
  expect(bottom - top).toBeGreaterThan(3 * (right - left));
});

/** A table ruled between its rows only, `across` the name of a group over the whole width. */
function ruledRows(head: readonly string[], groups: readonly { across: string; rows: readonly string[][] }[]): string {
  const line = 'table.hline(stroke: 0.5pt)';
  const rows = groups.flatMap(({ across, rows: own }) => [
    `table.cell(colspan: ${head.length}, align: center)[*${across}*]`,
    ...own.map((row) => row.map((text) => `[${text}]`).join(', ')),
  ]);
  return [line, head.map((text) => `[*${text}*]`).join(', '), ...rows]
    .join(`, ${line}, `)
    .replace(`${line}, ${line}`, line);
}

test('lines between the rows and none between the columns, over a page break', async () => {
  const head = ['Mã', 'Hạn chế', 'Biện pháp', 'Chủ trì'];
  const row = (code: string) => [
    code,
    'Sổ của tổ chưa ghi đủ nội dung hằng tháng',
    'Ghi sổ ngay trong buổi họp của tổ',
    'Tổ trưởng',
  ];
  const first = Array.from({ length: 18 }, (_, at) => row(`1.${at + 1}`));
  const second = Array.from({ length: 12 }, (_, at) => row(`2.${at + 1}`));
  const source = await read(
    `Mở đầu.\n#table(columns: (1.5cm, 1fr, 1fr, 2.4cm), stroke: none, ${ruledRows(head, [
      { across: 'MỨC 1', rows: first },
      { across: 'MỨC 2', rows: second },
    ])}, table.hline())\nHết.`,
  );
  expect(source.pages).toBeGreaterThan(1);
  expect(tables(source).flatMap(grid)).toEqual([head, ['MỨC 1+4'], ...first, ['MỨC 2+4'], ...second]);
});

test('rows without lines between their columns, cut by the page', async () => {
  const words = 'Sổ của tổ chưa ghi đủ nội dung hằng tháng, nhiều buổi họp ghi gộp vào một biên bản';
  const rows = ROWS.slice(0, 16).map(([, code]) => [code!, words, words, 'Tổ trưởng']);
  const lines = [HEAD, ...rows].map((row) => cells([row])).join(', table.hline(), ');
  const source = await read(
    `#table(columns: (1.5cm, 3.4cm, 1fr, 2.4cm), stroke: none, table.hline(), ${lines}, table.hline())`,
  );
  expect(source.pages).toBeGreaterThan(1);
  expect(tables(source).flatMap(grid)).toEqual([HEAD, ...rows]);
});

test('running text between level lines is no table', async () => {
  const source = await read(`#line(length: 100%)\n#lorem(60)\n#line(length: 100%)\n#lorem(60)\n#line(length: 100%)`);
  expect(tables(source)).toEqual([]);
});

/** A ruled table with a number in front; `lines` draws its borders by column and row. */
const ruledBy = (lines: string, rows: readonly string[][]) =>
  read(`#table(columns: (1cm, 1.5cm, 1fr, 2.6cm, 2.6cm), stroke: ${lines}, ${cells(rows)})`);
const PLAN = [
  ['TT', 'Mã', 'Công việc', 'Phụ trách', 'Phối hợp'],
  ['1', '1.5', 'Tập huấn phòng cháy cho toàn trường vào đầu năm học mới', 'Phó hiệu trưởng', 'Bảo vệ'],
  ['2', '2.1', 'Cử người học quản lý', 'Hiệu trưởng', 'Kế toán'],
  ['3', '3.1', 'Trồng cây dọc đường chạy', 'Đoàn thanh niên', 'Hội cha mẹ'],
];

test('a border between two columns and a line between two rows that were lost', async () => {
  const column = await ruledBy(
    '(x, y) => if y > 0 and x == 3 { (rest: 1pt, right: none) } else if y > 0 and x == 4 { (rest: 1pt, left: none) } else { 1pt }',
    PLAN,
  );
  expect(grid(tables(column)[0])).toEqual(PLAN);
  const row = await ruledBy(
    '(x, y) => if y == 2 { (rest: 1pt, bottom: none) } else if y == 3 { (rest: 1pt, top: none) } else { 1pt }',
    PLAN,
  );
  expect(grid(tables(row)[0])).toEqual(PLAN);
});

test('a border that was lost from the first row to the last; marks of lists are no column', async () => {
  const own = await ruledBy(
    '(x, y) => (rest: 1pt, ..if x == 3 { (right: none) } else if x == 4 { (left: none) })',
    PLAN,
  );
  expect(grid(tables(own)[0])).toEqual(PLAN);
  const listed = [
    ['TT', 'Việc làm', 'Ai'],
    ['1', '- #h(8pt)Họp tổ\\ - #h(8pt)Ghi sổ', 'HT'],
    ['2', '- #h(8pt)Dự giờ\\ - #h(8pt)Góp ý', 'PHT'],
  ];
  const source = await read(`#table(columns: (1cm, 5cm, 2cm), ${cells(listed)})`);
  expect(grid(tables(source)[0]).map((row) => row.length)).toEqual([3, 3, 3]);
});

test('cells that are merged on purpose stay merged', async () => {
  const merged = `table.cell(colspan: 2)[Phó hiệu trưởng cùng Ban đại diện cha mẹ]`;
  const source = await read(
    `#table(columns: (1cm, 1.5cm, 1fr, 2.6cm, 2.6cm), ${cells([PLAN[0]!, PLAN[1]!])}, [2], [2.1], [Cử người học], ${merged}, [3], [3.1], [Trồng cây], ${merged})`,
  );
  const both = 'Phó hiệu trưởng cùng Ban đại diện cha mẹ+2';
  expect(grid(tables(source)[0])).toEqual([
    PLAN[0],
    PLAN[1],
    ['2', '2.1', 'Cử người học', both],
    ['3', '3.1', 'Trồng cây', both],
  ]);
});
