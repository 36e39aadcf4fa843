import { expect, test } from 'vitest';
import { assessmentPeriodOf } from './assessment-period.ts';
import { parseDocumentDate } from './document-date.ts';
import { parseNumberLine } from './document-number.ts';
import { schoolNameIn } from './school-name.ts';
import { schoolTypeOf } from './school-type.ts';
import { standardSetOf } from './standard-set-of.ts';

test.each([
  ['Hóc Môn, ngày 15 tháng 8 năm 2020', 'Hóc Môn', '2020-08-15', false],
  ['Bình thạnh, ngày 05 tháng 9 năm 2024 ', 'Bình thạnh', '2024-09-05', false],
  ['Vân Hồ, ngày    tháng 9 năm 2024', 'Vân Hồ', null, true],
  ['Vân Hồ, ngày … tháng … năm 2025', 'Vân Hồ', null, true],
  ['ngày ngày 15 tháng 8 năm 2020', null, '2020-08-15', false],
  ['Vân Hồ, 06/4/2026', 'Vân Hồ', '2026-04-06', false],
  ['Vân Hồ, ngày 31 tháng 4 năm 2026', 'Vân Hồ', null, false],
])('date line %s', (text, place, date, blank) => {
  expect(parseDocumentDate(text.normalize('NFD'))).toMatchObject({ place, date, blank });
});

test.each([
  ['Số: 97 /KH-CX', '97/KH-CX', 'KH-CX', false],
  ['Số: /KH-MNLH', null, 'KH-MNLH', true],
  ['Số: ……/KH-MN', null, 'KH-MN', true],
  ['Số: 18/KH-MNHH', '18/KH-MNHH', 'KH-MNHH', false],
  ['Số: 87KH-THCSHS', '87/KH-THCSHS', 'KH-THCSHS', false],
  ['Số: 135 -KH-MNHS', '135/KH-MNHS', 'KH-MNHS', false],
  ['Số:', null, null, true],
])('number line %s', (text, number, symbol, blank) => {
  expect(parseNumberLine(text)).toEqual({ number, symbol, blank });
});

test.each([
  ['kết quả đối với Trường mầm non Hoa Sim;', 'Trường mầm non Hoa Sim'],
  ['TRƯỜNG TH VÂN HỒ', 'TRƯỜNG TH VÂN HỒ'],
  ['Căn cứ báo cáo Tự đánh giá trường Mầm non 14;', 'trường Mầm non 14'],
  ['Trường TH&THCS Vân Hồ xây dựng', 'Trường TH&THCS Vân Hồ'],
  ['của trường Tiểu học Vân Hồ về việc', 'trường Tiểu học Vân Hồ'],
  ['Trường PTDTBT THCS Vân Hồ', 'Trường PTDTBT THCS Vân Hồ'],
  ['Trung tâm GDNN-GDTX huyện Vân Hồ', 'Trung tâm GDNN-GDTX huyện Vân Hồ'],
  ['chuẩn quốc gia đối với trường mầm non;', null],
  ['cơ sở vật chất các trường mầm non, tiểu học', null],
])('school in %s', (text, name) => {
  expect(schoolNameIn(text)).toBe(name);
});

test.each([
  ['TRƯỜNG MN HOA SIM', 'preschool'],
  ['Trường TH Vân Hồ', 'primary'],
  ['Trường TH&THCS Vân Hồ', 'multi-level'],
  ['Trường Tiểu học và Trung học cơ sở Vân Hồ', 'multi-level'],
  ['Trường THCS Vân Hồ', 'lower-secondary'],
  ['Trường PTDTBT THCS Vân Hồ', 'lower-secondary'],
  ['Trường THCS và THPT Vân Hồ', 'multi-level'],
  ['Trường THPT Vân Hồ', 'upper-secondary'],
  ['Trung tâm GDNN-GDTX Vân Hồ', 'continuing'],
])('%s', (name, type) => {
  expect(schoolTypeOf(name, '')).toBe(type);
});

test('type from the text when the name does not say', () => {
  expect(schoolTypeOf(null, ['chuẩn quốc gia đối với trường mầm non'])).toBe('preschool');
  expect(schoolTypeOf('Trường Hoa Sim', [])).toBeNull();
});

test('period of the assessment, not of the strategy', () => {
  expect(assessmentPeriodOf('1. Báo cáo tự đánh giá (giai đoạn từ năm 2015 đến 2020 của Trường).')).toBe(
    'từ năm 2015 đến 2020',
  );
  expect(assessmentPeriodOf('Kết quả đánh giá giai đoạn từ năm học 2015-2016 đến năm 2020-2021')).toBe(
    'từ năm học 2015-2016 đến năm 2020-2021',
  );
  expect(assessmentPeriodOf('chiến lược phát triển giai đoạn 2021-2025')).toBeNull();
});

test('of two circulars the one for the school', () => {
  const sets = [
    { code: '17/2018/TT-BGDĐT', schoolTypes: ['primary' as const], issued: '2018-08-22' },
    { code: '18/2018/TT-BGDĐT', schoolTypes: ['lower-secondary' as const], issued: '2018-08-22' },
    { code: '57/2026/TT-BGDĐT', schoolTypes: ['primary' as const, 'lower-secondary' as const], issued: '2026-07-07' },
  ];
  const both = 'Thông tư số 18/2018/TT-BGDĐT và Thông tư 17/2018/TT-BGD&ĐT';
  expect(standardSetOf(both, 'primary', sets)).toBe('17/2018/TT-BGDĐT');
  expect(standardSetOf([both, 'Thông tư 57/2026/TT-BGDĐT'], 'primary', sets)).toBe('57/2026/TT-BGDĐT');
  expect(standardSetOf('Quyết định 17/2018/QĐ-UBND', 'primary', sets)).toBeNull();
});
