import { expect, test } from 'vitest';
import { readNewMember, readPhone } from './member-facts.ts';

const typed = { displayName: ' Trần Thị  Mẫu ', username: ' MauTT', role: 'staff', jobTitle: '', phone: '912 345 678' };

test('a good member, tidied; blank is null; the zero that Excel dropped is back', () => {
  expect(readNewMember(typed)).toEqual({
    ok: true,
    value: { displayName: 'Trần Thị Mẫu', username: 'mautt', role: 'staff', jobTitle: null, phone: '0912345678' },
  });
});

test('every problem at once', () => {
  expect(
    readNewMember({ displayName: '', username: 'a', role: 'admin', jobTitle: 'x'.repeat(201), phone: 'máy bàn' }),
  ).toEqual({
    ok: false,
    problems: [
      { field: 'displayName', problem: 'missing' },
      { field: 'role', problem: 'missing' },
      { field: 'jobTitle', problem: 'too-long' },
      { field: 'phone', problem: 'digits' },
      { field: 'username', problem: 'too-short' },
    ],
  });
});

test.each([
  ['0912.345.678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['(024) 3869 1234', '02438691234'],
  ['', null],
  ['không có', null],
  ['–', null],
  ['hỏi sau', undefined],
  ['12', undefined],
])('telephone %s', (text, expected) => {
  expect(readPhone(text)).toBe(expected);
});
