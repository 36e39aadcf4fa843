import { expect, test } from 'vitest';
import { aPlanDocument } from '#core/plan/samples/plan-builder.ts';
import { letterheadOf } from './letterhead.ts';
import { linesAt, textWidth } from './text-width.ts';

const plain = aPlanDocument();
const withLetterhead = (parts: Partial<typeof plain.letterhead>, dateText = plain.dateText) =>
  letterheadOf({ ...plain, letterhead: { ...plain.letterhead, ...parts }, dateText })!;

test('quốc hiệu stands on one line, names of schools keep away from it', () => {
  const schoolName = 'TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THỊ MINH KHAI';
  const { columns, names, country } = withLetterhead({ schoolName });
  expect(columns[0] + columns[1] + columns[2]).toBeCloseTo(165);
  expect(textWidth(country!, 12, true)).toBeLessThan(columns[2]);
  expect(names.schoolName).toBeLessThanOrEqual(columns[0]);
  expect(linesAt(schoolName, names.schoolName, 12, true)).toBe(4);
});

test('a long place and date takes room from the names as long as there is some', () => {
  const date = 'Thị trấn Đồng Nắng, ngày 12 tháng 09 năm 2023';
  const { columns } = withLetterhead({}, date);
  expect(columns[2]).toBeGreaterThan(textWidth(date, 13));
  expect(withLetterhead({}, date.repeat(3)).columns).toEqual(withLetterhead({}).columns);
});

test('a plan without any part of it has none', () => {
  const none = { governingBody: null, schoolName: null, country: null, motto: null };
  expect(letterheadOf({ ...plain, letterhead: none, numberText: null, dateText: null })).toBeNull();
});

test('quốc hiệu has room to spare beside short names, but no name takes a line more for it', () => {
  const spare = (schoolName: string) => {
    const { columns, country } = withLetterhead({ schoolName });
    return columns[2] - textWidth(country!, 12, true);
  };
  expect(spare('TRƯỜNG MẦM NON OANH VŨ')).toBeGreaterThan(8);
  // Fits beside the least that quốc hiệu needs, and not beside more.
  expect(spare('TRƯỜNG MẦM NON NẮNG HỒNG')).toBeLessThan(4);
});
