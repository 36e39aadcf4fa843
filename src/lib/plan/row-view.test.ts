import { expect, test } from 'vitest';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import { anItem } from '#core/plan/samples/plan-builder.ts';
import {
  grouped,
  isInView,
  isWholePlan,
  monthChoices,
  NO_MONTH,
  ownerChoices,
  readRowView,
  WHOLE_PLAN,
} from './row-view.ts';

const schoolYear = { start: 2026 };
const at = (text: string) => parseSchoolTime(text, { schoolYear });
const view = (query: string) => readRowView(new URLSearchParams(query));

test('an address asks for what it names; anything else is the whole plan', () => {
  expect(view('')).toEqual(WHOLE_PLAN);
  expect(isWholePlan(view('?month=99&finding=all&group=colour&saved'))).toBe(true);
  expect(view('standard=2&owner=BGH&month=2026-10&finding=error&group=month')).toEqual({
    standard: '2',
    owner: 'BGH',
    month: '2026-10',
    finding: 'error',
    group: 'month',
  });
});

test('rows by standard, by who leads or helps, and by the weight of findings', () => {
  const item = anItem({ standard: '1', leads: ['Hiệu trưởng'], collaborators: ['Kế toán'] });
  expect(isInView(item, view('standard=2'), [])).toBe(false);
  expect(isInView(item, view('standard=1&owner=kế toán'), [])).toBe(true);
  expect(isInView(item, view('owner=BGH'), [])).toBe(false);
  expect(isInView(item, view('finding=any'), [])).toBe(false);
  expect(isInView(item, view('finding=error'), ['hint', 'error'])).toBe(true);
  expect(isInView(item, view('finding=warning'), ['hint', 'error'])).toBe(false);
});

test.each([
  ['Tháng 10/2026', '2026-10', true],
  ['Tháng 10/2026', '2026-11', false],
  ['9/2026 – 12/2026', '2026-11', true],
  ['Từ tháng 9/2026', '2027-05', true],
  ['Khi có mở lớp', '2026-10', false],
  ['Khi có mở lớp', NO_MONTH, true],
  ['Tháng 10/2026', NO_MONTH, false],
])('"%s" in %s: %s', (text, month, is) => {
  expect(isInView(anItem({ time: at(text) }), view(`month=${month}`), [])).toBe(is);
});

test('choices: twelve months of the school year, each name once', () => {
  expect(monthChoices(schoolYear)).toHaveLength(12);
  expect(monthChoices(schoolYear).slice(3, 5)).toEqual(['2026-12', '2027-01']);
  expect(monthChoices(null)).toEqual([]);
  const items = [
    anItem({ leads: ['Tổ CM', 'BGH'], collaborators: [] }),
    anItem({ leads: ['bgh'], collaborators: ['GV'] }),
  ];
  expect(ownerChoices(items)).toEqual(['BGH', 'GV', 'Tổ CM']);
});

test('arranged: months in their order, what is not said last, nothing lost', () => {
  const rows = ['Khi có mở lớp', 'Tháng 12/2026', 'Tháng 9/2026', 'Tháng 12/2026'].map((text) => ({
    item: anItem({ action: text, time: at(text) }),
  }));
  expect(grouped(rows, 'month').map(({ item }) => item.action)).toEqual([
    'Tháng 9/2026',
    'Tháng 12/2026',
    'Tháng 12/2026',
    'Khi có mở lớp',
  ]);
  expect(grouped(rows, 'criterion')).toEqual(rows);
});
