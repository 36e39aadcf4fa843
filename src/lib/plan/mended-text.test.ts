import { expect, test } from 'vitest';
import { mendedText } from './mended-text.ts';

const finding = (rule: string, quote: string | null, suggestion: string | null) => ({
  rule,
  suggestion,
  where: { part: 'item' as const, item: 'a', field: null, section: null, quote, place: null },
});

test.each([
  [
    'time-end-before-start',
    'Tháng 9/2021 đến tháng 5/2021',
    '9/2021 đến tháng 5/2021',
    '5/2022',
    'Tháng 9/2021 đến tháng 5/2022',
  ],
  ['time-impossible', 'Từ 5/20201', 'Từ 5/20201', '5/2021', 'Từ 5/2021'],
  ['word-doubled', 'Kiểm tra\nvà và báo cáo', 'và và', 'và', 'Kiểm tra\nvà báo cáo'],
  ['misspelling', 'Chất\nlượng giáo dụcc', 'lượng giáo dụcc', 'lượng giáo dục', 'Chất\nlượng giáo dục'],
])('%s', (rule, text, quote, suggestion, mended) => {
  expect(mendedText(text, finding(rule, quote, suggestion))).toBe(mended);
});

test.each([
  ['đã sửa rồi', 'và và', 'và'],
  ['và và rồi lại và và', 'và và', 'và'],
  ['không có gợi ý', 'không', null],
  ['không trích', null, 'và'],
])('nothing is mended when it is not clear what: %s', (text, quote, suggestion) => {
  expect(mendedText(text, finding('word-doubled', quote, suggestion))).toBeNull();
});
