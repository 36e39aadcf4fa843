import { describe, expect, test } from 'vitest';
import { parseSchoolTime, parseTimeRange } from '#core/plan/parse-school-time.ts';
import { faultsOf, inSentence, quotesOf } from '#tests/support/check-builder.ts';
import { anItem, aTime } from '#core/plan/samples/plan-builder.ts';
import { monthMentions } from './month-mention.ts';
import { timeAllSame } from './time-all-same.ts';
import { timeBeforeDocument } from './time-before-document.ts';
import { timeEndBeforeStart } from './time-end-before-start.ts';
import { timeImpossible } from './time-impossible.ts';
import { timeMissing } from './time-missing.ts';
import { timeOutsideSchoolYear } from './time-outside-school-year.ts';

const at = (text: string, start = 2023) => anItem({ time: parseSchoolTime(text, { schoolYear: { start } }) });
const within = (start: number, ...texts: string[]) => ({
  schoolYear: { start },
  items: texts.map((text) => at(text, start)),
});

describe('dates in text', () => {
  test.each([
    ['Từ tháng 9 năm 2020 đến tháng 5 năm 2021', ['2020-09', '2021-05']],
    ['ngày 05 tháng 9 năm 2024', ['2024-09-05']],
    ['Tháng 11/2020  - 5/2021', ['2020-11', '2021-05']],
    ['trước ngày 30/5/2024', ['2024-05-30']],
    ['Thông tư 12/2018/TT-BGDĐT', []],
    ['tháng 9 năm học 2021-2022', [null]],
    ['đạt 27/27, tỷ lệ 1,5/2021%', []],
  ])('%s', (text, codes) => {
    expect(monthMentions(text).map((mention) => mention.code)).toEqual(codes);
  });
});

describe(timeEndBeforeStart.id, () => {
  test('a mistyped year, with the year that was meant', () => {
    const [fault] = faultsOf(timeEndBeforeStart, within(2021, 'Thực hiện vào tháng 9/2021 đến tháng 5/2021'));
    expect(fault).toMatchObject({
      message: 'Thời gian “tháng 9/2021 đến tháng 5/2021” kết thúc (5/2021) trước khi bắt đầu (9/2021).',
      suggestion: '5/2022',
    });
  });

  test('start and end in two cells', () => {
    const row = (start: string, end: string) =>
      faultsOf(timeEndBeforeStart, {
        items: [anItem({ time: parseTimeRange(start, end, { schoolYear: { start: 2022 } }) })],
      });
    expect(row('Tháng 11 năm 2022', 'Tháng 10 năm 2022')).toMatchObject([
      { where: { quote: 'Tháng 11 năm 2022 Tháng 10 năm 2022' }, suggestion: '10/2023' },
    ]);
    expect(row('Tháng 9 năm 2022', 'Tháng 10 năm 2022')).toEqual([]);
  });

  test('in running text as well', () => {
    expect(inSentence(timeEndBeforeStart, 'Rà soát từ tháng 3/2024 – 1/2024.')).toEqual(['tháng 3/2024 – 1/2024']);
  });

  test.each([
    'Từ tháng 9/2023 đến tháng 5/2024',
    'Tháng 10/2023',
    'Cả năm học',
    'tháng 12/2023 - 01/2024',
    'từ 15/10/2023 đến 10/11/2023',
  ])('silent: %s', (text) => {
    expect(faultsOf(timeEndBeforeStart, within(2023, text))).toEqual([]);
  });

  test('school years that run backwards', () => {
    const years = 'Từ năm học 2025 - 2026 đến hết năm học 2021 - 2022';
    expect(faultsOf(timeEndBeforeStart, within(2021, years))).toHaveLength(1);
    expect(faultsOf(timeOutsideSchoolYear, within(2021, years))).toEqual([]);
    expect(faultsOf(timeEndBeforeStart, within(2021, 'Từ năm học 2021 - 2022 đến năm học 2025 - 2026'))).toEqual([]);
  });

  test('two dates that are no range are left alone', () => {
    expect(inSentence(timeEndBeforeStart, 'Kế hoạch tháng 9/2023 thay kế hoạch tháng 5/2023.')).toEqual([]);
  });
});

describe(timeImpossible.id, () => {
  test.each([
    ['Tháng 11/2020  - 5/20201', '5/20201', 'Năm 20201 trong “5/20201” không có thật.', '5/2021'],
    ['Tháng 13/2020', 'Tháng 13/2020', 'Không có tháng 13 trong “Tháng 13/2020”.', null],
  ])('%s', (text, quote, message, suggestion) => {
    const [fault, ...others] = faultsOf(timeImpossible, within(2020, text));
    expect(others).toEqual([]);
    expect(fault?.where.quote).toBe(quote);
    expect(fault?.message).toBe(message);
    if (suggestion !== null) expect(fault?.suggestion).toBe(suggestion);
  });

  test('days that a month does not have, leap years known', () => {
    expect(inSentence(timeImpossible, 'Nộp trước ngày 31 tháng 4 năm 2024 và ngày 29/02/2023.')).toEqual([
      'ngày 31 tháng 4 năm 2024',
      'ngày 29/02/2023',
    ]);
    expect(inSentence(timeImpossible, 'Nộp trước ngày 29 tháng 02 năm 2024.')).toEqual([]);
  });

  test('in prose one date is told once', () => {
    const action = 'Đến ngày 31/4/2024, tổ trưởng nộp báo cáo.';
    const items = [anItem({ action, time: aTime('Đến ngày 31/4/2024') })];
    expect(faultsOf(timeImpossible, { items })).toHaveLength(1);
  });

  test('counts and document numbers are no dates', () => {
    expect(inSentence(timeImpossible, 'Đạt 19/2018 lượt; Thông tư 19/2018/TT-BGDĐT; Quyết định 45/20211/QĐ.')).toEqual(
      [],
    );
  });

  test('what merely cannot be read is a hint', () => {
    const items = [anItem({ time: aTime('tháng 9/', { needsReview: true }) })];
    expect(faultsOf(timeImpossible, { items })).toMatchObject([
      { severity: 'hint', message: 'Chưa hiểu được thời gian “tháng 9/”.' },
    ]);
  });
});

describe(timeOutsideSchoolYear.id, () => {
  test.each([
    ['-6/2026-5/2027', 2025, null],
    ['Tháng 10/2024', 2025, '10/2025'],
    ['Từ tháng 9/2024 đến tháng 5/2025', 2025, '9/2025 – 5/2026'],
    ['Từ tháng 6/2025 đến tháng 5/2026', 2025, null],
    ['Từ tháng 6/2026 đến tháng 9/2026', 2025, null],
  ])('%s', (text, year, suggestion) => {
    expect(faultsOf(timeOutsideSchoolYear, within(year, text))).toMatchObject([{ suggestion }]);
  });

  test.each([
    'Cả năm',
    'Tháng 8/2023',
    'Tháng 6/2024',
    'Từ tháng 6/2024 đến tháng 8/2024',
    'Hè 2024',
    'Tháng 6/2023 - 7/2023',
    'Từ tháng 02 năm 2023 và các năm tiếp theo',
    'Từ năm 2020-2025',
    'Hằng tháng',
    'Khi có mở lớp',
    'Học kỳ II',
  ])('silent: %s', (text) => {
    expect(faultsOf(timeOutsideSchoolYear, within(2023, text))).toEqual([]);
  });

  test('silent without a school year', () => {
    expect(faultsOf(timeOutsideSchoolYear, { schoolYear: null, items: [at('Tháng 1/2010')] })).toEqual([]);
  });

  test('a calendar year pays for a project in two school years', () => {
    const faults = (text: string) => faultsOf(timeOutsideSchoolYear, within(2024, text));
    expect([...faults('Năm 2025'), ...faults('Trong năm 2024')]).toEqual([]);
    expect(faults('Năm 2023')).toHaveLength(1);
    expect(faults('Năm 2026')).toHaveLength(1);
  });

  test('the years of a period that the title names are the plan’s own', () => {
    const later = within(2023, '3/2027 - 5/2027');
    const faults = (name: string) => faultsOf(timeOutsideSchoolYear, { ...later, title: ['KẾ HOẠCH', name] });
    expect(faults('Cải tiến chất lượng giai đoạn 2023 - 2028')).toEqual([]);
    expect(faults('Cải tiến chất lượng giai đoạn từ năm 2023 đến năm 2026')).toMatchObject([
      { message: 'Thời gian “3/2027 - 5/2027” nằm ngoài giai đoạn 2023–2026 của kế hoạch.' },
    ]);
    expect(faults('Cải tiến chất lượng năm học 2023 - 2024, giai đoạn 2020 - 2028')).toHaveLength(1);
  });

  test('of an end before its start, the other rule tells', () => {
    const reversed = within(2023, '10/2024 - 01/2024');
    expect(faultsOf(timeOutsideSchoolYear, reversed)).toEqual([]);
    expect(faultsOf(timeEndBeforeStart, reversed)).toMatchObject([{ suggestion: '10/2023' }]);
  });

  test('a calendar year that the title names is the plan’s own', () => {
    const autumn = within(2024, '02/2025 - 12/2025');
    const faults = (name: string) => faultsOf(timeOutsideSchoolYear, { ...autumn, title: ['KẾ HOẠCH', name] });
    expect(faults('Cải tiến chất lượng năm 2025')).toEqual([]);
    expect(faults('Cải tiến chất lượng năm học 2024 - 2025')).toHaveLength(1);
    expect(faults('Cải tiến chất lượng năm 2020')).toHaveLength(1);
  });

  test('a strategy is asked for all of its years', () => {
    const strategy = { ...within(2023, 'Tháng 3/2027', 'Tháng 3/2029'), lastSchoolYear: { start: 2027 } };
    expect(faultsOf(timeOutsideSchoolYear, strategy)).toMatchObject([
      { message: expect.stringContaining('giai đoạn 2023–2028') },
    ]);
  });
});

describe(timeBeforeDocument.id, () => {
  test.each([
    ['Tháng 8/2023', 'đã kết thúc'],
    ['Từ tháng 6/2023 đến tháng 5/2024', 'đã phải bắt đầu từ'],
  ])('%s', (text, late) => {
    expect(faultsOf(timeBeforeDocument, within(2023, text))[0]?.message).toBe(
      `Thời gian “${text}” ${late} trước ngày của kế hoạch (12/9/2023).`,
    );
  });

  test.each([
    'Tháng 9/2023',
    'Từ tháng 9/2023 đến tháng 5/2024',
    'Cả năm',
    'Từ tháng 02/2023 và những năm tiếp theo',
    'Từ năm 2020-2025',
  ])('silent: %s', (text) => {
    expect(faultsOf(timeBeforeDocument, within(2023, text))).toEqual([]);
  });

  test('the whole year may have begun, a month may not', () => {
    const plan = { ...within(2025, 'Cả năm', '10/2025'), date: '2026-04-06' };
    expect(quotesOf(timeBeforeDocument, plan)).toEqual(['10/2025']);
  });

  test('the whole year may be over, a term may not', () => {
    const plan = { ...within(2024, 'Cả năm', 'Trong năm học', 'Học kỳ I'), date: '2025-09-20' };
    expect(quotesOf(timeBeforeDocument, plan)).toEqual(['Học kỳ I']);
  });

  test('silent without a date', () => {
    expect(faultsOf(timeBeforeDocument, { date: null, items: [at('Tháng 8/2010')] })).toEqual([]);
  });
});

describe(timeAllSame.id, () => {
  test('one month in every row, however it is typed', () => {
    const plan = within(2024, '- Tháng 9/2024', 'Tháng \n9/2024', 'Tháng 9/2024');
    expect(faultsOf(timeAllSame, plan)).toMatchObject([
      {
        message: 'Cả 3 hàng của kế hoạch đều ghi thời gian “Tháng 9/2024”.',
        where: { part: 'document', field: 'time' },
      },
    ]);
  });

  test.each([
    ['two rows', ['Tháng 9/2024', 'Tháng 9/2024']],
    ['one differs', ['Tháng 9/2024', 'Tháng 9/2024', 'Tháng 10/2024']],
    ['the whole year', ['Cả năm', 'Cả năm', 'Cả năm']],
    ['a rhythm', ['Hằng tháng', 'Hằng tháng', 'Hằng tháng']],
  ])('silent: %s', (_, texts) => {
    expect(faultsOf(timeAllSame, within(2024, ...texts))).toEqual([]);
  });
});

describe(timeMissing.id, () => {
  const items = [anItem({ criterion: '1.5', time: aTime(null) }), anItem({ time: aTime(' - ') }), anItem()];

  test('an empty cell', () => {
    expect(faultsOf(timeMissing, { items })).toHaveLength(2);
    expect(faultsOf(timeMissing, { items })[0]?.message).toBe('Tiêu chí 1.5 chưa ghi thời gian thực hiện.');
  });

  test('without a column only when most rows say a time', () => {
    const said = () => anItem({ action: 'Trong học kỳ II họp tổ.', time: aTime('học kỳ II') });
    const silent = anItem({ action: 'Họp tổ.', time: aTime(null) });
    expect(faultsOf(timeMissing, { items: [said(), silent, anItem({ ...silent, id: 'other' })] })).toEqual([]);
    expect(faultsOf(timeMissing, { items: [said(), said(), silent] })).toHaveLength(1);
  });

  test('in prose how often is a time as well', () => {
    const said = () => anItem({ action: 'Trong học kỳ II họp tổ.', time: aTime('học kỳ II') });
    const often = anItem({ action: 'Kiểm tra thường xuyên, mỗi tháng dự giờ hai tiết.', time: aTime(null) });
    expect(faultsOf(timeMissing, { items: [said(), said(), often] })).toEqual([]);
    const cell = anItem({ time: aTime('Tháng 9/2023') });
    expect(faultsOf(timeMissing, { items: [cell, cell, often] })).toHaveLength(1);
  });

  test('silent where the plan has no times', () => {
    expect(faultsOf(timeMissing, { items, itemFields: ['action'] })).toEqual([]);
  });
});
