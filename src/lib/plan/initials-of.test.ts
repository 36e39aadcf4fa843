import { expect, test } from 'vitest';
import { givenNameOf, initialsOf } from './initials-of.ts';

test.each([
  ['Nguyễn Thị Hoa', 'TH', 'Hoa'],
  ['Lê Ổi', 'LỔ', 'Ổi'],
  ['đặng văn ơn', 'VƠ', 'ơn'],
  ['Trần Thị Đào (Hiệu trưởng)', 'TĐ', 'Đào'],
  ['Phạm T. Ví Dụ', 'VD', 'Dụ'],
  ['Nguyê\u0303n Văn Â\u0301n', 'VẤ', 'Ấn'],
  ['Hoa', 'H', 'Hoa'],
  ['  ', '', '  '],
])('%s is %s and called %s', (name, initials, given) => {
  expect(initialsOf(name)).toBe(initials);
  expect(givenNameOf(name)).toBe(given);
});
