import { describe, expect, test } from 'vitest';
import { CUMULATIVE, EIGHT_AND_FIVE } from '#core/standards/example-sets.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { faultsOf, quotesOf } from '../../../../tests/support/check-builder.ts';
import { aBudget, anItem, aSection } from '../../../../tests/support/plan-builder.ts';
import { actionRepeated } from './action-repeated.ts';
import { budgetMissing } from './budget-missing.ts';
import { collaboratorMissing } from './collaborator-missing.ts';
import { countImpossible } from './count-impossible.ts';
import { criterionLegacy } from './criterion-legacy.ts';
import { criterionOrder } from './criterion-order.ts';
import { criterionUncovered } from './criterion-uncovered.ts';
import { criterionUnknown } from './criterion-unknown.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { leadMissing } from './lead-missing.ts';
import { moneyUnbudgeted } from './money-unbudgeted.ts';
import { needIsAction } from './need-is-action.ts';
import { ownerUnknown } from './owner-unknown.ts';
import { percentMismatch } from './percent-mismatch.ts';
import { planCoversEverything } from './plan-covers-everything.ts';
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

describe('owners', () => {
  const alone = { leads: [], collaborators: [], ownersText: null };

  test('nobody leads, where there is a column', () => {
    expect(faultsOf(leadMissing, { items: [anItem(), anItem({ ...alone, criterion: '1.9' })] })).toMatchObject([
      { message: 'Tiêu chí 1.9 chưa có người chủ trì.' },
    ]);
  });

  test('silent: no column; owners only inside sentences', () => {
    expect(faultsOf(leadMissing, { items: [anItem(alone)], itemFields: ['action'] })).toEqual([]);
    expect(faultsOf(leadMissing, { items: [anItem({ ownersText: null }), anItem(alone)] })).toEqual([]);
  });

  test('a comma with nobody after it', () => {
    const items = [
      anItem({ ownersText: 'Hiệu \ntrưởng,', leads: ['Hiệu trưởng'], collaborators: [] }),
      anItem({ ownersText: 'BGH', collaborators: [] }),
    ];
    expect(quotesOf(collaboratorMissing, { items })).toEqual(['Hiệu trưởng,']);
  });

  test('an empty cell in a column of its own', () => {
    const itemFields = ['action', 'owners', 'collaborators'] as const;
    const items = [
      anItem({ ownersText: 'Hiệu trưởng', collaborators: ['Kế toán'] }),
      anItem({ ownersText: 'Hiệu trưởng', collaborators: [], criterion: '1.9' }),
    ];
    expect(faultsOf(collaboratorMissing, { items, itemFields: [...itemFields] })).toMatchObject([
      { where: { field: 'collaborators' } },
    ]);
    const shared = [anItem(), anItem({ ownersText: 'Hiệu trưởng', collaborators: [] })];
    expect(faultsOf(collaboratorMissing, { items: shared, itemFields: [...itemFields] })).toEqual([]);
  });

  test('what is no post, group or person', () => {
    const items = [
      anItem({
        ownersText: 'x',
        leads: ['Hồ sơ, sổ sách'],
        collaborators: ['Tổ CM', 'Nguyễn Thị Lan', 'Ban Vườn Trường'],
      }),
    ];
    expect(quotesOf(ownerUnknown, { items })).toContain('Hồ sơ, sổ sách');
    expect(quotesOf(ownerUnknown, { items })).not.toContain('Tổ CM');
    const school = { name: 'Trường Mầm non Nắng Sớm', posts: ['hồ sơ, sổ sách', 'ban vườn trường'] };
    expect(faultsOf(ownerUnknown, { items }, { school })).toEqual([]);
  });
});

describe('empty cells', () => {
  test.each([
    [budgetMissing, 'budget', { budget: aBudget(null) }],
    [evidenceMissing, 'expectedEvidence', { expectedEvidence: ' ' }],
  ] as const)('%o', (rule, field, empty) => {
    const items = [anItem({ expectedEvidence: 'Biên bản' }), anItem(empty)];
    expect(faultsOf(rule, { items, itemFields: [field] })).toMatchObject([{ where: { item: items[1]?.id, field } }]);
    expect(faultsOf(rule, { items, itemFields: ['action'] })).toEqual([]);
  });

  test('money in the action and none in the budget', () => {
    const items = [
      anItem({ action: 'Mua máy chiếu, 12 triệu đồng', budget: aBudget('Không', 0) }),
      anItem({ action: 'Mua máy chiếu, 12 triệu đồng', budget: aBudget('12 triệu', 12_000_000) }),
      anItem({ action: 'Vận động 3 đội tham gia', budget: aBudget('Không', 0) }),
    ];
    expect(faultsOf(moneyUnbudgeted, { items })).toMatchObject([{ where: { item: items[0]?.id } }]);
  });
});

describe(needIsAction.id, () => {
  const need = (text: string) => ({ items: [anItem({ need: text })] });

  test.each([
    '-Lập kế hoạch sửa chữa, nâng cấp bếp theo hướng đảm bảo vệ sinh',
    'Xây dựng đề án nhà đa năng',
    'Tăng cường kiểm tra',
  ])('%s', (text) => {
    expect(faultsOf(needIsAction, need(text))).toHaveLength(1);
  });

  test.each([
    'Tổ chức chuyên đề chưa thường xuyên',
    'Thiết bị thiếu và xuống cấp',
    'Thực hiện hồ sơ còn chậm',
    'Xây dựngmới',
    '',
  ])('silent: %s', (text) => {
    expect(faultsOf(needIsAction, need(text))).toEqual([]);
  });

  test('silent in Biểu 2', () => {
    expect(faultsOf(needIsAction, { ...need('Xây dựng kho học liệu'), itemFields: ['need', 'currentState'] })).toEqual(
      [],
    );
  });
});

test(`${actionRepeated.id}: word for word, long enough`, () => {
  const action = 'Tham mưu với Ủy ban nhân dân huyện nâng cấp phòng học cho trẻ';
  expect(faultsOf(actionRepeated, { items: [anItem({ action }), anItem({ action: `${action} ` })] })).toHaveLength(1);
  expect(faultsOf(actionRepeated, { items: [anItem({ action: 'Họp tổ' }), anItem({ action: 'Họp tổ' })] })).toEqual([]);
});

describe(criterionUnknown.id, () => {
  test('a row, and a mention in a cell', () => {
    const items = [...rows('1.1', '1.7'), anItem({ criterion: '2.1', action: 'Cải tiến tiêu chí 2.9.' })];
    expect(faultsOf(criterionUnknown, { items }, { set: CUMULATIVE }).map((fault) => fault.message)).toEqual([
      'Bộ tiêu chuẩn 01/1999/TT-X không có tiêu chí 1.7.',
      'Bộ tiêu chuẩn 01/1999/TT-X không có “tiêu chí 2.9”.',
    ]);
  });

  test('silent without a set', () => {
    expect(faultsOf(criterionUnknown, { items: rows('9.9') })).toEqual([]);
  });
});

describe(criterionLegacy.id, () => {
  const action = (text: string) => ({ items: [anItem({ action: text })] });

  test.each([
    ['cải tiến chỉ báo b,  tiêu chí 8, tiêu chuẩn 1 (tham quan)', 'chỉ báo b, tiêu chí 8, tiêu chuẩn 1'],
    ['đảm bảo chỉ số b tiêu chí 8 tiêu chuẩn 1', 'chỉ số b tiêu chí 8 tiêu chuẩn 1'],
    ['tiêu chí 3 của tiêu chuẩn 2', 'tiêu chí 3 của tiêu chuẩn 2'],
  ])('%s', (text, quote) => {
    expect(quotesOf(criterionLegacy, action(text))).toEqual([quote]);
  });

  test.each([
    'tiêu chí 1.1, của tiêu chuẩn 1',
    'chỉ báo a tiêu chí 1.8',
    '25 tiêu chí, 5 tiêu chuẩn',
    'đạt 3 tiêu chí tiêu chuẩn 1',
  ])('silent: %s', (text) => {
    expect(faultsOf(criterionLegacy, action(text))).toEqual([]);
  });
});

describe(criterionOrder.id, () => {
  test('within one standard and level', () => {
    expect(faultsOf(criterionOrder, { items: rows('1.6', '1.5', '2.1') })).toMatchObject([
      { message: 'Tiêu chí 1.5 đứng sau tiêu chí 1.6.' },
    ]);
  });

  test('silent: 1.10 after 1.9, a new level, priorities', () => {
    expect(faultsOf(criterionOrder, { items: rows('1.9', '1.10', '1.10') })).toEqual([]);
    expect(
      faultsOf(criterionOrder, {
        items: [anItem({ criterion: '1.5', levels: [1] }), anItem({ criterion: '1.2', levels: [2] })],
      }),
    ).toEqual([]);
    expect(faultsOf(criterionOrder, { items: rows('1.4', '1.2') }, { set: PRIORITIES })).toEqual([]);
  });
});

describe(planCoversEverything.id, () => {
  test('an error where only priorities are planned, a hint elsewhere', () => {
    const all = [
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2.1',
      '2.2',
      '2.3',
      '3.1',
      '3.2',
      '3.3',
      '3.4',
      '3.5',
      '4.1',
      '4.2',
      '4.3',
    ];
    expect(faultsOf(planCoversEverything, { items: rows(...all) }, { set: PRIORITIES })).toMatchObject([
      { severity: 'error' },
    ]);
    expect(faultsOf(planCoversEverything, { items: rows('1.1', '1.2', '2.1') }, { set: CUMULATIVE })).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(faultsOf(planCoversEverything, { items: rows('1.1', '2.1') }, { set: CUMULATIVE })).toEqual([]);
  });
});

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

  test('a criterion named as failing', () => {
    const named = results('- Các tiêu chí không đạt Mức 2 gồm: tiêu chí 1.2, 2.1');
    expect(quotesOf(criterionUncovered, { ...named, items: rows('1.2') }, { set: CUMULATIVE })).toEqual(['2.1']);
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
  ])('%s on %s', (title, date) => {
    expect(faultsOf(resultAfterDocument, heading(title, date))).toHaveLength(1);
  });

  test.each([
    ['Kết quả thực hiện cải tiến chất lượng đã đạt được trong năm học 2022-2023', '2023-08-15'],
    ['Kết quả tự đánh giá năm học 2023-2024', '2024-04-06'],
    ['Kết quả cần đạt trong năm học 2023-2024', '2023-08-15'],
    ['Kết quả đánh giá giai đoạn từ năm học 2018-2019 đến năm học 2022-2023', '2023-08-15'],
  ])('silent: %s on %s', (title, date) => {
    expect(faultsOf(resultAfterDocument, heading(title, date))).toEqual([]);
  });
});
