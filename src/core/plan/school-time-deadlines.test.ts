import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefTime, readTime } from '#tests/support/brief-time.ts';

/** School year, text as typed, reading. */
const ROWS: [number, string, string][] = [
  [2025, 'Hạn: 30/11', '..2025-11-30'],
  [2025, 'Hạn hoàn thành: tháng 11', '..2025-11'],
  [2025, 'Hạn chót 15/1/2026', '..2026-01-15'],
  [2025, 'xong trong tháng 11', '..2025-11'],
  [2025, 'Xong: tháng 12', '..2025-12'],
  [2025, 'Hoàn thành trong HKI', '..2025-12'],
  [2025, 'đến hết HKI', '..2025-12'],
  [2025, 'hết tháng 11', '..2025-11'],
  [2025, 'hết năm học', '..2026-05'],
  [2025, 'chậm nhất 31/12', '..2025-12-31'],
  [2025, 'chậm nhất là cuối tháng 3', '..2026-03'],
  [2025, 'Không muộn hơn 15/1/2026', '..2026-01-15'],
  [2025, 'không quá ngày 30/11', '..2025-11-30'],
  [2025, 'trước 15h ngày 30/11', '..2025-11-30'],
  [2025, 'trước học kỳ II', '..2025-12'],
  [2025, 'trước hè', '..2026-05'],
  [2025, 'trước khi kết thúc học kỳ I', '..2025-12'],
  [2025, 'Bắt đầu 9/2025, xong 12/2025', '2025-09..2025-12'],
  [2025, 'Từ 5/9 đến hết HKI', '2025-09-05..2025-12'],
  [2025, 'trước 31/11', '.. ? 2025-11-30'],
  [2025, 'trong 2 tháng 10, 11', '2025-10..2025-11'],
  [2025, 'trước khi vào năm học mới', '.. (trước khi vào năm học mới)'],
];

test.each(ROWS)('%i: %s', (start, text, expected) => {
  expect(briefTime(readTime(text, start))).toBe(expected);
  expect(readTime(text, start).text).toBe(text);
  const other = text.toUpperCase().replaceAll(' ', '\u00A0').normalize('NFD');
  expect(briefTime(readTime(other, start)).toLowerCase()).toBe(expected.toLowerCase());
});

test.each(ROWS)('%i, every blank a line break: %s', (start, text, expected) => {
  if (/ \(/.test(expected)) return;
  expect(briefTime(readTime(text.replaceAll(' ', '\n'), start)).split(' ')[0]).toBe(expected.split(' ')[0]);
});

const month = fc.record({ year: fc.integer({ min: 2015, max: 2049 }), month: fc.integer({ min: 1, max: 12 }) });
type Month = { year: number; month: number };
const code = (m: Month): string => `${m.year}-${String(m.month).padStart(2, '0')}`;

const LEADS = [
  'Hạn: ',
  'hạn hoàn thành ',
  'trước ',
  'xong trước ',
  'chậm nhất ',
  'muộn nhất là ',
  'không quá ',
  'đến hết ',
];
const NAMES: ((m: Month) => string)[] = [
  (m) => `tháng ${m.month}/${m.year}`,
  (m) => `tháng ${m.month} năm ${m.year}`,
  (m) => `ngày 15/${m.month}/${m.year}`,
  (m) => `15/${m.month}`,
  (m) => `tháng ${m.month}`,
];

test('a deadline is only an end, inclusive, whatever words announce it; a year that was not said is that of the school year', () => {
  fc.assert(
    fc.property(month, fc.constantFrom(...LEADS), fc.constantFrom(...NAMES), (m, lead, name) => {
      const time = readTime(`${lead}${name(m)}`, m.month >= 8 ? m.year : m.year - 1);
      expect(time).toMatchObject({
        start: null,
        openEnded: false,
        needsReview: false,
        recurrence: null,
        condition: null,
      });
      expect(time.end?.slice(0, 7)).toBe(code(m));
      expect(time.yearInferred).toBe(!name(m).includes(String(m.year)));
    }),
  );
});

test('a start and a deadline behind it are one range', () => {
  fc.assert(
    fc.property(month, month, fc.constantFrom('xong', 'xong trước', 'hoàn thành trước', 'chậm nhất'), (a, b, lead) => {
      const [first, last] = code(a) <= code(b) ? [a, b] : [b, a];
      const time = readTime(`Từ tháng ${first.month}/${first.year}, ${lead} tháng ${last.month}/${last.year}`);
      expect(briefTime(time)).toBe(`${code(first)}..${code(last)}`);
    }),
  );
});
