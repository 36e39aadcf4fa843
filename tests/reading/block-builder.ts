import type { Reading } from '#core/documents/reading.ts';
import type { SourceBlocks, SourceFormat } from '#core/documents/block.ts';
import { draftParagraph, numberBlocks } from '#core/documents/blocks-draft.ts';
import type { Draft, DraftCell, DraftRow } from '#core/documents/blocks-draft.ts';
import { recognise } from '#core/documents/recognise.ts';
import { loadStandards } from '../../src/server/standards/load-standards.ts';

/** A cell as text, or with the columns and rows that it covers. Paragraphs are set apart by "\n". */
export type CellSpec = string | { text: string; columns?: number; rows?: number };

/** A paragraph, or a table as rows of cells; cells below a merged one are left out. */
export type BlockSpec = string | CellSpec[][];

/** Blocks of a document that is written down in a test. */
export function blocksOf(specs: BlockSpec[], format: SourceFormat = 'docx'): SourceBlocks {
  return { format, blocks: numberBlocks(specs.map(draftOf)), pages: null, recognised: false };
}

function draftOf(spec: BlockSpec): Draft {
  if (typeof spec === 'string') return draftParagraph(spec);
  const covered: number[] = [];
  const rows = spec.map((cells): DraftRow => ({ cells: cellsOf(cells, covered), header: false, page: null }));
  return { kind: 'table', columns: covered.length, rows, ruled: true };
}

/** `covered[column]`: how many more rows a cell from above covers. */
function cellsOf(specs: CellSpec[], covered: number[]): DraftCell[] {
  const cells: DraftCell[] = [];
  let column = 0;
  const skip = () => {
    while ((covered[column] ?? 0) > 0) covered[column++]! -= 1;
  };
  for (const spec of specs) {
    skip();
    const { text, columns = 1, rows = 1 } = typeof spec === 'string' ? { text: spec } : spec;
    cells.push({
      column,
      columnSpan: columns,
      rowSpan: rows,
      content: text.split('\n').map((line) => draftParagraph(line)),
    });
    for (let each = 0; each < columns; each += 1) covered[column++] = rows - 1;
  }
  skip();
  return cells;
}

const { sets } = loadStandards();

export function readSpecs(specs: BlockSpec[], format: SourceFormat = 'docx'): Reading {
  return recognise(blocksOf(specs, format), { sets });
}

/** Letterhead and title of an invented school. */
export const OPENING: BlockSpec[] = [
  [
    [
      'UBND XÃ SÔNG TRĂNG\nTRƯỜNG MẦM NON HOA SEN ĐỎ\nSố: 15/KH-MNHSĐ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSông Trăng, ngày 10 tháng 9 năm 2025',
    ],
  ],
  'KẾ HOẠCH',
  'CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC',
  'Năm học 2025-2026',
  'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo;',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Khắc phục các điểm yếu đã chỉ ra.',
  'II. NỘI DUNG',
];

export const CLOSING: BlockSpec[] = [
  'III. TỔ CHỨC THỰC HIỆN',
  'Hiệu trưởng chỉ đạo chung.',
  [['Nơi nhận:\n- UBND xã;\n- Lưu: VT.', 'HIỆU TRƯỞNG\nNguyễn Thị Thử Nghiệm']],
];
