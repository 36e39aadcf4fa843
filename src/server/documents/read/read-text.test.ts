import { expect, test } from 'vitest';
import { furniture, grid, tables, texts } from '../../../../tests/samples/files/summarise.ts';
import { readText } from './read-text.ts';

const read = (text: string) => readText(new TextEncoder().encode(text));

test('tabbed lines are a table, a row cut in two is one again', () => {
  const source = read(
    'Nội dung\tThời gian\tNgười làm\nHồ sơ còn thiếu và xuống\tCả năm\tBGH\n\ncấp\t\t\n--\t--\t--\nSau bảng',
  );
  expect(grid(tables(source)[0])).toEqual([
    ['Nội dung', 'Thời gian', 'Người làm'],
    ['Hồ sơ còn thiếu và xuống cấp', 'Cả năm', 'BGH'],
  ]);
  expect(texts(source.blocks)).toEqual(['Sau bảng']);
  expect(furniture(source)).toHaveLength(1);
});

test('pipes, and cells that Excel quotes because they hold line breaks', () => {
  expect(grid(tables(read('| TT | Việc |\n|---|---|\n| 1 | Họp |'))[0])).toEqual([
    ['TT', 'Việc'],
    ['1', 'Họp'],
  ]);
  expect(grid(tables(read('TT\tViệc\tHạn\n1\t"- Họp\n- Báo ""cáo"""\t5/2026'))[0])).toEqual([
    ['TT', 'Việc', 'Hạn'],
    ['1', '- Họp|- Báo "cáo"', '5/2026'],
  ]);
});

test('one row below a heading goes on with the table above', () => {
  const source = read('TT\tViệc\tHạn\n1\tHọp\t5/2026\nTiêu chuẩn 2\n1\tHọc\t\nHết bảng');
  expect(tables(source).map(grid)).toEqual([
    [
      ['TT', 'Việc', 'Hạn'],
      ['1', 'Họp', '5/2026'],
    ],
    [['1', 'Học', '']],
  ]);
  expect(texts(source.blocks)).toEqual(['Tiêu chuẩn 2', 'Hết bảng']);
});

test('figures set apart with tabs are no table', () => {
  const source = read(
    '- Đạt Mức 1: 25/25 \t\t\ttỷ lệ 100%\n- Đạt Mức 2: 20/25 \t\ttỷ lệ 80%\n- Đạt Mức 3: 5/19 \t\ttỷ lệ 26%',
  );
  expect(tables(source)).toEqual([]);
  expect(source.blocks).toHaveLength(3);
});

test('text wrapped at a fixed width is joined, long lines are left alone', () => {
  const wrapped = [
    'I. MỤC ĐÍCH',
    ...Array<string>(5).fill(
      '1. Xây dựng kế hoạch cải tiến chất lượng giáo dục để thực hiện trong năm\nhọc mới, đưa ra các giải pháp phát huy điểm mạnh và khắc phục điểm yếu\ncủa nhà trường.',
    ),
  ].join('\n\n');
  const joined = texts(read(wrapped).blocks);
  expect(joined).toHaveLength(6);
  expect(joined[1]).toMatch(/trong năm học mới.* điểm yếu của nhà trường\.$/);
});

test('messages of a chat lose their stamps to furniture', () => {
  const source = read('[10:21, 12/9/2025] Cô Lan: KẾ HOẠCH\nI. Mục đích');
  expect(texts(source.blocks)).toEqual(['KẾ HOẠCH', 'I. Mục đích']);
  expect(furniture(source)).toEqual(['chat-stamp: [10:21, 12/9/2025] Cô Lan:']);
  const [, remark] = read('[10:25, 12/9/2025] Cô Mơ: Dạ vâng ạ').blocks;
  expect(remark).toMatchObject({ text: 'Dạ vâng ạ', note: true });
});

test('a conversation: names, days and pictures are furniture, short remarks are notes, facts stay', () => {
  const source = read(
    [
      'Thứ Hai, 08/09/2025',
      'Cô Lan PHT',
      '07:31',
      'Em gửi kế hoạch năm học 2025-2026 ạ',
      '07:32',
      '- Biện pháp: sửa bếp',
      'Tổ trưởng làm',
      'Chị Hoa HT',
      '07:40',
      'Được em, ghi thêm minh chứng nhé',
      'Cô Lan PHT',
      '07:45',
      '- Minh chứng: biên bản',
      '[Hình ảnh]',
      'Chị Hoa HT',
      '08:02',
      '👍',
    ].join('\n'),
  );
  const notes = source.blocks.filter((block) => block.kind === 'paragraph' && block.note);
  expect(texts(notes)).toEqual(['Được em, ghi thêm minh chứng nhé', '👍']);
  const rest = source.blocks.filter((block) => !notes.includes(block));
  expect(texts(rest)).toEqual([
    'Em gửi kế hoạch năm học 2025-2026 ạ',
    '- Biện pháp: sửa bếp',
    'Tổ trưởng làm',
    '- Minh chứng: biên bản',
  ]);
  expect(furniture(source)).toHaveLength(11);
});

test('whoever writes is named above the time, by name and by what people call them', () => {
  const source = read(
    'Lê Mẫu Cô Hiệu phó\n09:15\nTC 1.5: Lớp đông\n\nLê Mẫu Cô Hiệu phó\n09:16\nTC 3.5: Thiếu mẫu vật\n\nTrần Thử Tổ trưởng tổ 5\n09:20\nDạ em nhận ạ',
  );
  expect(texts(source.blocks)).toEqual(['TC 1.5: Lớp đông', 'TC 3.5: Thiếu mẫu vật', 'Dạ em nhận ạ']);
});

test('without times of day nothing is a conversation', () => {
  const source = read('Cô Lan PHT\nVâng ạ\n07:31\nĐược em nhé');
  expect(furniture(source)).toEqual(['chat-stamp: 07:31']);
  expect(source.blocks.some((block) => block.kind === 'paragraph' && block.note)).toBe(false);
});

test('encodings: byte order marks, windows-1258, TCVN3, VNI', () => {
  const sentence = 'Kế hoạch của nhà trường về chất lượng giáo dục và các tiêu chí năm học';
  const utf16 = Buffer.from(`\uFEFF${sentence}`, 'utf16le');
  expect(texts(readText(utf16).blocks)).toEqual([sentence]);
  const tcvn3 = 'KÕ ho¹ch cña nhµ tr\u00ADêng vÒ chÊt l\u00ADîng gi¸o dôc vµ c¸c tiªu chÝ n¨m häc';
  expect(texts(readText(Buffer.from(tcvn3, 'latin1')).blocks)).toEqual([sentence]);
  const vni = 'Keá hoaïch cuûa nhaø tröôøng veà chaát löôïng giaùo duïc vaø caùc tieâu chí naêm hoïc';
  expect(texts(readText(Buffer.from(vni, 'latin1')).blocks)).toEqual([sentence]);
  expect(() => readText(Buffer.from('caf\xE9 \xFF\xFE\xC0 r\xE9sum\xE9', 'latin1'))).toThrow(
    'document.legacy-encoding',
  );
});
