import { expect, test } from 'vitest';
import { isUsername } from './new-account.ts';
import { suggestUsername } from './suggest-username.ts';

test.each([
  ['Trần Thị Hoa', [], 'hoatt'],
  ['Trần Thị Hoa', ['hoatt'], 'hoatt2'],
  ['Trần Thị Hoa', ['hoatt', 'hoatt2'], 'hoatt3'],
  ['Đặng Văn Ước', [], 'uocdv'],
  ["H'Lan Niê", [], 'nieh'],
  ['An', [], 'an0'],
  ['李明', [], 'nguoidung'],
  ['x'.repeat(80), [], 'x'.repeat(26)],
])('%s, taken: %o', (name, taken, expected) => {
  const username = suggestUsername(name, (each) => (taken as string[]).includes(each));
  expect(username).toBe(expected);
  expect(isUsername(username)).toBe(true);
});
