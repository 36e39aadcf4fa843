import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSchoolTime, parseTimeRange } from './parse-school-time.ts';
import { briefTime, readTime } from '#tests/support/brief-time.ts';

/** School year, text as typed, reading. */
const ROWS: [number, string, string][] = [
  // A. Fixed months and ranges
  [2024, 'Tháng 9/2024', '2024-09..2024-09'],
  [2024, '- Tháng 9/2024', '2024-09..2024-09'],
  [2024, 'Tháng \n9/2024', '2024-09..2024-09'],
  [2020, 'Tháng\n10/2020', '2020-10..2020-10'],
  [2020, 'Tháng 8/2020', '2020-08..2020-08'],
  [2025, '10/2025', '2025-10..2025-10'],
  [2025, '9/2025 – 5/2026', '2025-09..2026-05'],
  [2025, '9/2025 – 3/2026', '2025-09..2026-03'],
  [2025, '-6/2026-5/2027', '2026-06..2027-05'],
  [2020, 'Tháng 9/2020-11/2020', '2020-09..2020-11'],
  [2020, 'Từ tháng 11/2020 đến 5/2021', '2020-11..2021-05'],
  [2020, 'Từ tháng 11/2020-01/2021', '2020-11..2021-01'],
  [2020, 'Thực hiện từ tháng 9/2020-5/2021', '2020-09..2021-05'],
  [2020, 'Từ tháng 9 năm 2020  \nĐến tháng 5  năm 2021', '2020-09..2021-05'],
  [2020, 'Từ tháng 6 năm 2020\nĐến tháng 5 năm 2021', '2020-06..2021-05'],
  [2020, 'Tháng 9 năm 2020\nTháng 5 năm 2021', '2020-09..2021-05'],
  [2021, 'Vào tháng 10/2021', '2021-10..2021-10'],
  [2021, 'Thời gian: tháng 10/2021', '2021-10..2021-10'],
  [2021, 'Thực hiện vào tháng 10/2021 sau khi có kế hoạch năm', '2021-10..2021-10 (sau khi có kế hoạch năm)'],
  [2021, 'Thời gian thực hiện tháng 1/2022', '2022-01..2022-01'],
  [2021, 'Thực hiện vào tháng 5/2022', '2022-05..2022-05'],
  [2019, 'tháng 03 năm 2020', '2020-03..2020-03'],
  // B. Broken
  [2020, 'Tháng 11/2020  - 5/20201', '2020-11.. ? 2021-05'],
  [2021, 'Thực hiện vào tháng 9/2021 đến tháng 5/2021', '2021-09.. ? 2022-05'],
  [2021, 'Từ tháng 2 năm 2020-2021', '2021-02.. open'],
  [2021, 'Từ tháng 10 năm 2020-2021', '2020-10.. open'],
  [2021, 'Từ tháng 02 năm học 2020-2021', '2021-02.. open'],
  [2021, 'Từ tháng 02 năm 2021 và các năm tiếp theo', '2021-02.. open'],
  [2025, 'tháng 13/2025', '.. ? 2025-12'],
  [2025, '31/4/2026', '.. ? 2026-04-30'],
  [2025, '5/2026-9/2025', '2026-05.. ? 2026-09'],
  // C. School year and its parts
  [2021, 'Năm học 2021-2022', '2021-09..2022-05'],
  [2021, 'Năm học 2021-2022 và những năm tiếp theo', '2021-09.. open'],
  [2021, 'Năm học 2021-2022 và những năm học tiếp theo', '2021-09.. open'],
  [2021, 'Trong năm học 2021-2022 và những năm tiếp theo', '2021-09.. open'],
  [2021, 'Năm 2021-2022 và những năm tiếp theo', '2021-09.. open'],
  [2021, 'Năm 2021- 2022 và những năm tiếp theo', '2021-09.. open'],
  [2021, 'Từ năm 2021-2022', '2021-09.. open'],
  [2021, 'Vào đầu năm học 2021-2022 và những năm tiếp theo', '2021-09.. open'],
  [2020, 'Đầu năm học 2020-2021', '2020-09..2020-09'],
  [2020, 'Đầu năm học', '2020-09..2020-09'],
  [2021, 'Từ tháng 9 năm học 2021-2022 và những năm tiếp theo', '2021-09.. open'],
  [2021, 'vào tháng 9', '2021-09..2021-09'],
  [2021, 'Thực hiện từ tháng 6 đến cuối năm học', '2021-06..2022-05'],
  [2021, 'Học kỳ II', '2022-01..2022-05'],
  [2021, 'vào cuối năm', '2022-05..2022-05'],
  [2021, 'Cuối mỗi năm học (tháng 6)', '2022-06..2022-06 yearly'],
  [2021, 'trước 30/5 hàng năm', '..2022-05-30 yearly'],
  [2021, 'trong buổi họp đầu năm', '..'],
  [2021, 'họp phụ huynh đầu năm', '..'],
  [2021, 'Cả năm', '2021-09..2022-05'],
  [2021, 'Cả năm học', '2021-09..2022-05'],
  [2021, 'Thực hiện cả năm', '2021-09..2022-05'],
  // D. Several years
  [2020, 'Từ năm 2020-2025', '2020-01..2025-12'],
  [2020, 'giai đoạn từ năm 2020 đến 2025', '2020-01..2025-12'],
  [2021, 'giai đoạn 2021-2025', '2021-01..2025-12'],
  // E. Open end, rhythm, condition
  [2020, 'Từ tháng 9/2020', '2020-09.. open'],
  [2021, 'hàng tháng', '.. monthly'],
  [2021, 'Thời gian thực hiện: hàng tháng', '.. monthly'],
  [2021, 'Thực hiện từng tháng trong năm học', '.. monthly'],
  [2021, 'hàng tháng trong sinh hoạt chuyên môn', '.. monthly'],
  [2021, 'Hàng năm', '.. yearly'],
  [2021, 'Hằng năm, đều phải thực hiện.', '.. yearly'],
  [2021, 'một năm học tổ chức họp ít nhất 3 lần', '.. 3 per school year'],
  [2021, 'ít nhất là 2 lần/ tháng', '.. 2 per month'],
  [2021, 'theo từng tuần', '.. weekly'],
  [2021, 'từng tháng, cuối học kỳ, cuối năm học', '.. monthly'],
  [2021, 'theo tháng, học kỳ', '.. monthly'],
  [2021, 'thường xuyên', '..'],
  [2021, 'Trong thời gian tới', '..'],
  [2021, 'Theo đợt', '.. in rounds'],
  [2021, '(khi có mở lớp)', '.. (khi có mở lớp)'],
  [2021, 'Khi có mở lớp', '.. (Khi có mở lớp)'],
  [2021, 'Năm học 2021-2022 khi có phong trào', '2021-09..2022-05 (khi có phong trào)'],
  // Cousins
  [2025, 'Quý I/2026', '2026-01..2026-03'],
  [2025, 'Quý III, IV/2025', '2025-07..2025-12'],
  [2025, 'Quý 2', '2026-04..2026-06'],
  [2025, 'HKI', '2025-09..2025-12'],
  [2025, 'học kì 1', '2025-09..2025-12'],
  [2025, 'HK2', '2026-01..2026-05'],
  [2025, 'Học kỳ I, II', '2025-09..2026-05'],
  [2025, 'Học kỳ I năm học 2025-2026', '2025-09..2025-12'],
  [2025, 'cuối học kỳ I', '2025-12..2025-12'],
  [2025, 'giữa HK II', '2026-03..2026-03'],
  [2025, 'Hè 2026', '2026-06..2026-08'],
  [2025, 'trong hè', '2026-06..2026-08'],
  [2025, 'tháng 8, 9/2025', '2025-08..2025-09'],
  [2025, 'Tháng 9,10,11', '2025-09..2025-11'],
  [2025, 'T10, T11/2025', '2025-10..2025-11'],
  [2025, 'Tháng 7/8/2026', '2026-07..2026-08'],
  [2025, 'Tháng 12/1/2026', '2025-12..2026-01'],
  [2025, 'tháng 12, 1/2026', '2025-12..2026-01'],
  [2025, 'từ 15/9/2025 đến 30/11/2025', '2025-09-15..2025-11-30'],
  [2025, 'Từ 15/9 đến 30/11', '2025-09-15..2025-11-30'],
  [2025, 'trước 30/5/2026', '..2026-05-30'],
  [2025, 'trước ngày 30 tháng 5', '..2026-05-30'],
  [2025, 'Hằng tuần', '.. weekly'],
  [2025, 'hàng quý', '.. quarterly'],
  [2025, 'mỗi học kỳ 1 lần', '.. termly'],
  [2025, '2 lần/năm', '.. 2 per year'],
  [2025, 'Cả năm học 2025-2026', '2025-09..2026-05'],
  [2025, 'năm 2026', '2026-01..2026-12'],
  [2025, 'tuần 2 tháng 10/2025', '2025-10..2025-10'],
  [2025, 'T9/2025', '2025-09..2025-09'],
  [2025, 'T10', '2025-10..2025-10'],
  [2025, '09/2025-05/2026', '2025-09..2026-05'],
  [2025, '9-12/2025', '2025-09..2025-12'],
  [2024, 'Tháng 9-12 năm 2025', '2025-09..2025-12'],
  [2024, 'Q4/2025', '2025-10..2025-12'],
  [2025, 'Tháng 9 đến tháng 12/2025', '2025-09..2025-12'],
  [2025, 'Tháng 9 đến tháng 5/2026', '2025-09..2026-05'],
  [2025, 'Tháng 9 đến tháng 5', '2025-09..2026-05'],
  [2025, 'đầu tháng 10', '2025-10..2025-10'],
  [2025, 'sau khi được cấp kinh phí', '.. (sau khi được cấp kinh phí)'],
  [2025, 'nếu có kinh phí', '.. (nếu có kinh phí)'],
  [2025, 'Năm học 2025-2026 và 2026-2027', '2025-09..2027-05'],
  [2025, 'Hàng tháng, từ tháng 9/2025 đến tháng 5/2026', '2025-09..2026-05 monthly'],
  [2025, 'Đến tháng 5/2026', '..2026-05'],
  [2025, '15 - 20/9/2025', '2025-09-15..2025-09-20'],
  [2025, 'ngày 15 đến ngày 20 tháng 9 năm 2025', '2025-09-15..2025-09-20'],
  [2025, '1 tháng/1 lần', '.. monthly'],
  [2025, 'Định kỳ một tháng một lần', '.. monthly'],
  [2025, 'Từ tháng 13/2025 đến tháng 5/2026', '..2026-05 ? 2025-12'],
  [2025, 'Tháng 9/2025 - Tháng 15/2025', '2025-09.. ?'],
  [2025, 'Từ năm học 2025-2026 đến năm học 2027-2028', '2025-09..2028-05'],
  [2025, 'Tháng 9 hằng năm', '2025-09..2025-09 yearly'],
  [2025, 'Theo quy định', '..'],
  [2025, 'Do hiệu trưởng ấn định', '..'],
];

describe('time cells', () => {
  test.each(ROWS)('%i: %s', (start, text, expected) => {
    expect(briefTime(readTime(text, start))).toBe(expected);
    expect(readTime(text, start).text).toBe(text);
  });

  test.each(ROWS)('%i, decomposed, capital, no-break spaces: %s', (start, text, expected) => {
    const other = text.toUpperCase().replaceAll(' ', '\u00A0').replaceAll('–', '—').normalize('NFD');
    expect(briefTime(readTime(other, start)).toLowerCase()).toBe(expected.toLowerCase());
  });

  test.each(ROWS)('%i, every blank a line break: %s', (start, text, expected) => {
    if (/ \(/.test(expected)) return;
    expect(briefTime(readTime(text.replaceAll(' ', '\n'), start)).split(' ')[0]).toBe(expected.split(' ')[0]);
  });
});

test('several phrases on lines of their own are parts of one time', () => {
  const years = readTime('Thực hiện cả năm\n\nTừ năm 2020-2025', 2020);
  expect(years.parts.map((part) => [part.text, part.start, part.end])).toEqual([
    ['Thực hiện cả năm', '2020-09', '2021-05'],
    ['Từ năm 2020-2025', '2020-01', '2025-12'],
  ]);
  const classes = readTime('Từ tháng 11/2020-01/2021\n\nKhi có mở lớp', 2020);
  expect(briefTime(classes)).toBe('2020-11..2021-01 (Khi có mở lớp)');
  expect(classes.parts.map((part) => part.text)).toEqual(['Từ tháng 11/2020-01/2021', 'Khi có mở lớp']);
});

test('start and end in two columns are one range', () => {
  const context = { schoolYear: { start: 2020 } };
  const range = parseTimeRange('Tháng 9 năm 2020', 'Tháng 5 năm 2021', context);
  expect([briefTime(range), range.parts, range.text]).toEqual([
    '2020-09..2021-05',
    [],
    'Tháng 9 năm 2020\nTháng 5 năm 2021',
  ]);
  expect(briefTime(parseTimeRange('Từ tháng 6 năm 2020', 'Đến tháng 5 năm 2021', context))).toBe('2020-06..2021-05');
  expect(briefTime(parseTimeRange('9/2020', '5/2020', context))).toBe('2020-09.. ? 2021-05');
  expect(briefTime(parseTimeRange('9/2020', ' ', context))).toBe('2020-09..2020-09');
  expect(briefTime(parseTimeRange(null, '5/2021', context))).toBe('..2021-05');
  expect(briefTime(parseTimeRange(null, null, context))).toBe('..');
});

test('a year that was not written is marked', () => {
  expect(readTime('Học kỳ II').yearInferred).toBe(true);
  expect(readTime('vào tháng 9').yearInferred).toBe(true);
  expect(readTime('tháng 9/2021').yearInferred).toBe(false);
});

test('without a school year nothing is guessed', () => {
  const time = parseSchoolTime('Tháng 9', { schoolYear: null });
  expect(briefTime(time)).toBe('..');
  expect(time.text).toBe('Tháng 9');
});

test('the months of the school year can be others', () => {
  const context = { schoolYear: { start: 2025 }, months: { first: 8, last: 6 } };
  expect(briefTime(parseSchoolTime('Cả năm', context))).toBe('2025-08..2026-06');
});

test('an empty cell has no time, an unreadable date asks for a person', () => {
  expect(parseSchoolTime(' \n', { schoolYear: null }).text).toBeNull();
  expect(readTime('ngày 5.13').needsReview).toBe(true);
  expect(readTime('Liên tục').needsReview).toBe(false);
  // A day behind "tháng", or two months with a gap: nobody can tell.
  expect(readTime('Tháng 5/9/2025')).toMatchObject({ start: null, needsReview: true });
});

const month = fc.record({ year: fc.integer({ min: 2015, max: 2049 }), month: fc.integer({ min: 1, max: 12 }) });
type Month = { year: number; month: number };
const code = (m: Month): string => `${m.year}-${String(m.month).padStart(2, '0')}`;
const FORMS: ((a: Month, b: Month) => string)[] = [
  (a, b) => `${a.month}/${a.year} – ${b.month}/${b.year}`,
  (a, b) => `Từ tháng ${a.month}/${a.year} đến tháng ${b.month}/${b.year}`,
  (a, b) => `Từ tháng ${a.month} năm ${a.year}\nĐến tháng ${b.month} năm ${b.year}`,
  (a, b) => `T${a.month}/${a.year}-T${b.month}/${b.year}`,
];

test('a printed range is read back', () => {
  fc.assert(
    fc.property(month, month, fc.constantFrom(...FORMS), (a, b, form) => {
      const [first, last] = code(a) <= code(b) ? [a, b] : [b, a];
      expect(briefTime(readTime(form(first, last)))).toBe(`${code(first)}..${code(last)}`);
    }),
  );
});

test('an end before its start is never taken over, and the text always is', () => {
  fc.assert(
    fc.property(month, month, fc.constantFrom(...FORMS), (a, b, form) => {
      const time = readTime(form(a, b));
      expect(time.text).toBe(form(a, b));
      expect(time.end === null || time.end >= (time.start ?? '')).toBe(true);
    }),
  );
});

test('whatever is typed, the words are kept and nothing breaks', () => {
  const words = fc.constantFrom(
    'tháng',
    'từ',
    'đến',
    '9',
    '/',
    '2025',
    '-',
    '31',
    'năm học',
    'HK',
    'I',
    'khi có',
    '(',
    'hàng',
    'hè',
    '20201',
    '\n',
    ',',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 9 }), (pieces) => {
      const text = `x ${pieces.join(' ')}`;
      expect(readTime(text).text).toBe(text);
    }),
  );
});

test('weeks are no months, and a school opens before its year begins', () => {
  const read = (text: string) => {
    const { start, end, needsReview } = parseSchoolTime(text, { schoolYear: { start: 2025 } });
    return [start, end, needsReview];
  };
  expect(read('tuần 5–8')).toEqual([null, null, false]);
  expect(read('Tuần 4 - T10/2025')).toEqual(['2025-10', '2025-10', false]);
  expect(read('Trước khai giảng năm học 2026-2027')).toEqual([null, '2026-08', false]);
  expect(read('he 2026')).toEqual(['2026-06', '2026-08', false]);
});
