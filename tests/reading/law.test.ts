import fc from 'fast-check';
import { test } from 'vitest';
import type { SourceFormat } from '#core/documents/block.ts';
import { paragraphsOf } from '#core/documents/block.ts';
import { CLOSING, OPENING, blocksOf, readSpecs } from './block-builder.ts';
import type { BlockSpec, CellSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, keepsTheWordsOfItems } from './reading-law.ts';

const WORDS = [
  'TT',
  'STT',
  'Tiêu chí',
  'Tiêu chuẩn, tiêu chí',
  'Nội dung',
  'Biện pháp',
  'Thời gian',
  'Bắt đầu',
  'Kết thúc',
  'Người thực hiện',
  'Chủ trì',
  'Phối hợp',
  'Minh chứng',
  'Kinh phí',
  'Nguyên nhân',
  'Kết quả',
  'Ghi chú',
  '1',
  '2',
  '3',
  '1.5',
  'Tiêu chí 1.2: Hội đồng trường',
  'Tiêu chuẩn 3: Cơ sở vật chất',
  'MỨC 1, 2',
  'Mức 2',
  'Tháng 9/2025',
  'Cả năm',
  'Từ tháng 9/2025',
  'BGH',
  'Hiệu trưởng,',
  'Không có',
  'chưa xong',
  '- Sửa mái',
  '- Mua sách - Mua tủ',
  'I. MỤC ĐÍCH',
  'II. NỘI DUNG',
  'A. Kết quả',
  '1. Mục tiêu',
  '2, Yêu cầu',
  'a) Ý đầu',
  '- Một ý nhỏ',
  'Nơi nhận:',
  'HIỆU TRƯỞNG',
  'Trần Văn Thử',
  'KẾ HOẠCH',
  'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  'Năm học 2025-2026',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Số: /KH-X',
  'Thời gian: tháng 10/2025',
  'Người thực hiện: GV',
  'Kế hoạch cải tiến chất lượng',
  'Trang 3',
  'Hôm nay : 12',
  'Mục lục',
  'Tiêu chí 1.1 .......... 13',
  'Hiệu trưởng chỉ đạo các tổ chuyên môn thực hiện trong năm học.',
  '"',
  '…',
  '///',
];

/** Names of columns, some of them unknown to the reader. */
const HEADERS = [
  'TT',
  'Tiêu chí',
  'Hạn chế',
  'Giải pháp',
  'Mục tiêu',
  'Thời gian',
  'Bắt đầu',
  'Kết thúc',
  'Người thực hiện',
  'Phối hợp',
  'Kinh phí',
  'Nguồn lực',
  'Điều kiện hỗ trợ',
  'Minh chứng',
  'Ghi chú',
  'Địa điểm',
  'Khối lớp',
  'Mức',
];
const content = fc.constantFrom(
  '',
  'Sân trường ngập nước',
  'Tiêu chí 3.1',
  '1.5; 2.3',
  'Kê lại bàn ghế\nSơn tường',
  'và lau chùi hằng tuần',
  'Tháng 10/2025',
  'Cả năm học',
  'Hiệu trưởng, bảo vệ',
  '5 triệu đồng',
  'Không',
  'Khối 4',
  'Ảnh chụp',
  'Chủ trì: BGH; Phối hợp: GV',
);

const word = fc.constantFrom(...WORDS);
const cell: fc.Arbitrary<CellSpec> = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.record({ text: word, columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }) }),
  },
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
const block: fc.Arbitrary<BlockSpec> = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: table });
const format = fc.constantFrom<SourceFormat>('docx', 'pdf', 'txt', 'html', 'xlsx', 'image');

test('whatever the blocks, each paragraph has exactly one use', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), format, (specs, kind) =>
      claimsEachParagraphOnce(readSpecs(specs, kind)),
    ),
    { numRuns: 400 },
  );
});

test('the same inside a whole document', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (specs) =>
      claimsEachParagraphOnce(readSpecs([...OPENING, ...specs, ...CLOSING])),
    ),
    { numRuns: 300 },
  );
});

test('no word of a table row is lost, whatever its columns are called', () => {
  const header = fc.shuffledSubarray(HEADERS, { minLength: 4, maxLength: 8 });
  fc.assert(
    fc.property(
      header.chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.array(content, { minLength: names.length, maxLength: names.length }), {
            minLength: 1,
            maxLength: 6,
          }),
        ),
      ),
      ([names, rows]) => {
        const specs = [...OPENING, [names, ...rows], ...CLOSING];
        const texts = new Map([...paragraphsOf(blocksOf(specs).blocks)].map(({ id, text }) => [id, text]));
        const reading = readSpecs(specs);
        claimsEachParagraphOnce(reading);
        keepsTheWordsOfItems(reading, (id) => texts.get(id) ?? '');
      },
    ),
    { numRuns: 400 },
  );
});
