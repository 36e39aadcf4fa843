import { expect, test } from 'vitest';
import { cellTextOfDraft } from '#core/documents/blocks-draft.ts';
import type { Glyphs, PageGeometry } from '#core/documents/blocks-geometry.ts';
import { isDashOfName, isSyllable } from '#core/documents/blocks-cut-words.ts';
import { joinWrapped } from '#core/documents/blocks-lines.ts';
import { draftsOfPages } from '#core/documents/blocks-pages.ts';
import { rulesOfBitmap, skewOf, toBitmap } from '#core/documents/blocks-pixels.ts';

test.each([
  ['Tháng 10/20', '25', 'Tháng 10/2025'],
  ['9/202', '4', '9/2024'],
  ['5.000.0', '00 đồng', '5.000.000 đồng'],
  ['15.', '000.000 đồng', '15.000.000 đồng'],
  ['Sản phẩm/mi', 'nh chứng', 'Sản phẩm/minh chứng'],
  ['Công ngh', 'iệp', 'Công nghiệp'],
  ['Hiệu', 'trưởng', 'Hiệu trưởng'],
  ['tiêu chí 1.5', '10 giáo viên', 'tiêu chí 1.5 10 giáo viên'],
  ['Phòng 20', '25 học sinh', 'Phòng 20 25 học sinh'],
  ['trang web', 'site', 'trang web site'],
])('%s | %s', (above, below, joined) => {
  expect(joinWrapped(above, below)).toBe(joined);
});

test('syllables by their spelling, and the dash inside a name', () => {
  expect(['nghiệm', 'quyết', 'ạch', 'yếu', 'giữa', 'khuỷu'].every(isSyllable)).toBe(true);
  expect(['nh', 'iệp', 'ngh', 'site', 'gv'].some(isSyllable)).toBe(false);
  expect(isDashOfName('Tổ Toán', '- Tin')).toBe(true);
  expect(isDashOfName('Phòng Văn hóa', '- Xã hội')).toBe(true);
  expect(isDashOfName('Hiệu trưởng', '- Kế toán')).toBe(false);
});

/** Lines as [left, baseline, text]; a letter is six points wide. */
function page(...lines: [number, number, string][]): PageGeometry {
  const glyphs = lines.flatMap(([left, baseline, text]): Glyphs[] => {
    let at = left;
    return text.split(' ').map((word) => {
      const glyph = { text: word, left: at, right: at + 6 * word.length, top: baseline - 10, bottom: baseline + 3 };
      at = glyph.right + 3.2;
      return { ...glyph, baseline, size: 13, bold: false, italic: false };
    });
  });
  return { number: 1, width: 595, height: 842, glyphs, rules: [] };
}

function rowsOf(geometry: PageGeometry): string[][] {
  const table = draftsOfPages([geometry]).find((draft) => draft.kind === 'table');
  return table?.rows.map((row) => row.cells.map((cell) => cellTextOfDraft(cell).replaceAll('\n', ' '))) ?? [];
}

test('a table without ruling lines, its cells in the middle of their rows', () => {
  const rows = rowsOf(
    page(
      [60, 100, 'Tiêu chí'],
      [130, 100, 'Hạn chế'],
      [260, 100, 'Giải pháp'],
      [390, 100, 'Thời gian'],
      [60, 137, '1.5'],
      [130, 130, 'Lớp Lá đông'],
      [130, 145, 'so với quy định'],
      [260, 130, '- Tách lớp'],
      [260, 145, '- Thêm cô'],
      [390, 137, 'Tháng 9/2025'],
      [60, 175, '3.5'],
      [130, 175, 'Đồ chơi cũ'],
      [260, 175, 'Sơn lại đồ chơi'],
      [390, 175, 'Cả năm'],
      [60, 212, '5.3'],
      [130, 205, 'Trẻ còi còn'],
      [130, 220, 'bốn phần trăm'],
      [260, 212, 'Đổi thực đơn'],
      [390, 212, 'Hằng tháng'],
    ),
  );
  expect(rows).toEqual([
    ['Tiêu chí', 'Hạn chế', 'Giải pháp', 'Thời gian'],
    ['1.5', 'Lớp Lá đông so với quy định', '- Tách lớp - Thêm cô', 'Tháng 9/2025'],
    ['3.5', 'Đồ chơi cũ', 'Sơn lại đồ chơi', 'Cả năm'],
    ['5.3', 'Trẻ còi còn bốn phần trăm', 'Đổi thực đơn', 'Hằng tháng'],
  ]);
});

test('letterhead columns whose lines stand at different heights, and the title below them', () => {
  const drafts = draftsOfPages([
    page(
      [330, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'],
      [100, 67, 'UBND XÃ SÔNG TRĂNG'],
      [380, 75, 'VIỆT NAM'],
      [90, 82, 'TRƯỜNG MẦM NON SEN'],
      [330, 90, 'Độc lập - Tự do - Hạnh phúc'],
      [270, 120, 'KẾ HOẠCH'],
    ),
  ]);
  expect(
    drafts.map((draft) => (draft.kind === 'table' ? draft.rows[0]!.cells.map(cellTextOfDraft) : draft.text)),
  ).toEqual([
    ['UBND XÃ SÔNG TRĂNG\nTRƯỜNG MẦM NON SEN', expect.stringContaining('Độc lập - Tự do - Hạnh phúc')],
    'KẾ HOẠCH',
  ]);
});

test('thin grey borders of a grainy scan are lines, its skew is found to a tenth of a degree', () => {
  const [width, height] = [400, 300];
  const grey = new Uint8Array(width * height).map((_, at) => 235 + ((at * 7919) % 17) - 8);
  const slope = Math.tan((0.6 * Math.PI) / 180);
  const ink = (x: number, y: number, value: number) => {
    grey[Math.round(y) * width + x] = value;
  };
  for (let x = 20; x < 380; x++) ink(x, 80, 160 + ((x * 31) % 15));
  for (let x = 100; x < 300; x++) for (let y = 150; y < 160; y++) ink(x, y, 20);
  const found = rulesOfBitmap(toBitmap(grey, width, height), 40).filter(
    (rule) => rule.horizontal && Math.abs(rule.at - 80) < 2,
  );
  expect(found.some((rule) => rule.to - rule.from > 330)).toBe(true);
  const tilted = new Uint8Array(width * height).fill(240);
  for (const y of [60, 120, 180]) for (let x = 20; x < 380; x++) tilted[Math.round(y - x * slope) * width + x] = 20;
  expect(Math.abs(skewOf(toBitmap(tilted, width, height)) - 0.6)).toBeLessThan(0.11);
});

test('a short faint line is one only in the extension of a longer one', () => {
  const [width, height] = [200, 300];
  const grey = new Uint8Array(width * height).fill(240);
  const upright = (x: number, from: number, to: number) => {
    for (let y = from; y < to; y++) grey[y * width + x] = 150;
  };
  for (let at = 0; at < 40; at++) grey[at * width + 5] = 10;
  upright(60, 40, 70);
  upright(61, 90, 250);
  upright(120, 40, 70);
  const found = rulesOfBitmap(toBitmap(grey, width, height), 40).filter((rule) => !rule.horizontal && rule.to > 40);
  expect(found.some(({ at, from, to }) => Math.abs(at - 60) < 2 && from >= 38 && to <= 72)).toBe(true);
  expect(found.some(({ at }) => at > 100)).toBe(false);
});

test('strokes of letters are no borders: two lines of text below each other, one that stands on a border', () => {
  const [width, height] = [400, 300];
  const grey = new Uint8Array(width * height).fill(240);
  const draw = (left: number, top: number, right: number, bottom: number) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) grey[y * width + x] = 10;
  };
  for (const y of [40, 110, 140, 240]) draw(20, y, 380, y + 2);
  for (const x of [20, 378]) draw(x, 40, x + 2, 242);
  draw(200, 140, 202, 242);
  draw(200, 120, 202, 138);
  draw(300, 50, 303, 98);
  const upright = rulesOfBitmap(toBitmap(grey, width, height), 40).filter((rule) => !rule.horizontal);
  const near = (x: number) => upright.filter(({ at }) => Math.abs(at - x) <= 3);
  expect(near(300)).toEqual([]);
  expect(near(200)).not.toEqual([]);
  expect(near(200).every(({ from }) => from >= 138)).toBe(true);
  expect(near(20).some(({ from, to }) => from <= 41 && to >= 239)).toBe(true);
});

const HEADED: [number, number, string][] = [
  [60, 700, 'Tiêu chí'],
  [130, 700, 'Hạn chế'],
  [260, 700, 'Giải pháp'],
  [390, 700, 'Thời gian'],
  ...['1.2', '1.5', '2.2'].flatMap((criterion, index): [number, number, string][] => [
    [60, 720 + 20 * index, criterion],
    [130, 720 + 20 * index, 'Lớp Lá đông'],
    [260, 720 + 20 * index, 'Tách lớp ra'],
    [390, 720 + 20 * index, 'Tháng 9/2025'],
  ]),
];

test('the last row of a table without ruling lines, alone on the next page', () => {
  const rest = page(
    [60, 60, '3.4'],
    [130, 60, 'Bếp chật'],
    [260, 60, 'Sửa bếp và'],
    [390, 60, 'Tháng 10/2025'],
    [260, 75, 'mua tủ lạnh'],
    [60, 110, 'III. TỔ CHỨC THỰC HIỆN'],
    [60, 130, 'Hiệu trưởng chỉ đạo chung việc thực hiện kế hoạch này.'],
  );
  const drafts = draftsOfPages([page(...HEADED), { ...rest, number: 2 }]);
  const tables = drafts.filter((draft) => draft.kind === 'table');
  expect(tables).toHaveLength(1);
  expect(tables[0]!.rows.map((row) => row.cells.map(cellTextOfDraft).join(' | ')).slice(-2)).toEqual([
    '2.2 | Lớp Lá đông | Tách lớp ra | Tháng 9/2025',
    '3.4 | Bếp chật | Sửa bếp và mua tủ lạnh | Tháng 10/2025',
  ]);
  expect(drafts.slice(1).map((draft) => draft.kind === 'paragraph' && draft.text)).toEqual([
    'III. TỔ CHỨC THỰC HIỆN',
    'Hiệu trưởng chỉ đạo chung việc thực hiện kế hoạch này.',
  ]);
});

test('a signature block at the top of a page is no row of the table above it', () => {
  const rest = page(
    [60, 60, 'Nơi nhận:'],
    [390, 60, 'HIỆU TRƯỞNG'],
    [60, 75, '- Lưu: VT.'],
    [390, 120, 'Lê Thị Ví Dụ'],
  );
  const drafts = draftsOfPages([page(...HEADED), { ...rest, number: 2 }]);
  expect(drafts.filter((draft) => draft.kind === 'table').map((table) => table.columns)).toEqual([4, 2]);
});

test('a number that a sentence wants begins no row; the last row ends alone in the first column', () => {
  const rows = rowsOf(
    page(
      [60, 100, 'Nội dung công việc'],
      [300, 100, 'Thời gian'],
      [420, 100, 'Thực hiện'],
      [60, 120, 'Rà soát hồ sơ của tiêu chí'],
      [300, 120, 'Tháng 10/2025'],
      [420, 120, 'Văn thư'],
      [60, 135, '1.6 theo từng năm học'],
      [420, 135, 'và kế toán'],
      [60, 155, 'Tham mưu xây thêm một'],
      [300, 155, 'Học kỳ II'],
      [420, 155, 'Hiệu trưởng'],
      [60, 170, 'phòng thể chất'],
      [60, 200, 'Các tổ báo cáo kết quả cho Hiệu trưởng hằng tháng.'],
    ),
  );
  expect(rows).toEqual([
    ['Nội dung công việc', 'Thời gian', 'Thực hiện'],
    ['Rà soát hồ sơ của tiêu chí 1.6 theo từng năm học', 'Tháng 10/2025', 'Văn thư và kế toán'],
    ['Tham mưu xây thêm một phòng thể chất', 'Học kỳ II', 'Hiệu trưởng'],
  ]);
});

test('a title in small letters, centred over a table as wide as the text', () => {
  const across = (at: number) => ({ horizontal: true, at, from: 71, to: 791 });
  const down = (at: number) => ({ horizontal: false, at, from: 200, to: 300 });
  const geometry = page(
    [80, 60, 'UBND XÃ SÔNG TRĂNG'],
    [480, 60, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    [80, 75, 'TRƯỜNG MẦM NON HOA'],
    [520, 75, 'Độc lập - Tự do - Hạnh phúc'],
    [341, 110, 'Chiến lược phát triển nhà trường'],
    [90, 220, 'Nhiệm vụ'],
    [450, 220, 'Thời gian'],
  );
  const rules = [...[200, 250, 300].map(across), ...[71, 431, 791].map(down)];
  const drafts = draftsOfPages([{ ...geometry, width: 842, height: 595, rules }]);
  expect(drafts.map((draft) => (draft.kind === 'paragraph' ? draft.text : draft.columns))).toEqual([
    2,
    'Chiến lược phát triển nhà trường',
    2,
  ]);
});
