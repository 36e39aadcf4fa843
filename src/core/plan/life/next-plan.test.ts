import { expect, test } from 'vitest';
import { editItem, emptyItem } from '../edit-item.ts';
import { nineColumnPlan } from '../samples/nine-column.ts';
import { parseSchoolTime } from '../parse-school-time.ts';
import { earliestNextYear, nextItem, nextParts, nextTime } from './next-plan.ts';

const from = { start: 2025 };
const to = { start: 2026 };

test.each([
  ['9/2025 – 5/2026', '9/2026 – 5/2027', '2026-09', '2027-05'],
  ['Tháng 10/2025', 'Tháng 10/2026', '2026-10', '2026-10'],
  ['Năm học 2025-2026', 'Năm học 2026-2027', '2026-09', '2027-05'],
  ['Cả năm', 'Cả năm', '2026-09', '2027-05'],
  ['Tháng 10', 'Tháng 10', '2026-10', '2026-10'],
  ['trước 30/5/2026', 'trước 30/5/2027', null, '2027-05-30'],
])('%s becomes %s', (text, expected, start, end) => {
  const moved = nextTime(parseSchoolTime(text, { schoolYear: from }), from, to);
  expect(moved).toMatchObject({ text: expected, end });
  if (start !== null) expect(moved.start).toBe(start);
});

test.each([['Từ năm 2020-2025'], ['Từ tháng 9/2025 và những năm tiếp theo'], ['Khi có mở lớp'], ['Tháng 13/2025']])(
  '%s stays as it was written',
  (text) => {
    expect(nextTime(parseSchoolTime(text, { schoolYear: from }), from, to).text).toBe(text);
  },
);

test('two years on, and from a plan without a school year', () => {
  const time = parseSchoolTime('10/2025', { schoolYear: from });
  expect(nextTime(time, from, { start: 2027 }).text).toBe('10/2027');
  expect(nextTime(time, null, to).text).toBe('10/2025');
});

test('need and action go on, progress is blank, the criterion of another set only by choice', () => {
  const about = { standard: '1', criterion: '1.5', criterionText: 'Tiêu chí 1.5: Lớp học', levels: [1, 2] };
  const old = editItem(
    editItem(emptyItem('a', about), 'need', 'Thiếu phòng học', { schoolYear: from }),
    'progress',
    'Đang thực hiện',
    {
      schoolYear: from,
    },
  );
  expect(nextItem(old, { from, to, criterion: 'keep' })).toMatchObject({
    ...about,
    need: 'Thiếu phòng học',
    progress: null,
  });
  expect(nextItem(old, { from, to, criterion: null })).toMatchObject({
    criterion: null,
    criterionText: null,
    levels: [],
  });
  expect(nextItem(old, { from, to, criterion: { code: '3.1', title: 'Cơ sở vật chất' } })).toMatchObject({
    standard: '3',
    criterion: '3.1',
    criterionText: 'Tiêu chí 3.1: Cơ sở vật chất',
  });
});

test('the parts begin anew: no number, no day, the new year in the title', () => {
  const { items: _items, ...plan } = {
    ...nineColumnPlan,
    schoolYear: from,
    title: ['KẾ HOẠCH', 'Năm học 2025 - 2026'],
  };
  const parts = nextParts(plan, { to, itemFields: plan.itemFields });
  expect(parts).toMatchObject({ number: null, date: null, schoolYear: to, title: ['KẾ HOẠCH', 'Năm học 2026–2027'] });
});

test.each([
  ['yearly', from, to],
  ['group', from, to],
  ['strategy', from, from],
  ['yearly', null, null],
] as const)('after a plan (%s) of %o the first year is %o', (scope, schoolYear, first) => {
  expect(earliestNextYear({ scope, schoolYear })).toEqual(first);
});
