import fc from 'fast-check';
import { mendLines } from '#core/documents/recognise/grid.ts';
import { parseBudget } from '#core/plan/budget.ts';
import { parseOwners } from '#core/plan/owner.ts';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { anItem } from '#core/plan/samples/plan-builder.ts';
import { stepsOf } from '#core/plan/steps.ts';

/** Words of a plan, and such as are markup or formulas somewhere, are broken by narrow columns, or carry tones above capitals. */
const WORDS = [
  ...['kiểm', 'kê', 'tài sản', 'khoa học', 'trường', 'đồng phục', 'Hội', 'nghiêng', 'phụ huynh', 'lớp', 'và', 'ở'],
  ...['THƯỢNG', 'ĐẦY ĐỦ', 'KỸ NĂNG', 'ẤM ÁP', 'Ổn định', 'BGH', 'CB-GV-NV', 'Nguyễn Thị Ổi', 'UBND xã', '(nếu có)'],
  ...['12', '5%', '18/27', '66,7%', '9/2025', 'tháng 9/2025', '1.500.000', '3,5', '12/QĐ-MNNS', 'Điều 5', '2025-2026'],
  ...['#let', '$x$', '2*3', '_gạch_', '"trích"', "'nháy'", '“trích”', '<b>', 'R&D', '\\n', '@ref', '=1+1', '`mã`'],
  ...['và/hoặc', 'giáo viên/nhân viên', 'mn.nangsom@donganng.edu.vn', 'https://mnnangsom.edu.vn/ke-hoach', '[x]'],
];
const MARKS = ['- ', '- ', '+ ', '1. ', '2. ', '1) ', 'a) ', '1.1. ', '• '];
const ENDS = ['.', ';', ':', '…', '?'];

interface Line {
  mark: string;
  words: string;
  end: string;
}

const line: fc.Arbitrary<Line> = fc.record({
  mark: fc.oneof(fc.constant(''), fc.constantFrom(...MARKS, '"')),
  words: fc
    .tuple(
      fc.constantFrom('Rà soát', 'Tổ chức', 'rà soát', 'Ưu tiên', '10 lớp', 'ĐỔI MỚI'),
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }),
    )
    .map(([first, words]) => [first, ...words].join(' ')),
  end: fc.oneof(fc.constantFrom('', ',', '/', ' –', '”'), fc.constantFrom(...ENDS)),
});

/**
 * Lines as typed. One that begins in lower case below an unfinished one is the same sentence for people and for reading
 * (`mendLines`). `apart`: each line below another begins and ends so that it is told from it even where a page break falls between.
 */
function text(most: number, apart: boolean): fc.Arbitrary<string> {
  return fc
    .array(line, { minLength: 1, maxLength: most })
    .map((all) => mendLines(all.map((each, index) => (apart ? told(each, index) : typed(each))).join('\n')));
}

function typed({ mark, words, end }: Line): string {
  return mark + words + end;
}

function told({ mark, words, end }: Line, index: number): string {
  const begins = mark !== '' && mark !== '"' ? mark : index === 0 ? '' : '- ';
  return begins + words + (ENDS.includes(end) ? end : '.');
}

const OWNERS = [
  'Hiệu trưởng, Kế toán',
  'BGH',
  'Chủ trì: BGH; Phối hợp: Tổ CM, GV',
  'Hiệu trưởng, Phó hiệu trưởng, GV các lớp',
  'Bà Nguyễn Thị Ổi, Công đoàn',
];
const TIMES = [
  'Cả năm',
  'Tháng 10/2023',
  'Từ tháng 9/2023 đến tháng 5/2024',
  '9/2023 – 5/2024',
  'Học kỳ I',
  'Hàng tháng',
  'Khi có mở lớp',
  'Trước 30/5 hằng năm',
];
const BUDGETS = ['Không', '5.000.000 đồng', '15 triệu đồng từ ngân sách', 'Tuỳ tình hình thực tế', '1.250.000đ/tháng'];

/** Items as a school could type them; what is read from a text (steps, people, times, money) is read as the product does. */
export function anyItem({ apart = false } = {}): fc.Arbitrary<PlanItem> {
  const some = fc.option(text(2, apart), { freq: 2 });
  return fc
    .record({
      action: text(4, apart),
      owners: fc.constantFrom(...OWNERS),
      time: fc.constantFrom(...TIMES),
      budget: fc.constantFrom(...BUDGETS),
      need: some,
      expectedResult: some,
      support: some,
      expectedEvidence: some,
      note: some,
      currentState: some,
      cause: some,
      resultIndicator: some,
      progress: some,
    })
    .map(({ owners, time, budget, action, ...texts }) =>
      anItem({
        ...texts,
        action,
        steps: stepsOf(action),
        ownersText: owners,
        ...parseOwners(owners, 'lead-and-collaborators'),
        time: parseSchoolTime(time, { schoolYear: { start: 2023 } }),
        budget: parseBudget(budget),
      }),
    );
}
