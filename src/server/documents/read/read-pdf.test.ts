import { expect, test } from 'vitest';
import { makePdf } from '../../../../tests/samples/files/make-pdf.ts';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readContext } from './read-limits.ts';
import { readPdf } from './read-pdf.ts';

const read = (markup: string) => readPdf(makePdf(markup), readContext());

test('merged cells, cells wrapped word by word, paragraphs in a cell', async () => {
  const source = await read(`#table(columns: (1cm, 4cm, 3cm, 3cm),
    table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Nội dung], table.cell(colspan: 2)[Thời gian], [Bắt đầu], [Kết thúc],
    [1], [\\- Rà soát, bổ sung hồ sơ theo quy định hiện hành \\ \\- Họp], [Tháng 9 năm 2025], [Tháng 5 năm 2026])`);
  expect(grid(tables(source)[0])).toEqual([
    ['TT^2', 'Nội dung^2', 'Thời gian+2'],
    ['Bắt đầu', 'Kết thúc'],
    ['1', '- Rà soát, bổ sung hồ sơ theo quy định hiện hành|- Họp', 'Tháng 9 năm 2025', 'Tháng 5 năm 2026'],
  ]);
  expect(tables(source)[0]?.ruled).toBe(true);
});

test('a table over pages is one, its repeated header and the page numbers are furniture', async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `[${i + 1}], [Việc số ${i + 1}], [BGH]`).join(', ');
  const source = await read(`#table(columns: 3, table.header([TT], [Nội dung], [Chủ trì]), ${rows})`);
  expect(source.pages).toBeGreaterThan(1);
  expect(tables(source)).toHaveLength(1);
  expect(tables(source)[0]?.rows).toHaveLength(61);
  expect(tables(source)[0]?.rows[0]?.header).toBe(true);
  expect(tables(source)[0]?.rows.at(-1)?.page).toBe(source.pages);
  expect(furniture(source)).toContain('repeated-header: Nội dung');
  expect(furniture(source)).toContain('page-number: 2');
});

test('a row cut by the page break is one row, a paragraph one paragraph', async () => {
  const long =
    'Hiệu trưởng chỉ đạo các tổ rà soát hồ sơ minh chứng và cập nhật kịp thời theo từng tháng trong năm học này '
      .repeat(6)
      .trim();
  const row = await read(
    `#v(20.5cm)\n#table(columns: (1cm, 3cm, 6cm), [TT], [Tiêu chí], [Giải pháp], [1], [Tiêu chí 1.1], [${long}])`,
  );
  expect(row.pages).toBe(2);
  expect(grid(tables(row)[0])).toEqual([
    ['TT', 'Tiêu chí', 'Giải pháp'],
    ['1', 'Tiêu chí 1.1', long],
  ]);
  const paragraph = await read(`#set par(justify: true, first-line-indent: 1cm)\n#v(23cm)\n${long}\n\nĐoạn sau.`);
  expect(texts(paragraph.blocks)).toEqual([long, 'Đoạn sau.']);
});

test('tables with text between them stay two', async () => {
  const table = '#table(columns: 2, [Việc], [Hạn], [Họp], [5/2026])';
  const source = await read(`#v(22cm)\n${table}\nTiêu chuẩn 2: Cán bộ quản lý\n\n${table}`);
  expect(tables(source)).toHaveLength(2);
});

test('a letterhead is one row of two cells, the title is centred, bold is seen', async () => {
  const source = await read(`#set text(size: 11pt)
    #grid(columns: (1fr, 1.4fr), align: center, [UBND XÃ AN BÌNH \\ *TRƯỜNG MN HOA SEN* \\ Số: 12/KH-MNHS], [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc* \\ _An Bình, ngày 5 tháng 9 năm 2025_])
    #v(1cm)
    #align(center)[*KẾ HOẠCH*]\nNhà trường xây dựng kế hoạch như sau.`);
  expect(grid(tables(source)[0])).toEqual([
    [
      'UBND XÃ AN BÌNH|TRƯỜNG MN HOA SEN|Số: 12/KH-MNHS',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|An Bình, ngày 5 tháng 9 năm 2025',
    ],
  ]);
  expect(source.blocks[1]).toMatchObject({
    text: 'KẾ HOẠCH',
    style: { bold: true, align: 'center' },
    place: { page: 1 },
  });
});

test('a table without ruling lines is found by its columns', async () => {
  const rows = [1, 2, 3, 4].map((n) => `[${n}], [Việc thứ ${n} của nhà trường], [BGH], [${n}/2026]`).join(', ');
  const source = await read(
    `Kế hoạch:\n\n#table(stroke: none, columns: (1.5cm, 7cm, 3cm, 3cm), [TT], [Nội dung công việc], [Chủ trì], [Thời gian], ${rows})`,
  );
  expect(grid(tables(source)[0])).toHaveLength(5);
  expect(grid(tables(source)[0])[2]).toEqual(['2', 'Việc thứ 2 của nhà trường', 'BGH', '2/2026']);
  expect(tables(source)[0]?.ruled).toBe(false);
});

test('names of groups over all columns of such a table are rows of their own', async () => {
  const band = (name: string) => `table.cell(colspan: 4)[${name}]`;
  const row = (code: string, action: string) => `[${code}], [${action}], [Hiệu trưởng và các tổ], [10/2026]`;
  const source = await read(
    `#table(stroke: none, inset: (x: 2pt, y: 1pt), columns: (1.7cm, 5cm, 3.6cm, 2.4cm), [Tiêu chí], [Giải pháp], [Người làm], [Thời gian], ${[
      band('II. Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên của trường'),
      row('TC2.1', 'Cử một người học lớp quản lý giáo dục ở tỉnh'),
      row('TC2.3', 'Tuyển thêm hai người nấu ăn'),
      band('V. Tiêu chuẩn 5: Hoạt động và kết quả chăm sóc, giáo dục trẻ'),
      row('TC5.3', 'Khám sức khoẻ định kỳ hai lần cho các cháu'),
    ].join(', ')})`,
  );
  expect(grid(tables(source)[0])).toEqual([
    ['Tiêu chí', 'Giải pháp', 'Người làm', 'Thời gian'],
    ['II. Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên của trường+4'],
    ['TC2.1', 'Cử một người học lớp quản lý giáo dục ở tỉnh', 'Hiệu trưởng và các tổ', '10/2026'],
    ['TC2.3', 'Tuyển thêm hai người nấu ăn', 'Hiệu trưởng và các tổ', '10/2026'],
    ['V. Tiêu chuẩn 5: Hoạt động và kết quả chăm sóc, giáo dục trẻ+4'],
    ['TC5.3', 'Khám sức khoẻ định kỳ hai lần cho các cháu', 'Hiệu trưởng và các tổ', '10/2026'],
  ]);
});

test('a page lying on its side reads the same', async () => {
  const source = await read('#set page(flipped: true)\n#table(columns: 2, [Việc], [Hạn], [Họp], [5/2026])');
  expect(grid(tables(source)[0])).toEqual([
    ['Việc', 'Hạn'],
    ['Họp', '5/2026'],
  ]);
});

test('a page whose fonts do not name their letters is read from its drawings', { timeout: 60_000 }, async () => {
  const named = makePdf('#table(columns: 3, [Mã], [Việc], [Hạn], [2.2], [Họp phụ huynh], [5/2026])');
  const nameless = Buffer.from(Buffer.from(named).toString('latin1').replaceAll('/ToUnicode', '/XoUnicode'), 'latin1');
  const source = await readPdf(nameless, readContext());
  expect(source.recognised).toBe(true);
  expect(grid(tables(source)[0])).toEqual([
    ['Mã', 'Việc', 'Hạn'],
    ['2.2', 'Họp phụ huynh', '5/2026'],
  ]);
});

test.each([
  ['slanted', 'background: rotate(-40deg, text(80pt, fill: silver)[BẢN SAO])'],
  ['level', 'background: text(90pt, fill: silver)[BẢN SAO]'],
  ['over the text', 'foreground: rotate(-30deg, text(60pt, fill: silver)[BẢN SAO])'],
])('a watermark stays out of the text: %s', async (_, setting) => {
  const rows = Array.from({ length: 45 }, (_, i) => [
    `${i + 1}`,
    `Việc số ${i + 1} của nhà trường`,
    `${(i % 12) + 1}/2026`,
  ]);
  const cells = rows.flat().map((text) => `[${text}]`);
  const source = await read(
    `#set page(${setting})\n#table(columns: (1cm, 10cm, 5cm), ${cells.join(', ')})\n\nMột dòng.`,
  );
  expect(grid(tables(source)[0])).toEqual(rows);
  expect(texts(source.blocks)).toEqual(['Một dòng.']);
  expect(furniture(source).filter((each) => each === 'watermark: BẢN SAO')).toHaveLength(2);
});

test('a large title and an upright word in a narrow cell are no watermarks', async () => {
  const source = await read(`#text(40pt)[KẾ HOẠCH]\n\nMột dòng chữ của nhà trường.\n
    #table(columns: (1.2cm, 6cm), rotate(-90deg, reflow: true)[Tháng], [Họp phụ huynh học sinh])`);
  expect(furniture(source).filter((each) => each.startsWith('watermark'))).toEqual([]);
  expect(texts(source.blocks)[0]).toBe('KẾ HOẠCH');
});

test('boxes are fractions of the page', async () => {
  const [first] = (await read('Một dòng chữ')).blocks;
  const box = first?.kind === 'paragraph' ? first.box : undefined;
  expect(box?.every((value) => value > 0 && value < 1)).toBe(true);
});
