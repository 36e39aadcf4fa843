import { describe, expect, test } from 'vitest';
import { CUMULATIVE, EIGHT_AND_FIVE } from '#core/standards/example-sets.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { faultsOf, quotesOf } from '#tests/support/check-builder.ts';
import { anItem, aSection } from '#core/plan/samples/plan-builder.ts';
import { countImpossible } from './count-impossible.ts';
import { criterionUncovered } from './criterion-uncovered.ts';
import { percentMismatch } from './percent-mismatch.ts';
import { resultAfterDocument } from './result-after-document.ts';
import { targetAlreadyMet } from './target-already-met.ts';

const PRIORITIES: StandardSet = {
  ...EIGHT_AND_FIVE,
  planForms: { ...EIGHT_AND_FIVE.planForms, scope: 'priority-problems-only' },
};
const results = (...lines: string[]) => ({
  sections: [aSection('II', 'KẾT QUẢ', 'results', lines), aSection('III', 'NỘI DUNG', 'items')],
});
const rows = (...criteria: string[]) =>
  criteria.map((criterion) => anItem({ criterion, criterionText: `Tiêu chí ${criterion}` }));

describe(criterionUncovered.id, () => {
  const nine = results(
    '- Số lượng đạt Mức 1: 27/27, 100%',
    '- Số lượng không đạt Mức 2: 9/27, 33,3%',
    '- Số lượng đạt Mức 2: 18/27, 66,7%',
  );
  const at = (level: number, ...criteria: string[]) =>
    criteria.map((criterion) => anItem({ criterion, levels: [level] }));

  test('fewer rows of the level than criteria that fail it', () => {
    const items = [...at(1, '1.5', '3.2', '3.4'), ...at(2, '1.2', '1.4', '5.3')];
    expect(faultsOf(criterionUncovered, { ...nine, items })).toMatchObject([
      { message: '9 tiêu chí chưa đạt Mức 2, kế hoạch chỉ có 3.', where: { section: 'II', quote: '9/27' } },
    ]);
  });

  test('only the next level counts, rows without levels count for it', () => {
    const items = rows('1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9');
    expect(faultsOf(criterionUncovered, { ...nine, items })).toEqual([]);
    expect(
      faultsOf(criterionUncovered, {
        ...results('Đạt Mức 3: 1/19, 5,3%', 'Đạt Mức 2: 27/27, 100%'),
        items: rows('1.1'),
      }),
    ).toHaveLength(1);
  });

  test('a row that says no level, or only a higher one, answers what fails', () => {
    const items = [...at(2, '1.2', '1.4', '5.3', '2.1'), ...rows('1.1', '1.3', '1.6', '1.7', '1.8')];
    expect(faultsOf(criterionUncovered, { ...nine, items })).toEqual([]);
    const higher = at(3, '1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '1.7', '1.8', '1.9');
    expect(faultsOf(criterionUncovered, { ...nine, items: higher })).toEqual([]);
  });

  test('a criterion named as failing', () => {
    const named = results('- Các tiêu chí không đạt Mức 2 gồm: tiêu chí 1.2, 2.1');
    expect(quotesOf(criterionUncovered, { ...named, items: rows('1.2') }, { set: CUMULATIVE })).toEqual(['2.1']);
  });

  test('a list of failing criteria, wherever it stands, says more than the count', () => {
    const listed = results('Mức 2: đạt 3/5, không đạt 2/5', 'Các tiêu chí chưa đạt Mức 2: 1.2 và 2.1.');
    const found = faultsOf(criterionUncovered, { ...listed, items: rows('1.2') }, { set: CUMULATIVE });
    expect(found.map(({ message }) => message)).toEqual([
      'Tiêu chí 2.1 được nêu là chưa đạt nhưng kế hoạch không có hàng nào.',
    ]);
    const counted = results('Mức 2: đạt 3/5 tiêu chí (60%), chưa đạt 2/5 tiêu chí (40%): tiêu chí 1.2 và 2.1.');
    expect(quotesOf(criterionUncovered, { ...counted, items: rows('1.2') }, { set: CUMULATIVE })).toEqual(['2.1']);
    const elsewhere = { sections: [aSection('I', 'MỤC ĐÍCH', 'purpose', ['Tiêu chí chưa đạt: 1.2; 2.1'])] };
    expect(quotesOf(criterionUncovered, { ...elsewhere, items: rows('2.1') }, { set: CUMULATIVE })).toEqual(['1.2']);
  });

  test('silent without results, and where only priorities are planned', () => {
    expect(faultsOf(criterionUncovered, {})).toEqual([]);
    expect(faultsOf(criterionUncovered, { ...nine, items: rows('1.1') }, { set: PRIORITIES })).toEqual([]);
  });
});

describe(targetAlreadyMet.id, () => {
  const all = results('- Số lượng đạt Mức 1: 27/27, 100%', '- Số lượng đạt Mức 2: 18/27, 66,7%');

  test('a level that all meet', () => {
    const items = [anItem({ expectedResult: 'Đạt mức 1', criterion: '1.5' }), anItem({ expectedResult: 'Đạt mức 2' })];
    expect(faultsOf(targetAlreadyMet, { ...all, items })).toMatchObject([
      { message: 'Tiêu chí 1.5 đặt mục tiêu “Đạt mức 1” trong khi 27/27 tiêu chí đã đạt Mức 1.' },
    ]);
  });

  test('more than there are is another mistake', () => {
    const many = { expectedResult: 'Đạt Mức 1' };
    expect(quotesOf(targetAlreadyMet, { ...results('Mức 1: đạt 29/27 tiêu chí'), items: [anItem(many)] })).toEqual([]);
  });

  test('silent: to be kept, or more than the level', () => {
    const items = [
      anItem({ expectedResult: 'Giữ vững Mức 1' }),
      anItem({ expectedResult: 'Đạt mức 1 với 100% trẻ được cân đo' }),
    ];
    expect(faultsOf(targetAlreadyMet, { ...all, items })).toEqual([]);
    expect(faultsOf(targetAlreadyMet, { items: [anItem({ expectedResult: 'Đạt mức 1' })] })).toEqual([]);
  });
});

describe(percentMismatch.id, () => {
  test('in a sentence, with the right percentage', () => {
    expect(faultsOf(percentMismatch, results('Số lượng đạt Mức 2: 18/27 - Tỷ lệ: 66,3%'))).toMatchObject([
      { message: '18/27 là 66,7%, văn bản ghi “66,3%”.', suggestion: '66,7%', where: { section: 'II' } },
    ]);
  });

  test('in a row of a cell', () => {
    expect(
      faultsOf(percentMismatch, { items: [anItem({ need: 'Mới có 14/18 giáo viên (80%) đạt chuẩn' })] }),
    ).toHaveLength(1);
  });

  test('in cells of their own', () => {
    expect(faultsOf(percentMismatch, results('Mức 2 | 24 | 95% | 1 | 4%'))).toMatchObject([{ suggestion: '96%' }]);
  });

  test('silent when right', () => {
    expect(
      faultsOf(
        percentMismatch,
        results('Mức 3: 5/19, tỷ lệ 26.3 %', 'Không đạt Mức 3: 14/19, tỷ lệ 73.7%', 'Mức 1: 25/25 (100%)'),
      ),
    ).toEqual([]);
  });
});

describe(countImpossible.id, () => {
  test.each([
    ['Đạt Mức 1: 4/3', 'Mức 1 ghi 4/3 tiêu chí, nhiều hơn tổng số.'],
    ['Đạt Mức 1: 2/3; không đạt Mức 1: 2/3', 'Mức 1 ghi 2 tiêu chí đạt và 2 không đạt, cộng lại không bằng 3.'],
    ['Đạt Mức 3: 2/3', 'Mức 3 ghi tổng số 3 tiêu chí, bộ tiêu chuẩn 01/1999/TT-X có 2.'],
  ])('%s', (line, message) => {
    expect(faultsOf(countImpossible, results(line), { set: CUMULATIVE }).map((fault) => fault.message)).toEqual([
      message,
    ]);
  });

  test('the total is a hint once the set was amended', () => {
    const set = { ...CUMULATIVE, amendedBy: [{ code: 'x', issued: '2020-01-01', effective: '2020-02-01' }] };
    expect(faultsOf(countImpossible, results('Đạt Mức 3: 2/3'), { set })).toMatchObject([{ severity: 'hint' }]);
    expect(faultsOf(countImpossible, { ...results('Đạt Mức 3: 2/3'), date: '2019-09-01' }, { set })).toMatchObject([
      { severity: 'error' },
    ]);
  });

  test('silent when right, and about totals without a set', () => {
    expect(faultsOf(countImpossible, results('Đạt Mức 3: 2/2', 'Đạt Mức 1: 3/3'), { set: CUMULATIVE })).toEqual([]);
    expect(faultsOf(countImpossible, results('Đạt Mức 3: 2/7'))).toEqual([]);
  });
});

describe(resultAfterDocument.id, () => {
  const heading = (title: string, date = '2023-08-15') => ({
    date,
    sections: [aSection('4', title, 'results', ['x'])],
  });

  test.each([
    ['Kết quả thực hiện cải tiến chất lượng của nhà trường đã đạt được trong năm học 2023-2024:', '2023-08-15'],
    ['Kết quả thực hiện cải tiến chất lượng đã đạt được trong năm học 2023-2024', '2024-03-15'],
    ['Kết quả tự đánh giá năm học 2023-2024', '2023-08-15'],
    ['Kết quả tự đánh giá (tại thời điểm tháng 10 năm 2023)', '2023-08-15'],
    ['Báo cáo tự đánh giá của nhà trường năm học 2023-2024', '2023-08-15'],
    ['Phát huy điểm mạnh, kết quả đã đạt được năm học 2023-2024.', '2023-08-15'],
  ])('%s on %s', (title, date) => {
    expect(faultsOf(resultAfterDocument, heading(title, date))).toHaveLength(1);
  });

  test('self-assessment in the first month of its year: probably the year before', () => {
    const said = 'Báo cáo tự đánh giá của nhà trường năm học 2023-2024';
    expect(faultsOf(resultAfterDocument, heading(said, '2023-09-12'))).toMatchObject([
      { severity: 'warning', suggestion: 'năm học 2022–2023' },
    ]);
    expect(faultsOf(resultAfterDocument, heading(said, '2023-10-12'))).toEqual([]);
    expect(faultsOf(resultAfterDocument, heading(said))).toMatchObject([{ severity: 'error' }]);
  });

  test.each([
    ['Năm học 2023-2024 có 11/486 học sinh chưa hoàn thành chương trình lớp học, chiếm 2,3%', 1],
    ['Năm học 2023-2024, trường có 16/20 tiêu chí đạt Mức 3', 1],
    ['Năm học 2022-2023 có 11/486 học sinh chưa hoàn thành chương trình lớp học', 0],
    ['Năm học 2023-2024 phấn đấu có 16/20 tiêu chí đạt Mức 3', 0],
    ['Năm học 2023-2024 có 120/130 trẻ ra lớp', 0],
  ])('told in a row: %s', (need, count) => {
    expect(faultsOf(resultAfterDocument, { date: '2023-07-28', items: [anItem({ need })] })).toHaveLength(count);
  });

  test('a basis of a later day is told by its own rule', () => {
    const sections = [aSection('I', 'CĂN CỨ', 'bases', ['Báo cáo đánh giá ngoài ngày 12/10/2023 của đoàn'])];
    expect(faultsOf(resultAfterDocument, { date: '2023-08-15', sections })).toEqual([]);
  });

  test('said in a purpose', () => {
    const sections = [aSection('I', 'MỤC ĐÍCH', 'purpose', ['Phát huy kết quả đã đạt được năm học 2023-2024.'])];
    expect(faultsOf(resultAfterDocument, { date: '2023-08-15', sections })).toHaveLength(1);
  });

  test.each([
    ['Kết quả thực hiện cải tiến chất lượng đã đạt được trong năm học 2022-2023', '2023-08-15'],
    ['Kết quả tự đánh giá năm học 2023-2024', '2024-04-06'],
    ['Kết quả cần đạt trong năm học 2023-2024', '2023-08-15'],
    ['Báo cáo tự đánh giá của nhà trường năm học 2022-2023', '2023-08-15'],
    ['Giữ vững kết quả đã đạt được năm học 2022-2023, phấn đấu năm học 2023-2024 đạt Mức 2', '2023-08-15'],
    ['Kết quả đánh giá giai đoạn từ năm học 2018-2019 đến năm học 2022-2023', '2023-08-15'],
  ])('silent: %s on %s', (title, date) => {
    expect(faultsOf(resultAfterDocument, heading(title, date))).toEqual([]);
  });
});
